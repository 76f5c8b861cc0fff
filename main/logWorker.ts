/** Long work on the whole record: going through the log, and writing the file anew after a deletion. */
import { parentPort, workerData } from 'node:worker_threads';
import { connect, reasonOf } from '../db/open.ts';
import { tidy } from '../db/tidy.ts';
import { type Verified, verify } from '../db/verify.ts';
import type { FromWorker } from './inWorker.ts';

export type LogWork = { work: 'verify' | 'tidy'; file: string; key: Uint8Array };
/** Of verifying. */
export type LogProgress = { done: number; all: number };
/** `tidied` is false when it has to be tried again. */
export type LogDone = Verified | { tidied: boolean };

// Only inWorker.ts starts this, with work of this kind.
const { work, file, key } = workerData as LogWork;
// Another thread may be writing: a tidying waits longer than a person would.
const db = connect(file, key, { readonly: work === 'verify', timeout: 5000 });
key.fill(0);
const post = (message: FromWorker<LogDone>) => parentPort?.postMessage(message);
try {
  if (work === 'verify') {
    post({ done: verify(db, (done, all) => post({ progress: { done, all } satisfies LogProgress })) });
  } else {
    post({ done: { tidied: tidied() } });
  }
} finally {
  db.close();
}

function tidied(): boolean {
  try {
    db.pragma('secure_delete = on');
    db.pragma('synchronous = full');
    return tidy(db);
  } catch (error) {
    // No room, or somebody is writing: the record stays as it is, and it is tried again.
    if (reasonOf(error) === undefined) throw error;
    return false;
  }
}
