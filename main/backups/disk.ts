/** What the backups ask of a disk: each step is one that a power cut, or a test, can come after. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { renameHeld } from '../heldFile.ts';
import { freeAtOnce } from '../media/disk.ts';
import { settleFolderAtOnce } from '../wholeFile.ts';

export type Disk = {
  copy: (from: string, to: string) => void;
  rename: (from: string, to: string) => void;
  remove: (file: string) => void;
  removeFolder: (folder: string) => void;
  /** What was written to a file outlives a power cut from here on. */
  settle: (file: string) => void;
  /** In a folder that is there: one that was moved or unplugged is not made again where it was. */
  makeFolder: (folder: string) => void;
  /** Bytes that can be written there. */
  room: (folder: string) => number;
};

export const realDisk: Disk = {
  copy: (from, to) => copyFileSync(from, to),
  rename(from, to) {
    renameHeld(from, to);
    settleFolderAtOnce(dirname(to));
  },
  remove: (file) => rmSync(file, { force: true }),
  removeFolder: (folder) => rmSync(folder, { recursive: true, force: true }),
  settle(file) {
    const opened = openSync(file, 'r+');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  },
  makeFolder(folder) {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  },
  room: freeAtOnce,
};

/**
 * Copies a large file a part at a time.
 * @param onPart called with the bytes of each; false stops
 * @returns whether all of it is there, settled
 */
export function copyInParts(from: string, to: string, onPart: (bytes: number) => boolean): boolean {
  const part = Buffer.allocUnsafe(4 * 1024 * 1024);
  const source = openSync(from, 'r');
  try {
    const copy = openSync(to, 'wx', 0o600);
    try {
      for (;;) {
        const bytes = readSync(source, part);
        if (bytes === 0) break;
        for (let at = 0; at < bytes; ) at += writeSync(copy, part, at, bytes - at);
        if (!onPart(bytes)) return false;
      }
      fsyncSync(copy);
      return true;
    } finally {
      closeSync(copy);
    }
  } finally {
    closeSync(source);
  }
}

/** The bytes of a file and of the log beside it; 0 where there is none. */
export const bytesOf = (file: string): number =>
  [file, `${file}-wal`].reduce((sum, one) => sum + (existsSync(one) ? statSync(one).size : 0), 0);

/** Takes away what a power cut left half-written. */
export function clearParts(folder: string, disk: Disk): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!/\.part(-journal|-wal|-shm)?$/.test(name)) continue;
    clear(`${folder}/${name}`, disk);
  }
}

/** Takes away what is only in the way. */
export const clear = (file: string, disk: Disk): void => orLater(() => disk.remove(file));
export const clearFolder = (folder: string, disk: Disk): void => orLater(() => disk.removeFolder(folder));

function orLater(remove: () => void): void {
  try {
    remove();
  } catch {
    // Somebody may hold it on Windows, such as a program that looks for viruses: the next time, then.
  }
}
