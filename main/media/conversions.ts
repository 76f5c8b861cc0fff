/** Puts a playable copy into a file, as the window sends it: written beside its place, moved there when whole. */
import { randomUUID } from 'node:crypto';
import { close, closeSync, rmSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Recording } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import type { ConversionBegun, ConversionFinished, ConversionWritten } from '../../preload/api.ts';
import { readAvi } from './avi/readAvi.ts';
import { freeAt, openNew, settle, type Written, writeAll } from './disk.ts';
import { fingerprintOf } from './fingerprint.ts';
import { inspect } from './inspect.ts';
import type { Leftover } from './leftover.ts';
import { relink } from './link.ts';

const shut = promisify(close);

/** What a copy is allowed to differ from the recording in length. */
const toleranceMs = 100;

type Conversion = {
  id: string;
  recording: Recording;
  durationMs: number | null;
  place: string;
  part: string;
  file: number;
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
};

export type Conversions = ReturnType<typeof conversions>;

export function conversions({ store, leftover, askForPlace }: Options) {
  let current: Conversion | undefined;
  const found = (id: string) => (current?.id === id && !current.finishing ? current : undefined);

  /** Leaves nothing behind. */
  function drop(conversion: Conversion): Promise<void> {
    if (current === conversion) current = undefined;
    conversion.dropped ??= conversion.writing.then(async () => {
      await shut(conversion.file);
      await rm(conversion.part, { force: true });
      leftover.forget(conversion.part);
    });
    return conversion.dropped;
  }

  async function begin(sessionId: string): Promise<ConversionBegun> {
    const recording = store.recordings.ofSession(sessionId);
    if (recording === undefined) return { outcome: 'refused', problem: { kind: 'gone' } };
    const { problem, durationMs: told } = await inspect(recording.path);
    // A problem of the player's own, as with AC-3 in an MP4, is not seen here.
    if (problem !== null && problem.kind !== 'convert') return { outcome: 'refused', problem };

    const folder = dirname(recording.path);
    const stem = basename(recording.path, extname(recording.path));
    const chosen = await askForPlace((suffix) => join(folder, `${stem} – ${suffix}.mp4`));
    if (chosen === undefined) return { outcome: 'cancelled' };
    const place = extname(chosen).toLowerCase() === '.mp4' ? chosen : `${chosen}.mp4`;
    // Whoever did not type the ending was not asked about a file that has it.
    if ((place !== chosen && (await exists(place))) || (await holdsRecording(store, place, recording))) {
      return { outcome: 'taken' };
    }
    const neededBytes = Math.ceil(recording.sizeBytes * 1.02) + 16 * 1024 * 1024;
    const freeBytes = await freeAt(dirname(place));
    if (freeBytes !== undefined && freeBytes < neededBytes) {
      return { outcome: 'noRoom', neededBytes, freeBytes };
    }

    const read = await readAvi(recording.path);
    // The index knows better than the header how long an AVI is.
    const durationMs = read === undefined ? told : Math.round(read.seconds * 1000);
    const avi = read && { picture: read.picture, sound: read.sound };

    // One at a time: what another question began meanwhile is dropped as well, and what is being finished ends first.
    while (current !== undefined) await (current.finishing ?? drop(current));
    const id = randomUUID();
    const part = `${place}.${id.slice(0, 8)}.part`;
    const file = openNew(part);
    if (file === undefined) return { outcome: 'unwritable' };
    leftover.remember(part);
    const writing = Promise.resolve({ outcome: 'written' as const });
    const rest = { writing, finishing: undefined, dropped: undefined };
    current = { id, recording, durationMs, place, part, file, ...rest };
    return {
      outcome: 'begun',
      conversionId: id,
      name: basename(place),
      recordingId: recording.id,
      sizeBytes: recording.sizeBytes,
      avi,
    };
  }

  async function writePart(id: string, position: number, bytes: Uint8Array): Promise<ConversionWritten> {
    const conversion = found(id);
    if (conversion === undefined) return { outcome: 'gone' };
    conversion.writing = conversion.writing.then((before) =>
      before.outcome === 'written' ? writeAll(conversion.file, position, bytes) : before,
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
    const { recording, place, part } = conversion;
    const before = await conversion.writing;
    const written = before.outcome === 'written' ? await settle(conversion.file) : before;
    const present = store.recordings.find(recording.id);
    const outcome =
      written.outcome !== 'written'
        ? written.outcome
        : present?.fingerprint !== recording.fingerprint
          ? 'gone'
          : !(await isWhole(part, conversion.durationMs))
            ? 'broken'
            : (await holdsRecording(store, place, recording))
              ? 'taken'
              : undefined;
    if (outcome !== undefined) {
      await drop(conversion);
      return { outcome };
    }
    await shut(conversion.file);
    const moved = await rename(part, place).then(
      () => true,
      () => false,
    );
    if (!moved) await rm(part, { force: true });
    leftover.forget(part);
    current = undefined;
    if (!moved) return { outcome: 'unwritable' };
    return { outcome: 'finished', linked: await relink(store, recording.sessionId, place, true) };
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
      // One that is being finished has its place already, or is removed at the next start.
      if (current === undefined || current.finishing !== undefined) return;
      closeSync(current.file);
      rmSync(current.part, { force: true });
      leftover.forget(current.part);
      current = undefined;
    },
  };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Whether a recording lies at this place: the one that is converted, by whatever name or link, or any other. */
async function holdsRecording(store: Store, place: string, { path }: Recording): Promise<boolean> {
  const there = await stat(place, { bigint: true }).catch(() => undefined);
  if (there === undefined) return false;
  if (!there.isFile()) return true;
  const original = await stat(path, { bigint: true }).catch(() => undefined);
  if (original?.dev === there.dev && original.ino === there.ino) return true;
  const fingerprint = await fingerprintOf(place).catch(() => undefined);
  return fingerprint !== undefined && store.recordings.withFingerprint(fingerprint) !== undefined;
}

/** Can the copy be read, and is it as long as the recording? */
async function isWhole(path: string, durationMs: number | null): Promise<boolean> {
  const copy = await inspect(path);
  if (copy.problem !== null || copy.durationMs === null) return false;
  return durationMs === null || Math.abs(copy.durationMs - durationMs) <= toleranceMs;
}
