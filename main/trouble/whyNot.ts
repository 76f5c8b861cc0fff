/** What SQLite and the system only call an error, told by looking at the folder. */
import { accessSync, constants, existsSync } from 'node:fs';
import type { NotOpened } from '../../db/open.ts';
import { freeAtOnce } from '../media/disk.ts';
import { recordFile } from '../vault/places.ts';

/** Less than this is no room: the smallest change takes a few pages. Bytes. */
const leastBytes = 64 * 1024;

/** @returns the same reason, or a better one: the folder is gone, may not be written to, or has no room left */
export function whyNot(reason: NotOpened, folder: string): NotOpened {
  if (reason !== 'unwritable') return reason;
  if (!existsSync(folder)) return 'folderGone';
  if (!mayWrite(folder) || (existsSync(recordFile(folder)) && !mayWrite(recordFile(folder))))
    return 'readOnly';
  return freeAtOnce(folder) < leastBytes ? 'full' : 'unwritable';
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
