/** The bytes of a recording, wherever it lies: what plays, looks into and measures recordings reads them here only. */
import { open } from 'node:fs/promises';

export type Bytes = {
  size: number;
  /**
   * At most `length` bytes from `from` on; fewer only where they end.
   * @throws when they cannot be read, and when they are not what was written
   */
  read: (from: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
  close: () => Promise<void>;
};

/** The bytes of a file as it lies on the disk; undefined when it cannot be opened. */
export async function openFile(path: string): Promise<Bytes | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    return {
      size,
      async read(from, length) {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - from)));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
        return bytes.subarray(0, bytesRead);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Opens a file for as long as `read` needs it; undefined when it cannot be opened. */
export async function withFile<T>(path: string, read: (bytes: Bytes) => Promise<T>): Promise<T | undefined> {
  const bytes = await openFile(path);
  if (bytes === undefined) return undefined;
  try {
    return await read(bytes);
  } finally {
    await bytes.close();
  }
}

/** The bytes from `start` up to `end`, with Node's ways to read numbers in them. */
export async function bytesAt(bytes: Bytes, start: number, end: number): Promise<Buffer> {
  const found = await bytes.read(start, Math.max(0, end - start));
  return Buffer.from(found.buffer, found.byteOffset, found.byteLength);
}
