/** What an MPEG transport stream carries, as its tables say. Source: ISO/IEC 13818-1 §2.4.4, table 2-34. */
import { type Bytes, bytesAt } from './bytes.ts';

const window = 4 * 1024 * 1024;

/** Kinds of streams that nothing here can read, by the names people know. */
const foreign: Readonly<Record<number, string>> = {
  1: 'MPEG-1',
  2: 'MPEG-2',
  // Layer II in every camera and recorder that has been met.
  3: 'MP2',
  4: 'MP2',
  16: 'MPEG-4 Visual',
  32: 'H.264 MVC',
  51: 'H.266',
  128: 'LPCM',
  234: 'VC-1',
};

/** The name of the first stream that cannot be read; undefined when all of them can. */
export async function foreignStream(bytes: Bytes): Promise<string | undefined> {
  const kinds = streamKinds(await bytesAt(bytes, 0, window));
  const [name] = kinds.map((kind) => foreign[kind]).filter((found) => found !== undefined);
  return name;
}

/** The stream types of the first program, from the beginning of a stream of 188- or 192-byte packets. */
function streamKinds(bytes: Buffer): number[] {
  const first = [0, 4].find((at) => bytes[at] === 0x47 && bytes[at + 188 + at] === 0x47);
  if (first === undefined) return [];
  let programMap: number | undefined;
  for (let at = first; at + 188 <= bytes.length; at += 188 + first) {
    const packet = bytes.subarray(at, at + 188);
    const id = packet.readUInt16BE(1) & 0x1fff;
    if (packet[0] !== 0x47 || (id !== 0 && id !== programMap)) continue;
    const section = sectionOf(packet);
    if (section === undefined) continue;
    if (id === 0 && section[0] === 0) programMap = programMapOf(section);
    if (id === programMap && section[0] === 2) return kindsIn(section);
  }
  return [];
}

/** The table that begins in this packet. */
function sectionOf(packet: Buffer): Buffer | undefined {
  const begins = ((packet[1] ?? 0) & 0x40) !== 0;
  const filled = ((packet[3] ?? 0) & 0x20) !== 0 ? 1 + (packet[4] ?? 0) : 0;
  const pointer = 4 + filled;
  if (!begins || pointer >= packet.length) return undefined;
  const start = pointer + 1 + (packet[pointer] ?? 0);
  if (start + 12 > packet.length) return undefined;
  const length = packet.readUInt16BE(start + 1) & 0xfff;
  // The last four bytes are a checksum.
  return packet.subarray(start, Math.min(packet.length, start + 3 + length - 4));
}

/** The first program that is not the network's own. */
function programMapOf(section: Buffer): number | undefined {
  for (let at = 8; at + 4 <= section.length; at += 4) {
    if (section.readUInt16BE(at) !== 0) return section.readUInt16BE(at + 2) & 0x1fff;
  }
  return undefined;
}

function kindsIn(section: Buffer): number[] {
  const kinds: number[] = [];
  let at = 12 + (section.readUInt16BE(10) & 0xfff);
  while (at + 5 <= section.length) {
    kinds.push(section[at] ?? 0);
    at += 5 + (section.readUInt16BE(at + 3) & 0xfff);
  }
  return kinds;
}
