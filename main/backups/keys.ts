/**
 * The key files beside the backups: with them a backup can be opened on another disk. They are also what is left when
 * those of the library are harmed, so they change only when we changed the keys ourselves.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isAge } from '../vault/ageHeader.ts';
import { backupsFolder, keysFile, recoveryFile } from '../vault/places.ts';
import { clear, type Disk, realDisk } from './disk.ts';

/** Those that are missing, or were cut short. @throws what the disk says */
export function copyKeys(folder: string, disk: Disk = realDisk): void {
  for (const { file, copy } of keysOf(folder)) if (!isWhole(copy)) put(file, copy, disk);
}

/**
 * After a new passphrase or recovery code: the earlier one then opens no backup either. What cannot be copied now is
 * taken away, and comes with the next backup.
 */
export function replaceKeys(folder: string, disk: Disk = realDisk): void {
  for (const { file, copy } of keysOf(folder)) {
    if (!existsSync(copy)) continue;
    try {
      put(file, copy, disk);
    } catch {
      clear(copy, disk);
    }
  }
}

function isWhole(file: string): boolean {
  try {
    return isAge(readFileSync(file));
  } catch {
    return false;
  }
}

/** What is cut short opens nothing, and is not copied. */
const keysOf = (folder: string): { file: string; copy: string }[] =>
  [keysFile(folder), recoveryFile(folder)]
    .filter(isWhole)
    .map((file) => ({ file, copy: join(backupsFolder(folder), basename(file)) }));

function put(file: string, copy: string, disk: Disk): void {
  const part = `${copy}.part`;
  try {
    disk.copy(file, part);
    disk.settle(part);
    disk.rename(part, copy);
  } finally {
    clear(part, disk);
  }
}
