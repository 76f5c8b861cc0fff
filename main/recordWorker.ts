/**
 * Backups, checks and everything else that reads a whole record: with a connection of its own, away from the window.
 * The key is wiped when the work is done.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { checkRecord } from '../db/copy.ts';
import { backUpElsewhere, type Elsewhere } from './backups/elsewhere.ts';
import { listBackups } from './backups/list.ts';
import { type Making, makeBackup } from './backups/make.ts';
import { previewRestore } from './backups/preview.ts';
import { removeOldBackups } from './backups/removeOld.ts';
import { type Restoring, restore } from './backups/restore.ts';
import { makeSalvage } from './backups/salvaging.ts';
import type { FromWorker } from './inWorker.ts';
import { recordFile } from './vault/places.ts';

type About = { folder: string; key: Uint8Array };

export type RecordWork =
  | ({ do: 'make' } & Making)
  | ({ do: 'check' } & About)
  | ({ do: 'removeOld'; now: Date } & About)
  | ({ do: 'list' } & About)
  | ({ do: 'preview'; name: string } & About)
  | ({ do: 'restore' } & Restoring)
  | ({ do: 'salvage'; migrations: string; now: Date } & About)
  /** `flags`: another thread writes 1 into the first to end it; this one writes 1 into the second when it is done. */
  | ({ do: 'elsewhere'; flags: Int32Array<SharedArrayBuffer> } & Elsewhere);

/** What comes of each. */
export type RecordDone = {
  make: ReturnType<typeof makeBackup>;
  check: ReturnType<typeof checkRecord>;
  removeOld: ReturnType<typeof removeOldBackups>;
  list: ReturnType<typeof listBackups>;
  preview: ReturnType<typeof previewRestore>;
  restore: ReturnType<typeof restore>;
  salvage: ReturnType<typeof makeSalvage>;
  elsewhere: ReturnType<typeof backUpElsewhere>;
};

function run(work: RecordWork): RecordDone[RecordWork['do']] {
  switch (work.do) {
    case 'make':
      return makeBackup(work);
    case 'check':
      return checkRecord(recordFile(work.folder), work.key);
    case 'removeOld':
      return removeOldBackups(work);
    case 'list':
      return listBackups(work.folder, work.key);
    case 'preview':
      return previewRestore(work.folder, work.key, work.name);
    case 'restore':
      return restore(work);
    case 'salvage':
      return makeSalvage(work);
    case 'elsewhere':
      try {
        return backUpElsewhere(work, (progress) => {
          parentPort?.postMessage({ progress } satisfies FromWorker<never>);
          return Atomics.load(work.flags, 0) === 0;
        });
      } finally {
        Atomics.store(work.flags, 1, 1);
        Atomics.notify(work.flags, 1);
      }
    default:
      return work satisfies never;
  }
}

// Only inRecordWorker.ts starts this, with work of this kind.
const work = workerData as RecordWork;
try {
  parentPort?.postMessage({ done: run(work) } satisfies FromWorker<unknown>);
} finally {
  work.key.fill(0);
}
