/**
 * Puts a backup in the place of the record, whole or not at all. At every step a power cut leaves either the record
 * that was there or the one that was chosen, and never less than was there in backups/.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkRecord } from '../../db/copy.ts';
import { connect, type DatabaseKey, reasonOf } from '../../db/open.ts';
import type { Restored } from '../../preload/api.ts';
import { backupsFolder, recordFile } from '../vault/places.ts';
import { bytesOf, clear, type Disk, realDisk } from './disk.ts';
import { failureOf, put } from './make.ts';
import { backupName } from './names.ts';

export type Restoring = { folder: string; key: DatabaseKey; name: string; now: Date };

type Outcome = Exclude<Restored['outcome'], 'notOpened'>;

/** @param on the disk; nobody else has the record open meanwhile */
export function restore({ folder, key, name, now }: Restoring, on: Disk = realDisk): Outcome {
  const file = recordFile(folder);
  const chosen = join(backupsFolder(folder), name);
  const beside = `${file}.part`;
  try {
    if (!existsSync(chosen)) return 'gone';
    if (on.room(folder) < bytesOf(chosen) + bytesOf(file)) return 'noRoom';
    if ('reason' in checkRecord(chosen, key)) return 'damaged';
    const kept = putAside(folder, key, now, on);
    if (kept !== 'kept') return kept;

    on.remove(beside);
    on.copy(chosen, beside);
    on.settle(beside);
    // A copy is only as good as the disk it was read from.
    if ('reason' in checkRecord(beside, key)) return 'damaged';
    // The log beside the file belongs to the record that goes, and lies in backups/ with it by now.
    for (const log of [`${file}-wal`, `${file}-shm`]) on.remove(log);
    on.rename(beside, file);
    return 'restored';
  } catch (error) {
    return failureOf(error);
  } finally {
    clear(beside, on);
  }
}

/** The record that is there goes to backups/ first: as a backup when it is whole, else as the files it is. */
function putAside(folder: string, key: DatabaseKey, now: Date, on: Disk): 'kept' | 'noRoom' | 'unwritable' {
  const file = recordFile(folder);
  if (!existsSync(file)) return 'kept';
  const place = backupsFolder(folder);
  on.makeFolder(place);
  const named = (kind: 'beforeRestore' | 'damaged') =>
    backupName(now, kind, (name) => existsSync(join(place, name)));
  const made = put(file, key, place, named('beforeRestore'), on);
  if (made.outcome === 'noRoom' || made.outcome === 'unwritable') return made.outcome;
  // Whole: all of it into the one file, so that taking the log away takes nothing from it.
  if (made.outcome === 'made' && settled(file, key)) return 'kept';
  const name = named('damaged');
  // The log first: a file in backups/ is complete when it has its name.
  if (existsSync(`${file}-wal`)) keepAsIs(`${file}-wal`, join(place, `${name}-wal`), on);
  keepAsIs(file, join(place, name), on);
  return 'kept';
}

function keepAsIs(file: string, to: string, on: Disk): void {
  on.copy(file, `${to}.part`);
  on.settle(`${to}.part`);
  on.rename(`${to}.part`, to);
}

/** Takes what stands in the log into the record itself; false where that cannot be done. */
function settled(file: string, key: DatabaseKey): boolean {
  try {
    const db = connect(file, key, { timeout: 1000 });
    try {
      const [state] = db.pragma('wal_checkpoint(truncate)') as { busy: number }[]; // What this pragma answers.
      return state?.busy === 0;
    } finally {
      db.close();
    }
  } catch (error) {
    if (reasonOf(error) === undefined) throw error;
    return false;
  }
}
