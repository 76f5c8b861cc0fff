/** Ties a file to the record: a session is made around a new one, a moved one is found again. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Recording, RecordingFile } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { isSeen, oneLine } from '../../db/text.ts';
import type { Linked } from '../../preload/api.ts';
import type { KeptFiles } from '../vault/keptFiles.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Inspection, inspect } from './inspect.ts';
import { recordingView } from './view.ts';

/**
 * Links the file at `path` where it lies and makes a session around it.
 * @param keepUntil the last day on which a new recording may be kept; null for no limit
 */
export async function linkNew(
  store: Store,
  path: string,
  kept: KeptFiles,
  keepUntil: string | null = null,
): Promise<Linked> {
  const file = await read(path);
  if (!('fields' in file)) return file;
  const date = dateOf(file.fields.name, (await stat(path)).mtime);
  // From here to the new session nothing waits: two drops of one file make one session.
  const known = store.recordings.withFingerprint(file.fields.fingerprint);
  if (known !== undefined) {
    // The same recording at another place: that place is taken when the first one has it no more.
    const here = known.keptAt === null && known.path === path;
    if (!here && (await isLost(known, kept))) await takePlace(store, known, file.fields, kept);
    return { outcome: 'known', sessionId: known.sessionId };
  }
  const sessionId = store.together(() => {
    const session = store.sessions.add({
      groupId: null,
      date,
      number: null,
      patientsPresent: null,
      firstTherapistId: null,
      secondTherapistId: null,
    });
    store.recordings.add({ sessionId: session.id, ...file.fields, keepUntil });
    return session.id;
  });
  return { outcome: 'linked', sessionId, problem: file.inspection.problem };
}

/** A recording that can be read where the record says stays there. */
async function isLost(recording: Recording, kept: KeptFiles): Promise<boolean> {
  const { problem } = await recordingView(recording, kept);
  return problem !== null && problem.kind !== 'convert';
}

/** The file is linked in place of one that is lost. */
async function takePlace(
  store: Store,
  recording: Recording,
  file: RecordingFile,
  kept: KeptFiles,
): Promise<void> {
  if (recording.keptAt !== null) await kept.setAside(recording.id);
  store.recordings.relink(recording.id, file);
}

/**
 * Points the recording of a session to the file at `path`; with `force` also to one with other content. What is kept in
 * the library and can be read is not given up for a file outside: it is told as `known`.
 */
export async function relink(
  store: Store,
  sessionId: string,
  path: string,
  force: boolean,
  kept: KeptFiles,
  keepUntil: string | null = null,
): Promise<Linked> {
  const recording = store.recordings.ofSession(sessionId);
  const file = await read(path);
  if (!('fields' in file)) return file;
  if (recording === undefined) {
    store.recordings.add({ sessionId, ...file.fields, keepUntil });
  } else {
    if (!force && recording.fingerprint !== file.fields.fingerprint) {
      return { outcome: 'different', name: file.fields.name, durationMs: file.fields.durationMs };
    }
    if (recording.keptAt !== null && !(await isLost(recording, kept))) return { outcome: 'known', sessionId };
    await takePlace(store, recording, file.fields, kept);
  }
  return { outcome: 'linked', sessionId, problem: file.inspection.problem };
}

/** As it is shown; the file itself may be called anything. */
const nameOfFile = (path: string): string => {
  const name = oneLine(basename(path));
  return isSeen(name) ? name : '–';
};

type File = { inspection: Inspection; fields: RecordingFile };

/** Refuses what has nothing to play in it. */
async function read(path: string): Promise<File | Linked> {
  const inspection = await inspect(path);
  const { problem, sizeBytes, durationMs, picture } = inspection;
  const name = nameOfFile(path);
  const usable =
    problem === null || problem.kind === 'convert' || (problem.kind === 'truncated' && problem.playable);
  if (!usable) {
    return { outcome: 'refused', name, problem };
  }
  const fingerprint = await fingerprintOf(path);
  return { inspection, fields: { path, name, sizeBytes, durationMs, picture, fingerprint } };
}

/**
 * The day of a session: as written in the file's name (2026-11-12, 20261112, 12.11.2026), otherwise the day
 * the file was last changed, in local time.
 */
export function dateOf(name: string, modified: Date): string {
  const iso = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  const nordic = /(?<!\d)(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(20\d\d)(?!\d)/.exec(name);
  const parts = iso?.slice(1, 4) ?? nordic?.slice(1, 4).reverse();
  const day = parts?.map((part) => part.padStart(2, '0')).join('-');
  if (day !== undefined && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)) return day;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${modified.getFullYear()}-${pad(modified.getMonth() + 1)}-${pad(modified.getDate())}`;
}
