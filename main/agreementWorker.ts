/** Agreement over many sessions, and of many marks: seconds of arithmetic, away from the window. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Mark } from '../db/model.ts';
import type { AgreementRow } from '../preload/api.ts';
import { fullTable, type Judgements } from './agreement/index.ts';
import { type MomentsCompared, momentsCompared } from './agreementMoments.ts';
import type { FromWorker } from './inWorker.ts';

export type AgreementWork =
  | { table: Judgements; seed: number; samples: number }
  | {
      marks: { first: readonly Mark[]; second: readonly Mark[] };
      toleranceMs: number;
      durationMs: number | null;
    };
export type TableDone = AgreementRow[];
export type MomentsDone = MomentsCompared;

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const everyMs = 50;

// Only agreementCalls.ts starts this, with work of this kind.
const work = workerData as AgreementWork;
if ('table' in work) {
  let told = 0;
  const done = fullTable(work.table, {
    seed: work.seed,
    samples: work.samples,
    progress(drawn, of) {
      const now = performance.now();
      if (now - told < everyMs) return;
      told = now;
      parentPort?.postMessage({ progress: { done: drawn, of } } satisfies FromWorker<TableDone>);
    },
  });
  parentPort?.postMessage({ done } satisfies FromWorker<TableDone>);
} else {
  parentPort?.postMessage({
    done: momentsCompared(work.marks.first, work.marks.second, work),
  } satisfies FromWorker<MomentsDone>);
}
