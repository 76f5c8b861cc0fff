/** A file that is there whole or not at all. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SavedFile } from '../preload/api.ts';
import { isHeld, waitsMs } from './heldFile.ts';

export type Disk = Pick<typeof disk, 'writeFile' | 'rename' | 'rm'>;

/**
 * Beside its place first, so that a file that stood there is lost only to a whole one.
 * @param on the disk, which a test lets fail
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  on: Disk = disk,
): Promise<Exclude<SavedFile, 'cancelled'>> {
  // A link keeps leading there: taking its place would leave what it leads to as it was.
  const place = await disk.realpath(path).catch(() => path);
  const beside = join(dirname(place), `.${randomUUID()}.part`);
  try {
    await on.writeFile(beside, bytes, { flag: 'wx', flush: true });
    await putInPlace(beside, place, on);
    await settleFolder(dirname(place));
    return 'saved';
  } catch (error) {
    await on.rm(beside, { force: true }).catch(() => undefined);
    const { code } = error as NodeJS.ErrnoException; // What Node's file functions throw.
    return code === 'ENOSPC' || code === 'EDQUOT' ? 'noRoom' : 'unwritable';
  }
}

/** Tries again for a moment when another program has the file open. */
async function putInPlace(from: string, to: string, on: Disk): Promise<void> {
  for (const waitMs of waitsMs) {
    try {
      return await on.rename(from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
      await wait(waitMs);
    }
  }
  await on.rename(from, to);
}

/** That the file has its name outlives a power cut, too. */
export async function settleFolder(folder: string): Promise<void> {
  // Windows opens no folders, and needs none of this.
  if (process.platform === 'win32') return;
  const opened = await disk.open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}

/** The same at once. */
export function settleFolderAtOnce(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** The folder, when it is there: it may have been on a stick that is no longer plugged in. */
export async function stillThere(folder: string | null): Promise<string | undefined> {
  if (folder === null) return undefined;
  const found = await disk.stat(folder).catch(() => undefined);
  return found?.isDirectory() ? folder : undefined;
}
