/**
 * Encrypts a file into the library, checks that all of it is there, and takes one out again. Runs in a thread of its
 * own (main/keepWorker.ts).
 */
import { closeSync, constants, lstatSync, openSync, rmSync, type Stats, statSync } from 'node:fs';
import type { KeepingStep } from '../../preload/api.ts';
import { type Bytes, openFile } from '../media/bytes.ts';
import { openNew, settle, type Written, writeAll } from '../media/disk.ts';
import { openAge } from './ageBytes.ts';
import {
  chunkBytes,
  chunksOf,
  newOpening,
  type Opening,
  openingIn,
  openingLimit,
  payloadOf,
  seal,
  sealedBytes,
} from './ageFormat.ts';

export type KeepTask = { source: string; sizeBytes: number; part: string; identity: string };

/**
 * `whole`: all of it is on the disk, and was read back and compared. `changed`: the source is not what it was, or not
 * what it was a moment ago. `unreadable`: the source cannot be read to its end; what is there can go on later.
 */
export type KeepDone = 'whole' | 'changed' | 'unreadable' | 'damaged' | 'noRoom' | 'unwritable';

/** Told with the share of the step that is done, 0 to 1. */
export type KeepStep = (step: KeepingStep, share: number) => void;

/** Chunks that are read and written at a time: 1 MiB. */
const stride = 16;

export async function keepFile(task: KeepTask, tell: KeepStep): Promise<KeepDone> {
  const source = await openFile(task.source);
  if (source === undefined) return 'unreadable';
  try {
    if (source.size !== task.sizeBytes) return 'changed';
    const before = statOf(task.source);
    const earlier = await earlierPart(task, before);
    const done = earlier && (await encrypt(task, source, earlier, tell));
    const written = done === undefined || done === 'differs' ? await encryptAnew(task, source, tell) : done;
    if (written !== 'written') return written === 'differs' ? 'changed' : written;
    const same = await compare(task, source, tell);
    if (same !== 'whole') return same;
    return sameFile(before, statOf(task.source)) ? 'whole' : 'changed';
  } finally {
    await source.close();
  }
}

type Begun = { file: number; opening: Opening };
/** `differs`: what lies there was not made of this source. */
type Encrypted = Written['outcome'] | 'differs' | 'unreadable';

/**
 * What a crash left, when it can go on: begun with our key, and after the source was last changed. Whether it really is
 * of the same content is seen chunk by chunk.
 */
async function earlierPart(
  { part, identity }: KeepTask,
  source: Stats | undefined,
): Promise<Begun | undefined> {
  // A link in its place is not followed: it is removed, and begun anew.
  const found = lstatSync(part, { throwIfNoEntry: false });
  if (found === undefined || source === undefined || !found.isFile() || found.birthtimeMs < source.mtimeMs) {
    return undefined;
  }
  const bytes = await openFile(part);
  const opening = bytes && (await openingIn(await bytes.read(0, openingLimit), identity));
  await bytes?.close();
  if (opening === undefined) return undefined;
  try {
    return { file: openSync(part, constants.O_RDWR), opening };
  } catch {
    // It is begun anew, and that tells what is wrong.
    return undefined;
  }
}

/** With a key of its own: what was begun of other content never shares one with this. */
async function encryptAnew(task: KeepTask, source: Bytes, tell: KeepStep): Promise<Encrypted> {
  rmSync(task.part, { force: true });
  const file = openNew(task.part);
  if (file === undefined) return 'unwritable';
  const opening = await newOpening(task.identity);
  const { outcome } = await writeAll(file, 0, opening.bytes);
  if (outcome !== 'written') {
    closeSync(file);
    return outcome;
  }
  return encrypt(task, source, { file, opening }, tell);
}

/**
 * Writes what is not there yet. What is there is made once more from the source and compared, to the last byte, before
 * it is built on: no chunk is ever sealed twice with different content.
 */
