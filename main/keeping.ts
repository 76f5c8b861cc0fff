/** Takes recordings into the library and out of it, one at a time, with the record told when all is whole. */
import { rmSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Recording } from '../db/model.ts';
import type { Store } from '../db/store.ts';
import type { Binned, Keeping, Kept, TakenOut } from '../preload/api.ts';
import { isInside } from './inside.ts';
import { inWorker } from './inWorker.ts';
import type { KeepProgress, KeepWork } from './keepWorker.ts';
import { freeAt } from './media/disk.ts';
import { fingerprintOf } from './media/fingerprint.ts';
import type { Leftover } from './media/leftover.ts';
import { holdsRecording, isSameFile } from './media/occupied.ts';
import { payloadOf } from './vault/ageFormat.ts';
import type { KeepDone } from './vault/keepFile.ts';
import { keptFile, partFile } from './vault/keptPlaces.ts';
import type { LibraryKeys } from './vault/keyFile.ts';
import { recordingsFolder } from './vault/places.ts';
import { settleFolder } from './wholeFile.ts';

/** What a disk needs besides, to be a disk that one can go on working on. */
const reserveBytes = 16 * 1024 * 1024;

type Options = {
  folder: string;
  keys: LibraryKeys;
  store: Store;
  /** Remembers the plain file that is being written. */
  leftover: Leftover;
  /** Asks where a plain copy of the file with this name goes; undefined when a person changes their mind. */
  askForPlace: (name: string) => Promise<string | undefined>;
  /** Moves a file to the bin of the system. */
  bin: (path: string) => Promise<void>;
  tell: (keeping: Keeping | null) => void;
};

export type RecordingsKeeping = ReturnType<typeof keeping>;

type Ended = { outcome: 'cancelled' | 'stopped' };
const stopped = { outcome: 'stopped' } as const;

const firstStep = (work: KeepWork): Keeping['step'] =>
  'keep' in work ? 'encrypting' : 'check' in work ? 'checking' : 'takingOut';

