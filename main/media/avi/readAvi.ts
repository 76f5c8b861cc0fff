/** An AVI as far as conversion needs it, and what of it cannot be converted. */
import type { Avi, AviPicture, AviSound } from '../../../preload/api.ts';
import { type Bytes, bytesAt } from '../bytes.ts';
import { type Chunk, chunksOfStreams, firstChunk } from './chunkIndex.ts';
import { pictureNames, soundNames } from './codecNames.ts';
import { type AviLayout, type AviStream, aviLayout } from './headers.ts';

export type AviFacts = {
  seconds: number;
  picture: boolean;
  /** RFC 6381, and `mjpeg`; none for uncompressed sound. */
  codecs: string[];
  /** The first compression that cannot be converted, by its name. */
  foreign: string | undefined;
};

type Named = { codec: string; inPlayer: string | undefined } | { foreign: string };

/** What an AVI is, by its headers; undefined when the file is none. */
export const lookIntoAvi = (file: Bytes): Promise<AviFacts | undefined> =>
  withLayout(file, async (layout) => {
    const told = heardAndSeen(layout.streams);
    const named = await Promise.all(told.map((stream) => nameOf(file, layout, stream)));
    const whole = told.every(({ length }) => length > 0);
    const chunks = whole ? [] : await chunksOfStreams(file, layout);
    const ends = told.map((stream) =>
      whole
        ? (stream.start + stream.length) * unit(stream)
        : endOf(stream, chunks[layout.streams.indexOf(stream)]),
    );
    const [foreign] = named.flatMap((one) => ('foreign' in one ? [one.foreign] : []));
    return {
      seconds: Math.max(0, ...ends),
      picture: told.some(({ kind }) => kind === 'picture'),
      codecs: named.flatMap((one) => ('codec' in one && one.inPlayer !== undefined ? [one.inPlayer] : [])),
      foreign,
    };
  });

/** Where everything in an AVI lies; undefined when the file is none. Reads all of its index: seconds for hours. */
export const readAvi = (file: Bytes): Promise<(Avi & { seconds: number }) | undefined> =>
  withLayout(file, async (layout) => {
    const told = heardAndSeen(layout.streams);
    const chunks = await chunksOfStreams(file, layout);
    const chunksOf = (stream: AviStream) => chunks[layout.streams.indexOf(stream)] ?? [];
    const picture = told.find(({ kind }) => kind === 'picture');
    const sound = told.find(({ kind }) => kind === 'sound');
    return {
      picture: picture && pictureOf(picture, chunksOf(picture)),
      sound: sound && soundOf(sound, chunksOf(sound)),
      seconds: Math.max(0, ...told.map((stream) => endOf(stream, chunksOf(stream)))),
    };
  });

async function withLayout<T>(file: Bytes, read: (layout: AviLayout) => Promise<T>): Promise<T | undefined> {
  const layout = await aviLayout(file);
  return layout && (await read(layout));
}

/** The first picture and the first sound. */
const heardAndSeen = (streams: readonly AviStream[]): AviStream[] =>
  (['picture', 'sound'] as const).flatMap((wanted) => streams.find(({ kind }) => kind === wanted) ?? []);

const unit = ({ rate, scale }: AviStream) => (rate > 0 && scale > 0 ? scale / rate : 0);

/** When a stream ends, in seconds. */
function endOf(stream: AviStream, chunks: readonly Chunk[] = []): number {
  const start = stream.start * unit(stream);
  if (stream.sampleSize === 0) return start + chunks.length * unit(stream);
  const bytes = chunks.reduce((sum, { size }) => sum + size, 0);
  return start + (stream.bytesPerSecond > 0 ? bytes / stream.bytesPerSecond : 0);
}

async function nameOf(file: Bytes, layout: AviLayout, stream: AviStream): Promise<Named> {
  if (stream.kind === 'sound') {
    const named = soundNames(stream);
    if (typeof named === 'string') return { foreign: named };
    return stream.channels > 0 && stream.sampleRate > 0 ? named : { foreign: 'AVI' };
  }
  const name = pictureNames(stream.fourCc);
  if (name !== 'avc' && name !== 'mjpeg') return { foreign: name };
  if (unit(stream) === 0 || stream.width < 1 || stream.height < 1) return { foreign: 'AVI' };
  if (name === 'mjpeg') return { codec: name, inPlayer: name };
  const inPlayer = await profileOf(file, await firstChunk(file, layout, stream));
  return inPlayer === undefined ? { foreign: stream.fourCc } : { codec: name, inPlayer };
}

/** The sequence parameter set of Annex-B H.264 names profile, constraints and level in its first three bytes. */
async function profileOf(file: Bytes, chunk: Chunk | undefined): Promise<string | undefined> {
  if (chunk === undefined) return undefined;
  const bytes = await bytesAt(file, chunk.position, chunk.position + Math.min(chunk.size, 64 * 1024));
  for (let at = bytes.indexOf('000001', 0, 'hex'); at >= 0; at = bytes.indexOf('000001', at + 3, 'hex')) {
    if (((bytes[at + 3] ?? 0) & 0x1f) === 7) return `avc1.${bytes.toString('hex', at + 4, at + 7)}`;
  }
  return undefined;
}

const placesOf = (stream: AviStream, chunks: readonly Chunk[]) => ({
  startSeconds: stream.start * unit(stream),
  positions: Float64Array.from(chunks, ({ position }) => position),
  sizes: Uint32Array.from(chunks, ({ size }) => size),
});

function pictureOf(stream: AviStream, chunks: readonly Chunk[]): AviPicture | undefined {
  const codec = pictureNames(stream.fourCc);
  if (codec !== 'avc' && codec !== 'mjpeg') return undefined;
  const { width, height, rate, scale } = stream;
  return { codec, width, height, rate, scale, ...placesOf(stream, chunks) };
}

function soundOf(stream: AviStream, chunks: readonly Chunk[]): AviSound | undefined {
  const named = soundNames(stream);
  if (typeof named === 'string') return undefined;
  const { channels, sampleRate, extra } = stream;
  return {
    codec: named.codec,
    channels,
    sampleRate,
    chunkSeconds: stream.sampleSize === 0 ? unit(stream) : 0,
    setup: named.codec === 'aac' ? extra : new Uint8Array(),
    ...placesOf(stream, chunks),
  };
}
