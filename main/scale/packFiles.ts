/** Text packs as files: read with a limit, written to a place that a person chose. */
import { open, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { NewTextPack } from '../../db/model.ts';
import type { Language } from '../../db/scale.ts';
import type { PackChecked } from '../../preload/api.ts';
import { checkTextPack, textPackFile } from './textPack.ts';

const largest = 1_000_000;

export async function readPackFile(path: string, language: Language): Promise<PackChecked> {
  const bytes = await readUpTo(path, largest + 1);
  if (bytes === undefined) return { outcome: 'wrong', problems: [{ kind: 'unreadable' }] };
  if (bytes.length > largest) return { outcome: 'wrong', problems: [{ kind: 'tooLarge' }] };
  return checkTextPack(decode(bytes), { language, name: basename(path, extname(path)) });
}

/** False when the file could not be written. */
export async function writePackFile(path: string, pack: NewTextPack): Promise<boolean> {
  try {
    await writeFile(path, textPackFile(pack));
    return true;
  } catch {
    // A full or protected disk: the person chooses another place.
    return false;
  }
}

async function readUpTo(path: string, limit: number): Promise<Buffer | undefined> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(limit), 0, limit, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    // Gone, a folder, or not to be read: told as a problem of the file.
    return undefined;
  }
}

/** UTF-8, UTF-16 with its mark, or what old spreadsheets write. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text;
}
