/**
 * A library of its own in another place, such as a USB disk: the record, the keys and, if wanted, the kept
 * recordings. All of it is encrypted as here, and opens with the same passphrase.
 */
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { DatabaseKey } from '../../db/open.ts';
import type { ElsewhereMade } from '../../preload/api.ts';
import { keysFile, recordFile, recordingsFolder, recoveryFile } from '../vault/places.ts';
import { bytesOf, clearFolder, copyInParts, type Disk, realDisk } from './disk.ts';
import { failureOf, put } from './make.ts';

export type Elsewhere = {
  folder: string;
  key: DatabaseKey;
  /** Where a folder of its own is made. */
  place: string;
  /** Of that folder, without what the day adds. */
  title: string;
  recordings: boolean;
  now: Date;
};

const dayMs = 86_400_000;

/** @param onShare called with the share of the bytes that are there, 0 to 1; false stops, and nothing is left there */
export function backUpElsewhere(
  { folder, key, place, title, recordings, now }: Elsewhere,
  onShare: (share: number) => boolean = () => true,
  disk: Disk = realDisk,
): ElsewhereMade {
  if (isInside(folder, place)) return { outcome: 'insideLibrary' };
  const target = free(place, `${title} ${now.toISOString().slice(0, 10)}`);
  const part = `${target}.part`;
  const kept = recordings ? keptIn(folder) : [];
  const recordBytes = bytesOf(recordFile(folder));
  const total = kept.reduce((sum, { bytes }) => sum + bytes, recordBytes);
  try {
    clearLeft(place, title, now, disk);
    if (disk.room(place) < total) return { outcome: 'noRoom' };
    disk.makeFolder(part);
    disk.makeFolder(recordingsFolder(part));
    for (const file of [keysFile(folder), recoveryFile(folder)]) {
      if (!existsSync(file)) continue;
      disk.copy(file, join(part, basename(file)));
      disk.settle(join(part, basename(file)));
    }
    const made = put(recordFile(folder), key, part, basename(recordFile(folder)), disk);
    if (made.outcome === 'noRoom' || made.outcome === 'unwritable') return { outcome: made.outcome };
    if (made.outcome !== 'made') return { outcome: 'damaged' };
    let done = recordBytes;
    if (!onShare(done / total)) return { outcome: 'cancelled' };
    for (const { file } of kept) {
      const whole = copyInParts(file, join(recordingsFolder(part), basename(file)), (bytes) => {
        done += bytes;
        return onShare(done / total);
      });
      if (!whole) return { outcome: 'cancelled' };
    }
    disk.rename(part, target);
    return { outcome: 'made', folder: target };
  } catch (error) {
    return { outcome: failureOf(error) };
  } finally {
    clearFolder(part, disk);
  }
}

/** Whole ones only: what is still being written has another ending. */
function keptIn(folder: string): { file: string; bytes: number }[] {
  const place = recordingsFolder(folder);
  const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.age')) : [];
  return names.map((name) => ({ file: join(place, name), bytes: statSync(join(place, name)).size }));
}

function free(place: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(place, number === 1 ? name : `${name} (${number})`);
    if (!existsSync(path) && !existsSync(`${path}.part`)) return path;
  }
}

/** What a program that was killed has left half-made there. After a day no other machine is at it any more. */
function clearLeft(place: string, title: string, now: Date, disk: Disk): void {
  for (const name of readdirSync(place)) {
    if (!name.startsWith(title) || !/^ \d{4}-\d\d-\d\d( \(\d+\))?\.part$/.test(name.slice(title.length)))
      continue;
    const left = lstatSync(join(place, name), { throwIfNoEntry: false });
    if (left?.isDirectory() && now.getTime() - left.mtimeMs > dayMs) clearFolder(join(place, name), disk);
  }
}

function isInside(folder: string, place: string): boolean {
  const way = relative(folder, place);
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