async function encrypt(
  task: KeepTask,
  source: Bytes,
  { file, opening }: Begun,
  tell: KeepStep,
): Promise<Encrypted> {
  const part = await openFile(task.part);
  if (part === undefined) return 'unwritable';
  try {
    const start = opening.bytes.length;
    if (part.size > start + payloadOf(source.size)) return 'differs';
    for (let chunk = 0; chunk < chunksOf(source.size); chunk += stride) {
      tell('encrypting', (chunk * chunkBytes) / source.size);
      const plain = await stretch(source, chunk);
      if (plain === undefined) return 'unreadable';
      const sealed = sealedStretch(opening.key, chunk, chunksOf(source.size), plain);
      const at = start + chunk * sealedBytes;
      const there = await part.read(at, sealed.length);
      if (Buffer.compare(there, sealed.subarray(0, there.length)) !== 0) return 'differs';
      if (there.length === sealed.length) continue;
      const { outcome } = await writeAll(file, at + there.length, sealed.subarray(there.length));
      if (outcome !== 'written') return outcome;
    }
    return (await settle(file)).outcome;
  } finally {
    opening.key.fill(0);
    await part.close();
    closeSync(file);
  }
}

/** The content of up to `stride` chunks; undefined when the source does not give all of it. */
async function stretch(source: Bytes, chunk: number): Promise<Uint8Array | undefined> {
  const length = Math.min(stride * chunkBytes, source.size - chunk * chunkBytes);
  const plain = await source.read(chunk * chunkBytes, length).catch(() => undefined);
  return plain?.length === length ? plain : undefined;
}

/** Several chunks as they follow each other in the file. */
function sealedStretch(key: Uint8Array, first: number, count: number, plain: Uint8Array): Buffer {
  const sealed: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < plain.length; at += chunkBytes) {
    const chunk = first + at / chunkBytes;
    sealed.push(seal(key, chunk, chunk === count - 1, plain.subarray(at, at + chunkBytes)));
  }
  return Buffer.concat(sealed);
}

/** Reads everything back with the library's own key, as playing it would, beside the source. */
async function compare(task: KeepTask, source: Bytes, tell: KeepStep): Promise<KeepDone> {
  const file = await openFile(task.part);
  const kept = file && (await openAge(file, task.identity));
  if (kept === undefined || kept.size !== source.size) {
    await kept?.close();
    return 'damaged';
  }
  try {
    for (let chunk = 0; chunk < chunksOf(source.size); chunk += stride) {
      tell('checking', (chunk * chunkBytes) / source.size);
      const plain = await stretch(source, chunk);
      if (plain === undefined) return 'unreadable';
      const found = await kept.read(chunk * chunkBytes, plain.length).catch(() => undefined);
      if (found === undefined) return 'damaged';
      if (Buffer.compare(found, plain) !== 0) return 'changed';
    }
    return 'whole';
  } finally {
    await kept.close();
  }
}

export type CheckTask = { kept: string; identity: string };

/** Decrypts all of a kept file, to nowhere: every chunk must be what was written. */
export const checkFile = ({ kept, identity }: CheckTask, tell: KeepStep): Promise<KeepDone> =>
  throughKept(
    kept,
    identity,
    (share) => tell('checking', share),
    async () => 'written',
  );

export type TakeOutTask = { kept: string; identity: string; part: string };

/** Writes a plain copy. */
export async function takeOutFile({ kept, identity, part }: TakeOutTask, tell: KeepStep): Promise<KeepDone> {
  const file = openNew(part);
  if (file === undefined) return 'unwritable';
  try {
    const done = await throughKept(
      kept,
      identity,
      (share) => tell('takingOut', share),
      async (at, plain) => (await writeAll(file, at, plain)).outcome,
    );
    if (done !== 'whole') return done;
    const { outcome } = await settle(file);
    return outcome === 'written' ? 'whole' : outcome;
  } finally {
    closeSync(file);
  }
}

async function throughKept(
  path: string,
  identity: string,
  tell: (share: number) => void,
  take: (at: number, plain: Uint8Array) => Promise<Written['outcome']>,
): Promise<KeepDone> {
  const file = await openFile(path);
  const kept = file && (await openAge(file, identity));
  if (kept === undefined) return 'damaged';
  try {
    for (let at = 0; at < kept.size; at += stride * chunkBytes) {
      tell(at / kept.size);
      const plain = await kept.read(at, stride * chunkBytes).catch(() => undefined);
      if (plain === undefined) return 'damaged';
      const outcome = await take(at, plain);
      if (outcome !== 'written') return outcome;
    }
    return 'whole';
  } finally {
    kept.opening.key.fill(0);
    await kept.close();
  }
}

const statOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

const sameFile = (before: Stats | undefined, after: Stats | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.size === after.size &&
  before.mtimeMs === after.mtimeMs &&
  before.ino === after.ino;
