/** The key files of a library: made, opened and changed, each of them whole or not at all. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { inWorker } from '../inWorker.ts';
import type { VaultDone, VaultWork } from '../vaultWorker.ts';
import { type Disk, writeWhole } from '../wholeFile.ts';
import { type LibraryKeys, newKeys } from './keyFile.ts';
import { codeNotKept, keysFile, recoveryFile } from './places.ts';
import { newRecoveryCode } from './recoveryCode.ts';

const run = (work: VaultWork): Promise<VaultDone> => inWorker('vaultWorker', work);

const seal = async (keys: LibraryKeys, passphrase: string): Promise<Uint8Array> =>
  // Sealing gives a file.
  (await run({ seal: keys, passphrase })) as Uint8Array;

/** `taken`: something lies in that folder already. */
export type VaultMade =
  | { outcome: 'made'; keys: LibraryKeys; recovery: Recovery }
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
  // Both at once: each takes a second of work.
  const [recovery, sealed] = await Promise.all([newRecovery(keys), seal(keys, passphrase)]);
  // The recovery code first: a library has its keys when it can be opened in both ways.
  const first = await putFirstRecovery(folder, recovery);
  const outcome = first === 'saved' ? await writeWhole(keysFile(folder), sealed) : first;
  if (outcome !== 'saved') {
    // What is left would be in the way of the next try.
    for (const file of [recoveryFile(folder), codeNotKept(folder)]) await rm(file, { force: true });
    return { outcome };
  }
  return { outcome: 'made', keys, recovery };
}

/** Undefined for a wrong secret, whatever is wrong with it, and for a file that is none of ours. */
export const unsealFile = async (file: Uint8Array, passphrase: string): Promise<LibraryKeys | undefined> =>
  // Unsealing gives keys.
  (await run({ unseal: file, passphrase })) as LibraryKeys | undefined;

/** Until the new file is whole in its place, the old passphrase holds. @param on the disk, which a test lets fail */
export async function changePassphrase(folder: string, keys: LibraryKeys, passphrase: string, on?: Disk) {
  return writeWhole(keysFile(folder), await seal(keys, passphrase), on);
}

/** A code with the key file that it opens: not in use before `putRecovery`. */
export type Recovery = { code: string; file: Uint8Array };

export async function newRecovery(keys: LibraryKeys): Promise<Recovery> {
  const code = newRecoveryCode();
  return { code, file: await seal(keys, code) };
}

/** Of a library that is being made: until the code is kept, each opening asks for that. */
export async function putFirstRecovery(folder: string, recovery: Recovery) {
  const outcome = await writeWhole(codeNotKept(folder), new Uint8Array());
  return outcome === 'saved' ? putRecovery(folder, recovery) : outcome;
}

/** From here on the earlier code opens nothing any more. @param on the disk, which a test lets fail */
export const putRecovery = (folder: string, { file }: Recovery, on?: Disk) =>
  writeWhole(recoveryFile(folder), file, on);
