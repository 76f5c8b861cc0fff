/** Encrypts, checks and takes out recordings: minutes of work for long films. */
import { parentPort, workerData } from 'node:worker_threads';
import type { KeepingStep } from '../preload/api.ts';
import type { FromWorker } from './inWorker.ts';
import {
  type CheckTask,
  checkFile,
  type KeepDone,
  type KeepTask,
  keepFile,
  type TakeOutTask,
  takeOutFile,
} from './vault/keepFile.ts';

export type KeepWork = { keep: KeepTask } | { check: CheckTask } | { takeOut: TakeOutTask };
export type KeepProgress = { step: KeepingStep; share: number };

let told = { step: '', share: 0 };

/** Now and then: a hundred times for each step. */
function tell(step: KeepingStep, share: number): void {
  if (told.step === step && share - told.share < 0.01) return;
  told = { step, share };
  parentPort?.postMessage({ progress: { step, share } satisfies KeepProgress } satisfies FromWorker<never>);
}

// Only inWorker.ts starts this, with work of this kind.
const work = workerData as KeepWork;
const done: KeepDone =
  'keep' in work
    ? await keepFile(work.keep, tell)
    : 'check' in work
      ? await checkFile(work.check, tell)
      : await takeOutFile(work.takeOut, tell);
parentPort?.postMessage({ done } satisfies FromWorker<KeepDone>);
