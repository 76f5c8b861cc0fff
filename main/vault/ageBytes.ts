/** Reads any stretch of an age file without the rest: only the chunks that it touches are decrypted, in memory. */
import type { Bytes } from '../media/bytes.ts';
import {
  chunkBytes,
  layoutOf,
  type Opening,
  openingIn,
  openingLimit,
  sealedBytes,
  unseal,
} from './ageFormat.ts';

/** A chunk is not what was written there: changed, moved, cut off or added. None of its bytes were given out. */
export class DamagedError extends Error {
  constructor() {
    super('the encrypted file is damaged');
  }
}

export type AgeBytes = Bytes & { opening: Opening };

/**
 * Looks at the beginning and at the last chunk: a file that was cut off or added to is found here. Changes in between
 * are found when they are read. Closing closes the file, and leaves the key to whoever gave it.
 * @param known what the file began with before, to save the work
 * @returns undefined when it is damaged, or was not made for this identity; the file is closed then
 */
export async function openAge(file: Bytes, identity: string, known?: Opening): Promise<AgeBytes | undefined> {
  const opening = known ?? (await openingIn(await file.read(0, openingLimit), identity));
  const layout = opening && layoutOf(file.size - opening.bytes.length);
  if (opening === undefined || layout === undefined) {
    await file.close();
    return undefined;
  }
  const { chunks, sizeBytes } = layout;
  const { key, bytes: start } = opening;
  /** The chunk that was read last: what reads a few bytes at a time stays in it. */
  let last: { chunk: number; plain: Uint8Array } | undefined;

  /** The chunks from `first` up to `end`, one after the other. */
  async function plainOf(first: number, end: number): Promise<Uint8Array[]> {
    if (last !== undefined && first === last.chunk && end === first + 1) return [last.plain];
    const sealed = await file.read(start.length + first * sealedBytes, (end - first) * sealedBytes);
    return Array.from({ length: end - first }, (_, index) => {
      const chunk = first + index;
      const one = sealed.subarray(index * sealedBytes, (index + 1) * sealedBytes);
      const plain = unseal(key, chunk, chunk === chunks - 1, one);
      if (plain === undefined) throw new DamagedError();
      last = { chunk, plain };
      return plain;
    });
  }

  const age: AgeBytes = {
    opening,
    size: sizeBytes,
    async read(from, length) {
      const end = Math.min(sizeBytes, from + length);
      if (from < 0 || from >= end) return new Uint8Array();
      const first = Math.floor(from / chunkBytes);
      const plain = await plainOf(first, Math.floor((end - 1) / chunkBytes) + 1);
      const bytes = new Uint8Array(end - from);
      for (const [index, one] of plain.entries()) {
        const at = (first + index) * chunkBytes;
        bytes.set(one.subarray(Math.max(0, from - at), Math.max(0, end - at)), Math.max(0, at - from));
      }
      return bytes;
    },
    close: () => file.close(),
  };
  try {
    await plainOf(chunks - 1, chunks);
    return age;
  } catch (error) {
    await file.close();
    if (error instanceof DamagedError) return undefined;
    throw error;
  }
}
