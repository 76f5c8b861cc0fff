/** The keys of the library that is open: its passphrase, its recovery code, the keychain. */
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { CodeKept, CodeMade, KeychainState, PassphraseChanged, VaultApi } from '../preload/api.ts';
import { type Calls, call } from './ipc.ts';
import type { Libraries } from './libraries.ts';
import type { OpenLibrary } from './oneLibrary.ts';
import { nothing, secretText } from './shapes.ts';
import type { Attempts } from './vault/attempts.ts';
import { isEnough } from './vault/floor.ts';
import type { Keychain } from './vault/keychain.ts';
import { forgetKeys } from './vault/keyFile.ts';
import { codeNotKept } from './vault/places.ts';
import { endsWith } from './vault/recoveryCode.ts';
import { tryKeys } from './vault/tries.ts';
import { changePassphrase, newRecovery, putRecovery } from './vault/vault.ts';

type Options = {
  libraries: Libraries;
  attempts: Attempts;
  keychain: Keychain;
  /** Called when the key files are new. */
  onKeysChanged: () => void;
};

const changeOfPassphrase = z.strictObject({ present: secretText.nullable(), passphrase: secretText });

export function vaultCalls({ libraries, attempts, keychain, onKeysChanged }: Options) {
  /** Whether the passphrase opens this very library; an unlocked window is no way to guess it faster. */
  async function wrong(
    { folder, keys }: OpenLibrary,
    passphrase: string,
  ): Promise<{ outcome: 'wrong'; waitMs: number } | undefined> {
    const tried = await tryKeys(folder, { passphrase }, attempts);
    if (tried === 'gone') return { outcome: 'wrong', waitMs: 0 };
    if ('waitMs' in tried) return { outcome: 'wrong', ...tried };
    // That they could be had is the answer: those that were given at the lock are in use already.
    forgetKeys(tried);
    return tried.libraryId === keys.libraryId ? undefined : { outcome: 'wrong', waitMs: 0 };
  }

  async function change(asked: z.infer<typeof changeOfPassphrase>): Promise<PassphraseChanged> {
    const open = libraries.opened();
    if (open === undefined) return { outcome: 'wrong', waitMs: 0 };
    if (!isEnough(asked.passphrase)) return { outcome: 'weak' };
    // Only the recovery code stands for the passphrase, and only until there is a new one.
    if (asked.present === null && open.step !== 'newPassphrase') return { outcome: 'wrong', waitMs: 0 };
    const refused = asked.present === null ? undefined : await wrong(open, asked.present);
    if (refused !== undefined) return refused;
    // Locked meanwhile: its keys are gone.
    if (libraries.opened() !== open) return { outcome: 'unwritable' };
    const outcome = await changePassphrase(open.folder, open.keys, asked.passphrase);
    if (outcome !== 'saved') return { outcome };
    if (open.step === 'newPassphrase') open.step = null;
    onKeysChanged();
    return { outcome };
  }

  async function makeCode(passphrase: string): Promise<CodeMade> {
    const open = libraries.opened();
    if (open === undefined) return { outcome: 'wrong', waitMs: 0 };
    const refused = await wrong(open, passphrase);
    if (refused !== undefined) return refused;
    if (libraries.opened() !== open) return { outcome: 'wrong', waitMs: 0 };
    const recovery = await newRecovery(open.keys);
    if (libraries.opened() === open) open.recovery = recovery;
    return { outcome: 'made' };
  }

  async function keepCode(lastGroup: string): Promise<CodeKept> {
    const open = libraries.opened();
    const recovery = open?.recovery;
    if (open === undefined || recovery === undefined) return { outcome: 'wrong' };
    if (!endsWith(recovery.code, lastGroup)) return { outcome: 'wrong' };
    const outcome = await putRecovery(open.folder, recovery);
    if (outcome !== 'saved') return { outcome };
    await rm(codeNotKept(open.folder), { force: true }).catch(() => undefined);
    open.recovery = undefined;
    onKeysChanged();
    if (open.step === 'recoveryCode') open.step = null;
    return { outcome };
  }

  return {
    useKeychain: call(z.boolean(), (on): KeychainState => {
      const open = libraries.opened();
      if (open !== undefined && on) keychain.keep(open.folder, open.keys);
      if (open !== undefined && !on) keychain.forget(open.keys.libraryId);
      return { available: keychain.available(), kept: open !== undefined && keychain.holds(open.folder) };
    }),
    changePassphrase: call(changeOfPassphrase, change),
    newRecoveryCode: call(z.strictObject({ passphrase: secretText }), ({ passphrase }) =>
      makeCode(passphrase),
    ),
    recoveryCode: call(nothing, () => libraries.opened()?.recovery?.code ?? null),
    keepRecoveryCode: call(z.string().max(100), keepCode),
  } satisfies Calls<VaultApi>;
}
