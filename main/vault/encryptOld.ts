/** Encrypts a library from before there were keys. At every moment the plain record or the encrypted one is whole. */
import { rm } from 'node:fs/promises';
import { inWorker } from '../inWorker.ts';
import type { Copied, CopyWork } from './encryptCopy.ts';
import { type LibraryKeys, newKeys } from './keyFile.ts';
import { encryptedCopy, recordFile } from './places.ts';
import { finishEncrypting } from './plainRecord.ts';
import { changePassphrase, newRecovery, putFirstRecovery, type Recovery } from './vault.ts';

export type OldEncrypted =
  | { outcome: 'made'; keys: LibraryKeys; recovery: Recovery }
  | { outcome: Exclude<Copied, 'copied'> };

const steps = {
  copy: (work: CopyWork) => inWorker<Copied>('encryptWorker', work),
  newRecovery,
  putRecovery: putFirstRecovery,
  /** The one moment from which on the encrypted copy is the library. */
  putKeys: changePassphrase,
  finish: finishEncrypting,
};

/** @param on the steps on the disk, which a test lets fail */
export async function encryptOld(
  folder: string,
  passphrase: string,
  on: typeof steps = steps,
): Promise<OldEncrypted> {
  const keys = await newKeys();
  const copy = encryptedCopy(folder);
  const copied = await on.copy({ plain: recordFile(folder), copy, key: keys.database });
  if (copied !== 'copied') return { outcome: copied };
  const recovery = await on.newRecovery(keys);
  const first = await on.putRecovery(folder, recovery);
  const outcome = first === 'saved' ? await on.putKeys(folder, keys, passphrase) : first;
  if (outcome !== 'saved') {
    await rm(copy, { force: true });
    return { outcome };
  }
  try {
    on.finish(folder);
  } catch {
    // It is tried again whenever the library is opened.
    return { outcome: 'unwritable' };
  }
  return { outcome: 'made', keys, recovery };
}
