/** Tries a secret on the key file of a library: the same work and the same answer whatever is wrong, and never early. */
import { readFile } from 'node:fs/promises';
import { type Attempts, keyFileId } from './attempts.ts';
import type { LibraryKeys } from './keyFile.ts';
import { keysFile, recoveryFile } from './places.ts';
import { recoveryCodeIn } from './recoveryCode.ts';
import { unsealFile } from './vault.ts';

export type TypedSecret = { passphrase: string } | { recoveryCode: string };

/** `waitMs`: wrong, or too early; the next try is taken then. `gone`: there is no such key file. */
export async function tryKeys(
  folder: string,
  secret: TypedSecret,
  attempts: Attempts,
): Promise<LibraryKeys | 'gone' | { waitMs: number }> {
  const [path, passphrase] =
    'passphrase' in secret
      ? [keysFile(folder), secret.passphrase]
      : // What cannot be a code is tried all the same: it takes as long.
        [recoveryFile(folder), recoveryCodeIn(secret.recoveryCode) ?? secret.recoveryCode];
  const file = await readFile(path).catch(() => undefined);
  if (file === undefined) return 'gone';
  const id = keyFileId(file);
  const early = attempts.begin(id);
  if (early > 0) return { waitMs: early };
  const keys = await unsealFile(new Uint8Array(file), passphrase);
  if (keys === undefined) return { waitMs: attempts.wrong(id) };
  attempts.right(id);
  return keys;
}
