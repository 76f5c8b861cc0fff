import { createHash } from 'node:crypto';
import { type Bytes, openFile } from './bytes.ts';

const edgeBytes = 1024 * 1024;

/**
 * What a recording is known by when it has moved: SHA-256 over its size and its first and last MiB.
 * @returns 64 hexadecimal digits
 */
export async function fingerprintOfBytes(bytes: Bytes): Promise<string> {
  const hash = createHash('sha256').update(`${bytes.size}\n`);
  for (const at of [0, Math.max(0, bytes.size - edgeBytes)]) {
    hash.update(await bytes.read(at, Math.min(edgeBytes, bytes.size)));
  }
  return hash.digest('hex');
}

/** @throws when the file cannot be read */
export async function fingerprintOf(path: string): Promise<string> {
  const bytes = await openFile(path);
  if (bytes === undefined) throw new Error('the file cannot be opened');
  try {
    return await fingerprintOfBytes(bytes);
  } finally {
    await bytes.close();
  }
}
