/** Does a media file hold as many bytes as its own headers promise? */
import { type Bytes, bytesAt } from './bytes.ts';

export type Wholeness = 'whole' | 'cutPlayable' | 'cutUnplayable';

/**
 * Reads only headers. Formats that promise nothing (MP3 without a Xing header, live WebM) count as whole.
 * Sources: ISO/IEC 14496-12 §4.2 (boxes), RFC 8794 §4 (EBML sizes), RFC 3533 §6 (Ogg pages), the RIFF chunk header.
 */
export async function wholenessOf(file: Bytes): Promise<Wholeness> {
  const { size } = file;
  const head = await bytesAt(file, 0, 64 * 1024);
  const tag = (at: number) => head.subarray(at, at + 4).toString('latin1');
  if (['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].includes(tag(4))) return boxes(file);
  const promised = tag(0) === 'RIFF' ? riffEnd(head) : (ebmlEnd(head) ?? xingEnd(head));
  if (promised !== undefined && promised > size) return 'cutPlayable';
  if (tag(0) === 'OggS') return (await oggEnds(file)) ? 'whole' : 'cutPlayable';
  return 'whole';
}

/** Walks the top-level boxes of MP4 and MOV. Without `moov`, the index, nothing can be played. */
async function boxes(file: Bytes): Promise<Wholeness> {
  const { size } = file;
  let index = false;
  for (let at = 0; at < size; ) {
    const head = await bytesAt(file, at, at + 16);
    if (head.length < 8) return index ? 'cutPlayable' : 'cutUnplayable';
    const short = head.readUInt32BE(0);
    if (short === 1 && head.length < 16) return index ? 'cutPlayable' : 'cutUnplayable';
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
    const type = head.toString('latin1', 4, 8);
    // Padding or rubbish behind the last box does no harm.
    if (length < 8 || !/^[\w ©-]{4}$/.test(type)) break;
    if (at + length > size) return index ? 'cutPlayable' : 'cutUnplayable';
    if (type === 'moov') index = true;
    at += length;
  }
  return index ? 'whole' : 'cutUnplayable';
}

/** RIFF (WAV): bytes 4-7 count what follows; 0 and 2³²-1 stand for 'unknown' in streams. */
function riffEnd(head: Buffer): number | undefined {
  const length = head.length >= 8 ? head.readUInt32LE(4) : 0;
  return length === 0 || length >= 0xfffffff0 ? undefined : length + 8;
}

/** WebM and Matroska: the EBML header, then a Segment with its size. */
function ebmlEnd(head: Buffer): number | undefined {
  if (head.length < 12 || head.readUInt32BE(0) !== 0x1a45dfa3) return undefined;
  const header = ebmlSize(head, 4);
  if (header === undefined) return undefined;
  const segment = header.next + header.size;
  if (segment + 12 > head.length || head.readUInt32BE(segment) !== 0x18538067) return undefined;
  const body = ebmlSize(head, segment + 4);
  return body === undefined ? undefined : body.next + body.size;
}

/** A variable-length EBML size: the leading zero bits of the first byte tell its length; all ones mean unknown. */
function ebmlSize(head: Buffer, at: number): { size: number; next: number } | undefined {
  const first = head[at] ?? 0;
  const length = Math.clz32(first) - 24 + 1;
  if (first === 0 || at + length > head.length) return undefined;
  let size = first & (0xff >> length);
  let unknown = size === 0xff >> length;
  for (const byte of head.subarray(at + 1, at + length)) {
    size = size * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return unknown ? undefined : { size, next: at + length };
}

/** MP3: the Xing or Info header in the first frame counts the bytes of the stream, when its second flag is set. */
function xingEnd(head: Buffer): number | undefined {
  const id3 = head.toString('latin1', 0, 3) === 'ID3';
  const start = id3 ? 10 + syncsafe(head, 6) : 0;
  if (!id3 && (head[0] !== 0xff || ((head[1] ?? 0) & 0xe0) !== 0xe0)) return undefined;
  const frame = head.subarray(start, start + 200);
  const at = Math.max(frame.indexOf('Xing'), frame.indexOf('Info'));
  if (at < 0 || at + 16 > frame.length) return undefined;
  const flags = frame.readUInt32BE(at + 4);
  if ((flags & 2) === 0) return undefined;
  return start + frame.readUInt32BE(at + 8 + ((flags & 1) === 1 ? 4 : 0));
}

function syncsafe(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((sum, offset) => sum * 128 + ((bytes[at + offset] ?? 0) & 0x7f), 0);
}

/** Ogg: a whole file ends with a page that has the end-of-stream flag. */
async function oggEnds(file: Bytes): Promise<boolean> {
  const tail = await bytesAt(file, Math.max(0, file.size - 66_000), file.size);
  const at = tail.lastIndexOf('OggS');
  if (at < 0 || at + 27 > tail.length) return false;
  const segments = tail[at + 26] ?? 0;
  const body = tail.subarray(at + 27, at + 27 + segments).reduce((sum, bytes) => sum + bytes, 0);
  const whole = at + 27 + segments + body <= tail.length;
  return whole && ((tail[at + 5] ?? 0) & 4) === 4;
}
