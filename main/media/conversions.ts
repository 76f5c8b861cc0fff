/** Puts a playable copy into its place, as the window sends it: written beside, checked when whole, moved there. */
import { randomUUID } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import type { Recording } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import type { ConversionBegun, ConversionFinished, ConversionWritten } from '../../preload/api.ts';
import type { KeptFiles } from '../vault/keptFiles.ts';
import { readAvi } from './avi/readAvi.ts';
import { type CopyTarget, plainTarget } from './copyTarget.ts';
import { freeAt, type Written } from './disk.ts';
import type { Inspection } from './inspect.ts';
import type { Leftover } from './leftover.ts';
import { relink } from './link.ts';
import { exists, holdsRecording } from './occupied.ts';
import { inspectRecording } from './view.ts';

/** What a copy is allowed to differ from the recording in length. */
const toleranceMs = 100;

type Conversion = {
  id: string;
  recording: Recording;
  durationMs: number | null;
  /** Where it is going to lie; undefined in the library. */
  place: string | undefined;
  target: CopyTarget;
  /** Ends when all that was asked so far is on its way to the disk. */
  writing: Promise<Written>;
  /** From the last check on, it can neither be written to nor cancelled. */
  finishing: Promise<unknown> | undefined;
  dropped: Promise<void> | undefined;
};

type Options = {
  store: Store;
  leftover: Leftover;
  /** Asks a person where to save; undefined when they change their mind. */
  askForPlace: (suggested: (suffix: string) => string) => Promise<string | undefined>;
  kept: KeptFiles;
  /** What is kept in the library is converted there, encrypted. */
  inLibrary: {
    folder: string;
    target: (recording: Recording) => Promise<CopyTarget | undefined>;
  };
};

export type Conversions = ReturnType<typeof conversions>;

