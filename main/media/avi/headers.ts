/**
 * The headers of an AVI: which streams it has, and where their chunks are told of. Numbers are little-endian.
 * Sources: Microsoft's 'AVI RIFF File Reference'; 'OpenDML AVI File Format Extensions' 1.02 (indx, RIFF AVIX).
 */
import { type Bytes, bytesAt } from '../bytes.ts';

export type Span = { start: number; end: number };

export type AviStream = {
  kind: 'picture' | 'sound' | 'other';
  /** Four characters of the compression of a picture, as written; empty for sound. */
  fourCc: string;
  /** WAVEFORMATEX's tag of a sound's compression; 0 for pictures. */
  formatTag: number;
  width: number;
  height: number;
  channels: number;
  sampleRate: number;
  bytesPerSecond: number;
  bitsPerSample: number;
  /** What follows the format: an AudioSpecificConfig, for AAC. */
  extra: Uint8Array;
  rate: number;
  scale: number;
  /** When it starts and how long it is, in units of scale / rate. A recorder that lost power leaves a length of 0. */
  start: number;
  length: number;
  /** Bytes of one sample; 0 where each chunk is one frame. */
  sampleSize: number;
  /** Where the parts of its own index lie, if it has one. */
  indexParts: number[];
};

export type AviLayout = { streams: AviStream[]; movi: Span[]; idx1: Span | undefined };

const headerLimit = 4 * 1024 * 1024;

/** Undefined when the file is no AVI. */
export async function aviLayout(file: Bytes): Promise<AviLayout | undefined> {
  const { size } = file;
  const layout: AviLayout = { streams: [], movi: [], idx1: undefined };
  for (let at = 0; at + 12 <= size; ) {
    const riff = await bytesAt(file, at, at + 12);
    const form = riff.toString('latin1', 8, 12);
    if (riff.toString('latin1', 0, 4) !== 'RIFF' || (form !== 'AVI ' && form !== 'AVIX')) break;
    if (at === 0 && form !== 'AVI ') break;
    // A recorder that lost power leaves a length of 0: the file ends where it ends.
    const length = riff.readUInt32LE(4);
    const end = Math.min(size, length === 0 ? size : at + 8 + length);
    await partsOf(file, { start: at + 12, end }, layout);
    at = even(end);
  }
  return layout.streams.length > 0 ? layout : undefined;
}

const even = (at: number) => at + (at % 2);

/** The parts of one RIFF: the headers, the chunks, the old index. */
async function partsOf(file: Bytes, { start, end }: Span, layout: AviLayout): Promise<void> {
  for (let at = start; at + 12 <= end; ) {
    const head = await bytesAt(file, at, at + 12);
    if (head.length < 12) return;
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const list = name === 'LIST' ? head.toString('latin1', 8, 12) : undefined;
    const isMovi = list === 'movi';
    const stop = isMovi && length === 0 ? end : Math.min(end, at + 8 + length);
    if (list === 'hdrl')
      layout.streams = streamsOf(await bytesAt(file, at + 12, Math.min(stop, at + headerLimit)));
    if (isMovi) layout.movi.push({ start: at + 12, end: stop });
    if (name === 'idx1') layout.idx1 = { start: at + 8, end: stop };
    at = even(stop);
  }
}

function* chunksOf(bytes: Buffer): Generator<{ name: string; body: Buffer }> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    yield { name: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 8, at + 8 + length) };
    at = even(at + 8 + length);
  }
}

function streamsOf(headers: Buffer): AviStream[] {
  const lists = [...chunksOf(headers)].filter(
    ({ name, body }) => name === 'LIST' && body.toString('latin1', 0, 4) === 'strl',
  );
  return lists.map(({ body }) => streamOf([...chunksOf(body.subarray(4))]));
}

function streamOf(chunks: readonly { name: string; body: Buffer }[]): AviStream {
  const body = (name: string, least: number) => {
    const found = chunks.find((chunk) => chunk.name === name)?.body ?? Buffer.alloc(0);
    return found.length >= least ? found : Buffer.concat([found], least);
  };
  const head = body('strh', 48);
  const format = body('strf', 40);
  const type = head.toString('latin1', 0, 4);
  const picture = type === 'vids';
  const sound = type === 'auds';
  const indexed = chunks.find(
    ({ name, body: index }) => name === 'indx' && index.length >= 24 && index[3] === 0,
  );
  return {
    kind: picture ? 'picture' : sound ? 'sound' : 'other',
    fourCc: picture ? format.toString('latin1', 16, 20) : '',
    formatTag: sound ? tagOf(format) : 0,
    width: picture ? format.readInt32LE(4) : 0,
    // A negative height means rows from the top.
    height: picture ? Math.abs(format.readInt32LE(8)) : 0,
    channels: sound ? format.readUInt16LE(2) : 0,
    sampleRate: sound ? format.readUInt32LE(4) : 0,
    bytesPerSecond: sound ? format.readUInt32LE(8) : 0,
    bitsPerSample: sound ? format.readUInt16LE(14) : 0,
    extra: sound ? new Uint8Array(format.subarray(18, 18 + format.readUInt16LE(16))) : new Uint8Array(),
    scale: head.readUInt32LE(20),
    rate: head.readUInt32LE(24),
    start: head.readUInt32LE(28),
    length: head.readUInt32LE(32),
    sampleSize: head.readUInt32LE(44),
    indexParts: indexed === undefined ? [] : partsOfIndex(indexed.body),
  };
}

/** WAVEFORMATEXTENSIBLE keeps the tag in the first bytes of its subformat. */
function tagOf(format: Buffer): number {
  const tag = format.readUInt16LE(0);
  return tag === 0xfffe ? format.readUInt16LE(24) : tag;
}

/** The super index: 24 bytes, then 16 for each part, beginning with where it lies. */
function partsOfIndex(index: Buffer): number[] {
  const count = Math.min(index.readUInt32LE(4), Math.floor((index.length - 24) / 16));
  return Array.from({ length: count }, (_, part) => Number(index.readBigUInt64LE(24 + part * 16)));
}
