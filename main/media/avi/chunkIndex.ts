/** Where the chunks of each stream of an AVI lie: from its own index, from the old one, or by walking through. */
import { type Bytes, bytesAt } from '../bytes.ts';
import type { AviLayout, AviStream, Span } from './headers.ts';

export type Chunk = { position: number; size: number };

/** The chunks of each stream, in the order of the file. */
export async function chunksOfStreams(file: Bytes, layout: AviLayout): Promise<Chunk[][]> {
  const { size } = file;
  const own = await Promise.all(layout.streams.map(({ indexParts }) => ownIndex(file, indexParts)));
  const listed = own.every((chunks, stream) => chunks.length > 0 || layout.streams[stream]?.kind === 'other')
    ? own
    : ((await oldIndex(file, layout)) ?? (await walk(file, layout)));
  // What an index promises beyond the end of a cut file is not there.
  return listed.map((chunks) => chunks.filter((chunk) => chunk.position + chunk.size <= size));
}

/** OpenDML: each part names a base, and chunks by 32-bit offsets from it; bit 31 of the size means 'no key frame'. */
async function ownIndex(file: Bytes, parts: readonly number[]): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for (const at of parts) {
    const head = await bytesAt(file, at, at + 32);
    if (head.length < 32 || head.readUInt16LE(8) !== 2) return [];
    const count = head.readUInt32LE(12);
    const base = Number(head.readBigUInt64LE(20));
    const entries = await bytesAt(file, at + 32, at + 32 + Math.min(count * 8, head.readUInt32LE(4)));
    for (let entry = 0; entry + 8 <= entries.length; entry += 8) {
      const size = entries.readUInt32LE(entry + 4);
      chunks.push({
        position: base + entries.readUInt32LE(entry),
        size: size & 0x7fffffff,
      });
    }
  }
  return chunks;
}

/** `idx1`: 16 bytes for each chunk; offsets count from the word 'movi', or from the start of the file. */
async function oldIndex(file: Bytes, { streams, idx1, movi }: AviLayout): Promise<Chunk[][] | undefined> {
  const [first] = movi;
  if (idx1 === undefined || first === undefined || idx1.end - idx1.start < 16) return undefined;
  const entries = await bytesAt(file, idx1.start, idx1.end);
  const origin = first.start - 4;
  const named = await bytesAt(file, origin + entries.readUInt32LE(8), origin + entries.readUInt32LE(8) + 4);
  const base = named.equals(entries.subarray(0, 4)) ? origin : 0;
  const chunks: Chunk[][] = streams.map(() => []);
  for (let at = 0; at + 16 <= entries.length; at += 16) {
    chunks[streamOf(entries.toString('latin1', at, at + 4)) ?? -1]?.push({
      position: base + entries.readUInt32LE(at + 8) + 8,
      size: entries.readUInt32LE(at + 12),
    });
  }
  return chunks;
}

/** The first chunk with something in it of one stream, without any index. */
export async function firstChunk(
  file: Bytes,
  { streams, movi }: AviLayout,
  stream: AviStream,
): Promise<Chunk | undefined> {
  const [first] = movi;
  let left = 1000;
  for await (const { name, position, size } of chunksIn(file, first ?? { start: 0, end: 0 })) {
    if (size > 0 && streams[streamOf(name) ?? -1] === stream) return { position, size };
    left -= 1;
    if (left === 0) break;
  }
  return undefined;
}

/** A recorder that lost power has written no index: the chunks themselves are still there. */
async function walk(file: Bytes, { streams, movi }: AviLayout): Promise<Chunk[][]> {
  const chunks: Chunk[][] = streams.map(() => []);
  for (const { start, end } of movi) {
    for await (const { name, position, size } of chunksIn(file, { start, end })) {
      chunks[streamOf(name) ?? -1]?.push({ position, size });
    }
  }
  return chunks;
}

async function* chunksIn(file: Bytes, { start, end }: Span) {
  const window = 1024 * 1024;
  let from = start;
  let bytes: Buffer = Buffer.alloc(0);
  for (let at = start; at + 8 <= end; ) {
    if (at < from || at + 8 > from + bytes.length) {
      from = at;
      bytes = await bytesAt(file, at, Math.min(end, at + window));
      if (bytes.length < 8) return;
    }
    const name = bytes.toString('latin1', at - from, at - from + 4);
    const size = bytes.readUInt32LE(at - from + 4);
    if (name === 'LIST') {
      at += 12;
    } else {
      if (!/^[\w ]{4}$/.test(name)) return;
      yield { name, position: at + 8, size };
      at += 8 + size + (size % 2);
    }
  }
}

/** '01wb' belongs to stream 1; other names belong to none. */
function streamOf(name: string): number | undefined {
  return /^\d\d(?:dc|db|wb|DC|DB|WB)$/.test(name) ? Number(name.slice(0, 2)) : undefined;
}
