/** Makes a backup: a whole record under the key of the library, read through before it gets its name. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Counts, checkRecord, copyRecord, lookAtRecord, type Stamp, stampOf } from '../../db/copy.ts';
import { type DatabaseKey, type NotOpened, OpenError, reasonOf } from '../../db/open.ts';
import { backupsFolder, recordFile } from '../vault/places.ts';
import { bytesOf, clear, type Disk, realDisk } from './disk.ts';
import { copyKeys } from './keys.ts';
import { type BackupKind, backupName, backupNamed, type NamedBackup, newestFirst } from './names.ts';
import { toRemove } from './rotation.ts';

export type Making = {
  /** Of the library. */
  folder: string;
  key: DatabaseKey;
  kind: BackupKind;
  now: Date;
  /** Nothing is made when the newest one holds the same work. */
  onlyNew?: boolean;
  /** The one that somebody is about to go back to: it stays, whatever its age. */
  chosen?: string | undefined;
};

/** `noRoom`: nothing was written. `reason` is the record's own: what stands in the way of reading it. */
export type Made =
  | { outcome: 'made'; name: string; counts: Counts }
  | { outcome: 'nothingNew' | 'noRoom' | 'unwritable' }
  | { outcome: 'notRead'; reason: NotOpened };

/** What is left free on the disk, so that a backup never takes the room of the work itself. */
const spareBytes = 16_000_000;

export function makeBackup({ folder, key, kind, now, onlyNew, chosen }: Making, disk: Disk = realDisk): Made {
  const file = recordFile(folder);
  const place = backupsFolder(folder);
  // The library was moved, or its disk taken out: nothing is made where it was.
  if (!existsSync(file)) return { outcome: 'unwritable' };
  try {
    disk.makeFolder(place);
    copyKeys(folder, disk);
    if (onlyNew && !hasNews(folder, key)) return { outcome: 'nothingNew' };
    if (disk.room(place) < bytesOf(file) + spareBytes) return { outcome: 'noRoom' };
    const made = put(
      file,
      key,
      place,
      backupName(now, kind, (name) => existsSync(join(place, name))),
      disk,
    );
    if (made.outcome === 'made') rotate(folder, key, now, chosen, disk);
    return made;
  } catch (error) {
    return { outcome: failureOf(error) };
  }
}

/**
 * Writes a copy beside its place, reads it through, and gives it its name.
 * @throws what the disk says
 */
export function put(file: string, key: DatabaseKey, place: string, name: string, disk: Disk): Made {
  const part = join(place, `${name}.part`);
  disk.remove(part);
  try {
    copyRecord(file, key, part);
    disk.settle(part);
    const found = checkRecord(part, key);
    if ('reason' in found) return { outcome: 'notRead', reason: found.reason };
    disk.rename(part, join(place, name));
    return { outcome: 'made', name, counts: found.counts };
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    if (error.reason === 'full') return { outcome: 'noRoom' };
    return error.reason === 'unwritable'
      ? { outcome: 'unwritable' }
      : { outcome: 'notRead', reason: error.reason };
  } finally {
    clear(part, disk);
  }
}

/** What the disk said, as what a person can do about it. @throws what is none of its errors */
export function failureOf(error: unknown): 'noRoom' | 'unwritable' {
  const reason = error instanceof OpenError ? error.reason : reasonOf(error);
  if (reason === undefined && !isSystemError(error)) throw error;
  return reason === 'full' ? 'noRoom' : 'unwritable';
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

export const backupsIn = (folder: string): NamedBackup[] => {
  const place = backupsFolder(folder);
  const names = existsSync(place) ? readdirSync(place) : [];
  return newestFirst(names.map(backupNamed).filter((one) => one !== undefined));
};

function hasNews(folder: string, key: DatabaseKey): boolean {
  const now = stampOf(recordFile(folder), key);
  // What cannot be read is for the copy to find out.
  if (now === undefined) return true;
  const newest = backupsIn(folder).filter(({ kind }) => kind !== 'damaged' && kind !== 'salvaged');
  for (const { name } of newest) {
    const then = stampOf(join(backupsFolder(folder), name), key);
    if (then !== undefined) return !same(now, then);
  }
  return now.changeId + now.playedId > 0;
}

const same = (a: Stamp, b: Stamp): boolean => a.changeId === b.changeId && a.playedId === b.playedId;

function rotate(folder: string, key: DatabaseKey, now: Date, chosen: string | undefined, disk: Disk): void {
  const place = backupsFolder(folder);
  const looked = backupsIn(folder).map((backup) => ({
    ...backup,
    good: 'counts' in lookAtRecord(join(place, backup.name), key),
  }));
  // One that cannot be removed today takes nothing from the one that was made.
  for (const name of toRemove(looked, now, chosen)) clear(join(place, name), disk);
}
