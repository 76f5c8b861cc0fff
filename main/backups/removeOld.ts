/** For what must not be found in any backup any more: one is made of the record as it is, and all others go. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseKey } from '../../db/open.ts';
import { backupsFolder } from '../vault/places.ts';
import { type Disk, realDisk } from './disk.ts';
import { failureOf, type Made, makeBackup } from './make.ts';

type Removing = { folder: string; key: DatabaseKey; now: Date };

/**
 * Nothing is removed when the new one could not be made.
 * @returns `made` only when no other is left
 */
export function removeOldBackups({ folder, key, now }: Removing, disk: Disk = realDisk): Made {
  const made = makeBackup({ folder, key, kind: 'automatic', now }, disk);
  if (made.outcome !== 'made') return made;
  const place = backupsFolder(folder);
  let left: Made | undefined;
  // The logs beside damaged files go with them; the keys stay.
  for (const name of readdirSync(place)) {
    if (!/\.db(-wal)?$/.test(name) || name === made.name) continue;
    try {
      disk.remove(join(place, name));
    } catch (error) {
      // Somebody holds it open, or it is a folder: the others go all the same.
      left = { outcome: failureOf(error) };
    }
  }
  return left ?? made;
}