export function conversions({ store, leftover, askForPlace, kept, inLibrary }: Options) {
  let current: Conversion | undefined;
  /** The library was closed: no copy begins after that. */
  let ended = false;
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }
  const found = (id: string) => (current?.id === id && !current.finishing ? current : undefined);

  /** Leaves nothing behind. */
  function drop(conversion: Conversion): Promise<void> {
    if (current === conversion) current = undefined;
    conversion.dropped ??= conversion.writing.then(conversion.target.drop);
    return conversion.dropped;
  }

  /** Where a linked recording's copy goes, as a person says. */
  async function choosePlace(recording: Recording): Promise<string | 'cancelled' | 'taken'> {
    const folder = dirname(recording.path);
    const stem = basename(recording.path, extname(recording.path));
    const chosen = await askForPlace((suffix) => join(folder, `${stem} – ${suffix}.mp4`));
    if (chosen === undefined) return 'cancelled';
    const place = extname(chosen).toLowerCase() === '.mp4' ? chosen : `${chosen}.mp4`;
    // Whoever did not type the ending was not asked about a file that has it.
    const unasked = place !== chosen && (await exists(place));
    return unasked || (await holdsRecording(store, place, recording)) ? 'taken' : place;
  }

  async function begin(sessionId: string): Promise<ConversionBegun> {
    const recording = store.recordings.ofSession(sessionId);
    if (recording === undefined) return { outcome: 'refused', problem: { kind: 'gone' } };
    const { problem, durationMs: told } = await inspectRecording(recording, kept);
    // A problem of the player's own, as with AC-3 in an MP4, is not seen here.
    if (problem !== null && problem.kind !== 'convert') return { outcome: 'refused', problem };

    const place = recording.keptAt === null ? await choosePlace(recording) : undefined;
    if (place === 'cancelled' || place === 'taken') return { outcome: place };
    const neededBytes = Math.ceil(recording.sizeBytes * 1.02) + 16 * 1024 * 1024;
    const freeBytes = await freeAt(place === undefined ? inLibrary.folder : dirname(place));
    if (freeBytes !== undefined && freeBytes < neededBytes) {
      return { outcome: 'noRoom', neededBytes, freeBytes };
    }

    const read = await aviOf(recording);
    // The index knows better than the header how long an AVI is.
    const durationMs = read === undefined ? told : Math.round(read.seconds * 1000);
    const avi = read && { picture: read.picture, sound: read.sound };

    const conversion = await inTurn(() => make(recording, place, durationMs));
    if (conversion === undefined) return { outcome: 'unwritable' };
    return {
      outcome: 'begun',
      conversionId: conversion.id,
      name: conversion.target.name,
      recordingId: recording.id,
      sizeBytes: recording.sizeBytes,
      avi,
    };
  }

  async function make(
    recording: Recording,
    place: string | undefined,
    durationMs: number | null,
  ): Promise<Conversion | undefined> {
    // One at a time: what another question began meanwhile is dropped as well, and what is being finished ends first.
    while (current !== undefined) await (current.finishing ?? drop(current));
    if (ended) return undefined;
    const link = (where: string) => () => relink(store, recording.sessionId, where, true, kept);
    const target =
      place === undefined
        ? await inLibrary.target(recording)
        : plainTarget({ place, leftover, link: link(place) });
    if (target === undefined) return undefined;
    if (ended) {
      target.dropNow();
      return undefined;
    }
    const writing = Promise.resolve({ outcome: 'written' as const });
    const rest = { writing, finishing: undefined, dropped: undefined };
    current = { id: randomUUID(), recording, durationMs, place, target, ...rest };
    return current;
  }

  async function aviOf(recording: Recording) {
    const bytes = await kept.open(recording);
    if (typeof bytes === 'string') return undefined;
    try {
      return await readAvi(bytes);
    } finally {
      await bytes.close();
    }
  }

  async function writePart(id: string, position: number, bytes: Uint8Array): Promise<ConversionWritten> {
    const conversion = found(id);
    if (conversion === undefined) return { outcome: 'gone' };
    conversion.writing = conversion.writing.then((before) =>
      before.outcome === 'written' ? conversion.target.write(position, bytes) : before,
    );
    const written = await conversion.writing;
    if (written.outcome !== 'written') await drop(conversion);
    return written;
  }

  async function finish(id: string): Promise<ConversionFinished> {
    const conversion = found(id);
    if (conversion === undefined) return { outcome: 'gone' };
    const finishing = settleIn(conversion);
    conversion.finishing = finishing;
    return finishing;
  }

  async function settleIn(conversion: Conversion): Promise<ConversionFinished> {
    const outcome = await notWhole(conversion);
    if (outcome !== undefined) {
      await drop(conversion);
      return { outcome };
    }
    try {
      const linked = await conversion.target.place();
      return linked === undefined ? { outcome: 'unwritable' } : { outcome: 'finished', linked };
    } finally {
      current = undefined;
    }
  }

  /** What stands in the way of a copy that all was written of. */
  async function notWhole({ recording, place, target, durationMs, writing }: Conversion) {
    const before = await writing;
    const written = before.outcome === 'written' ? await target.settle() : before;
    if (written.outcome !== 'written') return written.outcome;
    const present = store.recordings.find(recording.id);
    if (present?.fingerprint !== recording.fingerprint || present.keptAt !== recording.keptAt) return 'gone';
    if (!isWhole(await target.inspect(), durationMs)) return 'broken';
    return place !== undefined && (await holdsRecording(store, place, recording)) ? 'taken' : undefined;
  }

  return {
    begin,
    write: writePart,
    finish,
    async cancel(id: string): Promise<boolean> {
      const conversion = found(id);
      if (conversion !== undefined) await drop(conversion);
      return conversion !== undefined;
    },
    /** Whether a copy is being made. */
    busy: () => current !== undefined,
    /** At the end of the program, when nothing can be waited for. */
    stop(): void {
      ended = true;
      // One that is being finished has its place already, or is removed at the next start.
      if (current === undefined || current.finishing !== undefined) return;
      current.target.dropNow();
      current = undefined;
    },
  };
}

/** Can the copy be read, and is it as long as the recording? */
const isWhole = (copy: Inspection, durationMs: number | null): boolean =>
  copy.problem === null &&
  copy.durationMs !== null &&
  (durationMs === null || Math.abs(copy.durationMs - durationMs) <= toleranceMs);
