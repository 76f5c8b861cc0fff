/** The key files of a library: made, opened and changed, each of them whole or not at all. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { inWorker } from '../inWorker.ts';
import type { VaultDone, VaultWork } from '../vaultWorker.ts';
import { writeWhole } from '../wholeFile.ts';
import { type LibraryKeys, newKeys } from './keyFile.ts';
import { keysFile, recoveryFile } from './places.ts';
import { newRecoveryCode, recoveryCodeIn } from './recoveryCode.ts';

export type Secret = { passphrase: string } | { recoveryCode: string };

const run = (work: VaultWork): Promise<VaultDone> => inWorker('vaultWorker', work);

async function put(
  file: string,
  keys: LibraryKeys,
  passphrase: string,
): Promise<'saved' | 'noRoom' | 'unwritable'> {
  // Sealing gives a file.
  return writeWhole(file, (await run({ seal: keys, passphrase })) as Uint8Array);
}

/** `taken`: something lies in that folder already. */
export type VaultMade =
  | { outcome: 'made'; keys: LibraryKeys; recoveryCode: string }
  | { outcome: 'taken' | 'noRoom' | 'unwritable' };

/** Makes the folder with new keys in it, under a passphrase and under a recovery code that is told only here. */
export async function makeVault(folder: string, passphrase: string): Promise<VaultMade> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await readdir(folder)).length > 0) return { outcome: 'taken' };
  } catch {
    return { outcome: 'unwritable' };
  }
  const keys = await newKeys();
  const recoveryCode = newRecoveryCode();
  // The recovery code first: a library has its keys when it can be opened in both ways.
  for (const [file, secret] of [
    [recoveryFile(folder), recoveryCode],
    [keysFile(folder), passphrase],
  ] as const) {
    const outcome = await put(file, keys, secret);
    if (outcome !== 'saved') return { outcome };
  }
  return { outcome: 'made', keys, recoveryCode };
}

/** Undefined for a wrong secret, whatever is wrong with it; `gone` when there is no such key file. */
export async function openVault(folder: string, secret: Secret): Promise<LibraryKeys | 'gone' | undefined> {
  const [file, passphrase] =
    'passphrase' in secret
      ? [keysFile(folder), secret.passphrase]
      : [recoveryFile(folder), recoveryCodeIn(secret.recoveryCode) ?? secret.recoveryCode];
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return 'gone';
  // Unsealing gives keys.
  return (await run({ unseal: new Uint8Array(bytes), passphrase })) as LibraryKeys | undefined;
}
