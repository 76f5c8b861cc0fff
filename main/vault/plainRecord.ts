/** A record from before there were keys: how it is known, and how its encrypted copy takes its place. */
import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs';
import { renameHeld } from '../heldFile.ts';
import { settleFolderAtOnce } from '../wholeFile.ts';
import { encryptedCopy, keysFile, recordFile } from './places.ts';

/** The first 16 bytes of every SQLite file that is not encrypted (https://sqlite.org/fileformat.html, 1.3.1). */
const header = Buffer.from('SQLite format 3\0', 'latin1');

export function isPlain(file: string): boolean {
  let opened: number | undefined;
  try {
    opened = openSync(file, 'r');
    const first = Buffer.alloc(header.length);
    return readSync(opened, first) === header.length && first.equals(header);
  } catch {
    // Not there, or not to be read: nothing to encrypt.
    return false;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** A plain record and no keys: an old library as it was. */
export const isOldLibrary = (folder: string): boolean =>
  !existsSync(keysFile(folder)) && isPlain(recordFile(folder));

/**
 * Puts the encrypted copy into the place of the plain record, when there is one. The keys are written only after the
 * copy was verified: where both are, the copy is the library, and whatever was interrupted is done here. Beside a record
 * that is encrypted the copy is from an earlier day, and stays what it is.
 * @param rename of the disk, which a test lets fail
 */
export function finishEncrypting(folder: string, rename?: (from: string, to: string) => void): void {
  const [record, copy] = [recordFile(folder), encryptedCopy(folder)];
  if (!existsSync(keysFile(folder)) || !existsSync(copy)) return;
  if (existsSync(record) && !isPlain(record)) return;
  // Empty since the copy was made; an encrypted file must not find the log of another one.
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(`${record}${ending}`, { force: true });
  renameHeld(copy, record, rename);
  settleFolderAtOnce(folder);
}
