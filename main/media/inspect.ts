/** Looks into a media file: what it is, how long, and what may be wrong with it. Nothing is decoded. */
import { stat } from 'node:fs/promises';
import { ALL_FORMATS, CustomSource, Input, type InputTrack, MPEG_TS } from 'mediabunny';
import type { MediaProblem } from '../../preload/api.ts';
import { lookIntoAvi } from './avi/readAvi.ts';
import { type Bytes, bytesAt, withFile } from './bytes.ts';
import { foreignStream } from './transportStream.ts';
import { wholenessOf } from './wholeness.ts';

export type Inspection = {
  sizeBytes: number;
  durationMs: number | null;
  picture: boolean;
  /** RFC 6381, as far as known. */
  codecs: string[];
  /** The usual length of a frame of the picture, milliseconds. */
  frameMs: number | null;
  problem: MediaProblem | null;
};

const nothing = { sizeBytes: 0, durationMs: null, picture: false, codecs: [], frameMs: null };

/** What can be told of a file that cannot be looked into. */
export const notInspected = (problem: MediaProblem): Inspection => ({ ...nothing, problem });

export async function inspect(path: string): Promise<Inspection> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return { ...nothing, problem: { kind: 'gone' } };
  if (!found.isFile()) return { ...nothing, problem: { kind: 'notMedia' } };
  const inspection = await withFile(path, inspectBytes);
  return inspection ?? { ...nothing, sizeBytes: found.size, problem: { kind: 'unreadable' } };
}

export async function inspectBytes(bytes: Bytes): Promise<Inspection> {
  const sizeBytes = bytes.size;
  if (sizeBytes === 0) return { ...nothing, problem: { kind: 'empty' } };
  const wholeness = await wholenessOf(bytes);
  const unplayable: Inspection = { ...nothing, sizeBytes, problem: { kind: 'truncated', playable: false } };
  if (wholeness === 'cutUnplayable') return unplayable;
  const content = await look(bytes);
  if (content === 'fallsApart') return unplayable;
  const cut = wholeness === 'cutPlayable' && content.problem === null;
  return {
    ...nothing,
    sizeBytes,
    ...content,
    ...(cut && { problem: { kind: 'truncated', playable: true } as const }),
  };
}

type Content = Partial<Inspection> & Pick<Inspection, 'problem'>;

async function look(bytes: Bytes): Promise<Content | 'fallsApart'> {
  const source = new CustomSource({
    getSize: () => bytes.size,
    read: (start, end) => bytes.read(start, end - start),
    prefetchProfile: 'fileSystem',
  });
  const input = new Input({ formats: ALL_FORMATS, source });
  try {
    if (!(await input.canRead())) {
      const avi = await contentOfAvi(bytes);
      if (avi !== undefined) return avi;
      const name = await foreignContainer(bytes);
      return { problem: name === undefined ? { kind: 'notMedia' } : { kind: 'codec', name } };
    }
    const format = await input.getFormat();
    const foreign = format === MPEG_TS ? await foreignStream(bytes) : undefined;
    if (foreign !== undefined) return { problem: { kind: 'codec', name: foreign } };
    const tracks = await input.getTracks();
    const playable = tracks.filter((track) => track.type === 'video' || track.type === 'audio');
    if (playable.length === 0) return { problem: { kind: 'notMedia' } };
    const unknown = playable.find((track) => track.codec === null && !isMotionJpeg(track));
    return {
      durationMs: await durationOf(input, format === MPEG_TS ? await input.getFirstTimestamp() : 0),
      picture: playable.some((track) => track.type === 'video'),
      codecs: (await Promise.all(playable.map(codecOf))).filter((codec) => codec !== undefined),
      frameMs: await frameOf(input),
      problem:
        unknown !== undefined
          ? { kind: 'codec', name: String(unknown.internalCodecId ?? format.name) }
          : format === MPEG_TS
            ? { kind: 'convert', name: 'MPEG-TS' }
            : null,
    };
  } catch {
    // The library throws on files that look like media and fall apart inside.
    return 'fallsApart';
  } finally {
    input.dispose();
  }
}

async function contentOfAvi(bytes: Bytes): Promise<Content | undefined> {
  const avi = await lookIntoAvi(bytes);
  if (avi === undefined) return undefined;
  const { seconds, picture, codecs, foreign } = avi;
  if (foreign !== undefined) return { problem: { kind: 'codec', name: foreign } };
  if (seconds === 0) return { problem: { kind: 'notMedia' } };
  return {
    durationMs: Math.round(seconds * 1000),
    picture,
    codecs,
    problem: { kind: 'convert', name: 'AVI' },
  };
}

/** The library knows no Motion JPEG, but tells its name in QuickTime and Matroska, and finds its frames. */
const isMotionJpeg = ({ internalCodecId }: InputTrack): boolean =>
  ['jpeg', 'mjpa', 'V_MJPEG'].includes(String(internalCodecId));

async function codecOf(track: InputTrack): Promise<string | undefined> {
  if (isMotionJpeg(track)) return 'mjpeg';
  const codec = await track.getCodecParameterString();
  // Uncompressed sound has no name in RFC 6381, and always plays.
  return codec === null || codec.startsWith('pcm') ? undefined : codec;
}

/** From the first frames: a camera's rate does not change within a session. */
async function frameOf(input: Input): Promise<number | null> {
  const track = await input.getPrimaryVideoTrack();
  const stats = await track?.computePacketStats(50).catch(() => undefined);
  const rate = stats?.averagePacketRate ?? 0;
  return rate >= 1 && rate <= 1000 ? 1000 / rate : null;
}

/**
 * Milliseconds; null where the end of the file gives no time, as in a cut Ogg.
 * @param startSeconds where the clock of the file stands at its start: cameras let it run on
 */
async function durationOf(input: Input, startSeconds: number): Promise<number | null> {
  const stated = await input.getDurationFromMetadata().catch(() => null);
  const seconds = (stated ?? (await input.computeDuration().catch(() => 0))) - startSeconds;
  return seconds > 0 && Number.isFinite(seconds) ? Math.round(seconds * 1000) : null;
}

/** Containers that are media but are not read here, by their first bytes. */
async function foreignContainer(bytes: Bytes): Promise<string | undefined> {
  const head = Buffer.concat([await bytesAt(bytes, 0, 16)], 16);
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'AVI ') return 'AVI';
  if (head.readUInt32BE(0) === 0x3026b275) return 'WMV';
  if (head.readUInt32BE(0) === 0x000001ba) return 'MPEG';
  if (head.toString('latin1', 0, 3) === 'FLV') return 'Flash Video';
  return undefined;
}
