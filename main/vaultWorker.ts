/** Locks and unlocks key files: each try is a second of work on purpose. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker } from './inWorker.ts';
import { type LibraryKeys, sealKeys, unsealKeys } from './vault/keyFile.ts';

export type VaultWork =
  | { seal: LibraryKeys; passphrase: string }
  | { unseal: Uint8Array; passphrase: string };
/** Of sealing a file, of unsealing the keys. */
export type VaultDone = Uint8Array | LibraryKeys | undefined;

// Only inWorker.ts starts this, with work of this kind.
const work = workerData as VaultWork;
const done =
  'seal' in work
    ? await sealKeys(work.seal, work.passphrase)
    : await unsealKeys(work.unseal, work.passphrase);
parentPort?.postMessage({ done } satisfies FromWorker<VaultDone>);
