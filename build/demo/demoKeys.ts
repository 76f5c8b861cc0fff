/** The keys of libraries that hold nothing private: the demo and the tests. Everybody knows them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type LibraryKeys, sealKeys } from '../../main/vault/keyFile.ts';
import { keysFile } from '../../main/vault/places.ts';

export const demoPassphrase = 'fem stoler i ring';

export const demoKeys: LibraryKeys = {
  libraryId: '5f0d6f3c-2f5b-4d55-8c0e-6a4a4f3b9a10',
  database: new Uint8Array(32).fill(7),
  identity: 'AGE-SECRET-KEY-1KEYWJWY32RWCMDA6Y30KCFHEZJQZGDZ7R3RJYE3TTE6QSU9DQNZSXZNDAW',
};

/** Puts them into the folder of a library. Opening takes no time: what is known needs no work to guess. */
export async function writeDemoKeys(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(keysFile(folder), await sealKeys(demoKeys, demoPassphrase, 4));
}
