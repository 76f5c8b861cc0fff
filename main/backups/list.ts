/** What lies in the folder backups/, and how good each is. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { checkRecord, lookAtRecord } from '../../db/copy.ts';
import type { DatabaseKey } from '../../db/open.ts';
import type { Backup } from '../../preload/api.ts';
import { backupsFolder } from '../vault/places.ts';
import { backupsIn } from './make.ts';

/** So much is read through for a list, newest first; of the rest it is only seen that they open. */
const readThrough = 200_000_000;

/** Newest first. */
export function listBackups(folder: string, key: DatabaseKey): Backup[] {
  let read = 0;
  return backupsIn(folder).flatMap(({ name, kind, at }) => {
    const file = join(backupsFolder(folder), name);
    const bytes = bytesAt(file);
    // Removed while others were read, or a link that leads nowhere.
    if (bytes === undefined) return [];
    read += bytes;
    const found = read <= readThrough ? checkRecord(file, key) : lookAtRecord(file, key);
    const counts = 'counts' in found ? found.counts : undefined;
    return [{ name, kind, at, bytes, counts }];
  });
}

/** Undefined where nothing can be found. */
function bytesAt(file: string): number | undefined {
  try {
    return statSync(file).size;
  } catch {
    return undefined;
  }
}
