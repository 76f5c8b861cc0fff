/**
 * Encrypts a film while it is written, in almost any order: its beginning and what was written last stay in memory, as
 * whoever writes a film comes back to those. A chunk is sealed once, when nothing will change in it any more.
 */
import { type Written, writeAll } from '../media/disk.ts';
import { chunkBytes, chunksOf, type Opening, seal, sealedBytes } from './ageFormat.ts';

/** 4 MiB at the beginning, where the sizes of what follows are put in at the end. */
const headChunks = 64;
/** 32 MiB behind the furthest byte. */
const tailChunks = 512;

export type SealedCopy = {
  /** `unwritable` also for what comes back to a chunk that is sealed: it is never sealed twice. */
  write: (position: number, bytes: Uint8Array) => Promise<Written>;
  /** Seals the rest; nothing can be written after it. */
  end: () => Promise<Written>;
  size: () => number;
};

/** @param file open, with the opening in it already */
export function sealedCopy(file: number, { bytes: { length: start }, key }: Opening): SealedCopy {
  const open = new Map<number, Uint8Array>();
  let size = 0;
  /** Between the head and here, everything is sealed. */
  let next = headChunks;

  function put(position: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const chunk = Math.floor((position + done) / chunkBytes);
      const at = position + done - chunk * chunkBytes;
      const some = bytes.subarray(done, done + chunkBytes - at);
      const plain = open.get(chunk) ?? new Uint8Array(chunkBytes);
      plain.set(some, at);
      open.set(chunk, plain);
      done += some.length;
    }
    size = Math.max(size, position + bytes.length);
  }

  /** What nobody wrote in between is zeros, as in any file. */
  async function sealChunk(chunk: number): Promise<Written> {
    const last = chunk === chunksOf(size) - 1;
    const plain = open.get(chunk) ?? new Uint8Array(chunkBytes);
    open.delete(chunk);
    const content = last ? plain.subarray(0, size - chunk * chunkBytes) : plain;
    return writeAll(file, start + chunk * sealedBytes, seal(key, chunk, last, content));
  }

  return {
    size: () => size,
    async write(position, bytes) {
      const first = Math.floor(position / chunkBytes);
      const sealed = first >= headChunks && first < next;
      const across =
        first < headChunks && next > headChunks && position + bytes.length > headChunks * chunkBytes;
      if (sealed || across || position > size + tailChunks * chunkBytes) return { outcome: 'unwritable' };
      put(position, bytes);
      while ((next + 1 + tailChunks) * chunkBytes < size) {
        const written = await sealChunk(next);
        next += 1;
        if (written.outcome !== 'written') return written;
      }
      return { outcome: 'written' };
    },
    async end() {
      const chunks = chunksOf(size);
      const left = [
        ...Array.from({ length: Math.min(headChunks, chunks) }, (_, chunk) => chunk),
        ...Array.from({ length: Math.max(0, chunks - next) }, (_, index) => next + index),
      ];
      for (const chunk of left) {
        const written = await sealChunk(chunk);
        if (written.outcome !== 'written') return written;
      }
      next = chunks;
      key.fill(0);
      return { outcome: 'written' };
    },
  };
}
