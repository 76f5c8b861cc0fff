/** Encrypts a copy of an old record: a large one takes seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker } from './inWorker.ts';
import { type Copied, type CopyWork, encryptCopy } from './vault/encryptCopy.ts';

// Only inWorker.ts starts this, with work of this kind.
const done = encryptCopy(workerData as CopyWork);
parentPort?.postMessage({ done } satisfies FromWorker<Copied>);
