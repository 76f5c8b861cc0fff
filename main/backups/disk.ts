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
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

export type Disk = {
  copy: (from: string, to: string) => void;
  rename: (from: string, to: string) => void;
  remove: (file: string) => void;
  removeFolder: (folder: string) => void;
  /** What was written to a file, or a folder's names, outlives a power cut from here on. */
  settle: (path: string) => void;
  makeFolder: (folder: string) => void;
  /** Bytes that can be written there. */
  room: (folder: string) => number;
};

export const realDisk: Disk = {
  copy: (from, to) => copyFileSync(from, to),
  rename(from, to) {
    renameSync(from, to);
    realDisk.settle(dirname(to));
  },
  remove: (file) => rmSync(file, { force: true }),
  removeFolder: (folder) => rmSync(folder, { recursive: true, force: true }),
  settle(path) {
    const folder = statSync(path).isDirectory();
    // Windows opens no folders, and needs none of this.
    if (folder && process.platform === 'win32') return;
    const opened = openSync(path, folder ? 'r' : 'r+');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  },
  makeFolder: (folder) => void mkdirSync(folder, { recursive: true, mode: 0o700 }),
  room(folder) {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
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
    try {
      disk.remove(`${folder}/${name}`);
    } catch {
      // Another thread may still hold it on Windows: the next time, then.
    }
  }
}
