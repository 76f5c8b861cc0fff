/** A recording as the window may see it, with what is wrong with its file today. */
import { stat } from 'node:fs/promises';
import type { Recording } from '../../db/model.ts';
import type { MediaProblem, RecordingView } from '../../preload/api.ts';
import type { KeptFiles } from '../vault/keptFiles.ts';
import { fingerprintOf, fingerprintOfBytes } from './fingerprint.ts';
import { type Inspection, inspect, inspectBytes, notInspected } from './inspect.ts';

export async function recordingView(recording: Recording, kept: KeptFiles): Promise<RecordingView> {
  const { id, name, sizeBytes, durationMs, picture, volume, gainDb, keptAt } = recording;
  const { codecs, frameMs, problem } = await inspectRecording(recording, kept);
  return {
    id,
    name,
    sizeBytes,
    durationMs,
    picture,
    codecs,
    frameMs,
    volume,
    gainDb,
    problem,
    keptAt,
    original: keptAt !== null && (await liesThere(recording)),
    interrupted: keptAt === null && (await kept.interrupted(id)),
  };
}

/** Looks into its file, which is to have the content that the record knows. */
export const inspectRecording = (recording: Recording, kept: KeptFiles): Promise<Inspection> =>
  recording.keptAt === null ? lookLinked(recording) : lookKept(recording, kept);

async function lookLinked({ path, fingerprint }: Recording): Promise<Inspection> {
  const inspection = await inspect(path);
  // A file that goes away at this very moment is told as gone the next time one looks.
  const found = await fingerprintOf(path).catch(() => fingerprint);
  return isBroken(inspection.problem) || found === fingerprint
    ? inspection
    : { ...inspection, problem: { kind: 'changed' } };
}

/** Nothing can be read of it then that would tell one content from another. */
const isBroken = (problem: MediaProblem | null) => problem !== null && problem.kind !== 'convert';

async function lookKept(recording: Recording, kept: KeptFiles): Promise<Inspection> {
  const bytes = await kept.open(recording);
  if (bytes === 'gone') return notInspected({ kind: 'keptGone' });
  if (bytes === 'damaged') return notInspected({ kind: 'keptDamaged', playable: false });
  try {
    const inspection = await inspectBytes(bytes).catch((error: unknown) => {
      if (kept.foundDamaged(recording.id)) return notInspected({ kind: 'keptDamaged', playable: false });
      throw error;
    });
    const found = await fingerprintOfBytes(bytes).catch(() => undefined);
    return { ...inspection, problem: keptProblem(recording, inspection, found, kept) };
  } finally {
    await bytes.close();
  }
}

function keptProblem(
  { id, fingerprint }: Recording,
  { problem }: Inspection,
  found: string | undefined,
  kept: KeptFiles,
): MediaProblem | null {
  if (kept.foundDamaged(id)) {
    const playable = problem === null || (problem.kind === 'truncated' && problem.playable);
    return { kind: 'keptDamaged', playable };
  }
  return isBroken(problem) || found === fingerprint ? problem : { kind: 'changed' };
}

/** By name and size: whether it really is the same is seen before anything is done to it. */
async function liesThere({ path, sizeBytes }: Recording): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.size === sizeBytes;
}
