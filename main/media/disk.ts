/** Writing a large file: is there room, does it go well, and what the disk says when it does not. */
import { fsync, openSync, statfsSync, write } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';

const [writeTo, sync] = [promisify(write), promisify(fsync)];

/** `noRoom`: the disk is full. `unwritable`: something else that another place may not have. */
export type Written = { outcome: 'written' | 'noRoom' | 'unwritable' };

const free = ({ bavail, bsize }: { bavail: number; bsize: number }): number => bavail * bsize;

/** Bytes that can still be written there; undefined where the disk does not tell. */
export const freeAt = (folder: string): Promise<number | undefined> =>
  statfs(folder).then(free, () => undefined);

/** The same at once. A disk that cannot say is not taken for full. */
export function freeAtOnce(folder: string): number {
  try {
    return free(statfsSync(folder));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Opens a file that was not there before; undefined where that is not possible. */
export function openNew(path: string): number | undefined {
  try {
    return openSync(path, 'wx');
  } catch {
    return undefined;
  }
}

export async function writeAll(file: number, position: number, bytes: Uint8Array): Promise<Written> {
  try {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await writeTo(file, bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
    return { outcome: 'written' };
  } catch (error) {
    return failure(error);
  }
}

/** Why the disk did not take it: no room, or something else that another place may not have. */
function failure(error: unknown): Written {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { outcome: code === 'ENOSPC' || code === 'EDQUOT' ? 'noRoom' : 'unwritable' };
}

/** Returns when all that was written is on the disk. */
export const settle = (file: number): Promise<Written> =>
  sync(file).then(() => ({ outcome: 'written' as const }), failure);