export function keeping({ folder, keys, store, leftover, askForPlace, bin, tell }: Options) {
  /** The library was closed: nothing begins or goes on after that, whatever was waited for. */
  let ended = false;
  let current: { recording: Recording; abort: AbortController; plain: string | undefined } | undefined;

  /** Runs the one work that is under way, which may be ended from outside. */
  async function run(recording: Recording, work: KeepWork, plain?: string): Promise<KeepDone | Ended> {
    if (ended) return stopped;
    const abort = new AbortController();
    current = { recording, abort, plain };
    const { id: recordingId, name } = recording;
    // At once: a slow disk lets its first word wait.
    tell({ recordingId, name, step: firstStep(work), share: 0 });
    try {
      return await inWorker<KeepDone, KeepProgress>('keepWorker', work, {
        onProgress: (progress) => {
          if (!abort.signal.aborted) tell({ recordingId, name, ...progress });
        },
        signal: abort.signal,
      });
    } catch (error) {
      if (!abort.signal.aborted) throw error;
      // What `cancel` and `stop` below give as their reason.
      return { outcome: abort.signal.reason as Ended['outcome'] };
    } finally {
      current = undefined;
      tell(null);
    }
  }

  async function keep(recordingId: string): Promise<Kept> {
    const recording = store.recordings.find(recordingId);
    if (recording === undefined || recording.keptAt !== null || current !== undefined)
      return { outcome: 'busy' };
    const { path, sizeBytes, fingerprint } = recording;
    const part = partFile(folder, recordingId);
    const room = await roomFor(sizeBytes, part);
    if (ended) return stopped;
    if (room !== undefined) return { outcome: 'noRoom', ...room };
    const found = await fingerprintOf(path).catch(() => undefined);
    if (ended) return stopped;
    if (found === undefined) return { outcome: 'unreadable' };
    if (found !== fingerprint) return { outcome: 'changed' };
    try {
      await mkdir(recordingsFolder(folder), { recursive: true, mode: 0o700 });
    } catch {
      return { outcome: 'unwritable' };
    }
    // Another question may have come first.
    if (current !== undefined) return { outcome: 'busy' };
    const done = await run(recording, {
      keep: { source: path, sizeBytes, part, identity: keys.identity },
    });
    if (typeof done === 'object' && done.outcome === 'stopped') return done;
    if (done === 'unreadable') return { outcome: done };
    const outcome = done === 'whole' ? await settleIn(recording, part) : done;
    if (outcome === 'kept' || outcome === 'stopped') return { outcome };
    await rm(part, { force: true }).catch(() => undefined);
    if (typeof outcome === 'object') return outcome;
    return { outcome: outcome === 'noRoom' ? 'full' : outcome };
  }

  /** What is too little on the library's disk; undefined when there is room, or nobody knows. */
  async function roomFor(sizeBytes: number, part: string) {
    const there = await stat(part).catch(() => undefined);
    const neededBytes = payloadOf(sizeBytes) + reserveBytes - (there?.size ?? 0);
    const freeBytes = await freeAt(folder);
    return freeBytes === undefined || freeBytes >= neededBytes ? undefined : { neededBytes, freeBytes };
  }

  async function settleIn(
    recording: Recording,
    part: string,
  ): Promise<'kept' | 'changed' | 'unwritable' | 'stopped'> {
    if (ended) return 'stopped';
    const present = store.recordings.find(recording.id);
    // It may have been pointed to another file meanwhile.
    if (present?.fingerprint !== recording.fingerprint || present.keptAt !== null) return 'changed';
    try {
      await rename(part, keptFile(folder, recording.id));
    } catch {
      return 'unwritable';
    }
    await settleFolder(recordingsFolder(folder));
    // Whole and in its place: the next opening tells the record.
    if (ended) return 'stopped';
    store.recordings.keep(recording.id);
    return 'kept';
  }

  async function binOriginal(recordingId: string): Promise<Binned> {
    const recording = store.recordings.find(recordingId);
    if (recording === undefined || recording.keptAt === null || current !== undefined)
      return { outcome: 'busy' };
    const { path, fingerprint } = recording;
    const sameThere = () => fingerprintOf(path).catch(() => undefined);
    const found = await sameThere();
    if (found !== fingerprint) return { outcome: found === undefined ? 'gone' : 'changed' };
    if (ended || current !== undefined) return { outcome: 'busy' };
    if (await isNeeded(recording)) return { outcome: 'needed' };
    if (ended || current !== undefined) return { outcome: 'busy' };
    // However long ago it was taken in: the original goes only when all of it can be read today.
    const done = await run(recording, {
      check: { kept: keptFile(folder, recordingId), identity: keys.identity },
    });
    if (done !== 'whole') return { outcome: typeof done === 'object' ? 'busy' : 'damaged' };
    if ((await sameThere()) !== fingerprint) return { outcome: 'changed' };
    if (ended) return { outcome: 'busy' };
    if (await isNeeded(recording)) return { outcome: 'needed' };
    if (ended) return { outcome: 'busy' };
    return bin(path).then(
      () => ({ outcome: 'binned' }) as const,
      () => ({ outcome: 'failed' }) as const,
    );
  }

  /** Whether the original is what a recording of another session plays from. */
  async function isNeeded({ path, fingerprint }: Recording): Promise<boolean> {
    const same = store.recordings.linkedTo({ path, fingerprint }).map((other) => isSameFile(path, other));
    return (await Promise.all(same)).includes(true);
  }

  async function takeOut(recordingId: string): Promise<TakenOut> {
    const recording = store.recordings.find(recordingId);
    if (recording === undefined || recording.keptAt === null || current !== undefined)
      return { outcome: 'busy' };
    const place = await askForPlace(recording.name);
    // The question of the system stays on the screen when the library is locked behind it.
    if (ended) return stopped;
    if (place === undefined) return { outcome: 'cancelled' };
    if (isInside(folder, place) || (await holdsOther(place, recording))) return { outcome: 'taken' };
    const freeBytes = await freeAt(dirname(place));
    if (ended) return stopped;
    const neededBytes = recording.sizeBytes + reserveBytes;
    if (freeBytes !== undefined && freeBytes < neededBytes)
      return { outcome: 'noRoom', neededBytes, freeBytes };
    if (current !== undefined) return { outcome: 'busy' };
    const part = `${place}.${recordingId.slice(0, 8)}.part`;
    leftover.remember(part);
    const kept = keptFile(folder, recordingId);
    const done = await run(recording, { takeOut: { kept, identity: keys.identity, part } }, part);
    const moved = done === 'whole' && (await move(part, place));
    if (!moved) await rm(part, { force: true }).catch(() => undefined);
    leftover.forget(part);
    if (moved) return { outcome: 'takenOut', name: basename(place) };
    if (typeof done === 'object') return done;
    if (done === 'noRoom') return { outcome: 'full' };
    return { outcome: done === 'damaged' ? 'damaged' : 'unwritable' };
  }

  /** The original of this recording may be written once more where it lay; that of no other. */
  async function holdsOther(place: string, { id, fingerprint }: Recording): Promise<boolean> {
    const there = await fingerprintOf(place).catch(() => undefined);
    if (ended || there === undefined || there === fingerprint) return false;
    return (
      store.recordings.withFingerprint(there)?.id !== id && holdsRecording(store, place, { path: place })
    );
  }

  return {
    keep,
    binOriginal,
    takeOut,

    cancel(): boolean {
      current?.abort.abort('cancelled');
      return current !== undefined;
    },

    /** Removes what an interrupted attempt left; not one that is under way. */
    async leave(recordingId: string): Promise<boolean> {
      if (current?.recording.id === recordingId) return false;
      await rm(partFile(folder, recordingId), { force: true });
      return true;
    },

    busy: (): Keeping['step'] | undefined =>
      current && (current.plain === undefined ? 'encrypting' : 'takingOut'),

    /** At the end of the program or of the library: what was on its way in can go on later, what went out goes. */
    stop(): void {
      ended = true;
      current?.abort.abort('stopped');
      // Should it be written once more at this very moment, the note sees to it at the next start.
      if (current?.plain !== undefined) rmSync(current.plain, { force: true });
    },
  };
}

const move = (part: string, place: string): Promise<boolean> =>
  rename(part, place).then(
    () => true,
    () => false,
  );
