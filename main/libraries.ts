/** Which library this is about, and the ways into it. One at a time. */
import { existsSync, readFileSync } from 'node:fs';
import type { LibraryEncrypted, LibraryMade, LibraryState, Secret, Unlocked } from '../preload/api.ts';
import { type OneLibraryOptions, oneLibrary } from './oneLibrary.ts';
import { type Attempts, keyFileId } from './vault/attempts.ts';
import { encryptOld } from './vault/encryptOld.ts';
import { isEnough } from './vault/floor.ts';
import type { Keychain } from './vault/keychain.ts';
import { forgetKeys } from './vault/keyFile.ts';
import { codeNotKept, keysFile } from './vault/places.ts';
import { isOldLibrary } from './vault/plainRecord.ts';
import { tryKeys } from './vault/tries.ts';
import { makeVault, newRecovery } from './vault/vault.ts';

type Options = OneLibraryOptions & {
  /** The folder of the library that was open last; undefined on a new machine. */
  folder: string | undefined;
  attempts: Attempts;
  keychain: Keychain;
};

export type Libraries = ReturnType<typeof libraries>;

export function libraries({ folder: last, attempts, keychain, ...options }: Options) {
  let folder = last;
  const library = oneLibrary(options);
  /** Locked by a person, by time or by sleep: the keychain would open them to whoever comes next. */
  const lockedHere = new Set<string>();

  function waitMs(place: string): number {
    try {
      return attempts.waitMs(keyFileId(readFileSync(keysFile(place))));
    } catch {
      // Gone in this moment: the next question tells.
      return 0;
    }
  }

  async function openByKeychain(asked: string): Promise<Unlocked> {
    const keys = lockedHere.has(asked) ? undefined : keychain.keysOf(asked);
    if (keys !== undefined) {
      if (await library.enter(asked, keys, { recovery: undefined, step: null })) return { outcome: 'open' };
      const refused = library.refused();
      if (refused !== undefined && refused.reason !== 'notADatabase') return { outcome: 'notOpened' };
      // Keys of another library that lay here before: the passphrase tells more.
      library.startOver();
    }
    lockedHere.add(asked);
    return { outcome: 'wrong', waitMs: waitMs(asked) };
  }

  async function openBy(asked: string, secret: Exclude<Secret, { keychain: true }>): Promise<Unlocked> {
    const tried = await tryKeys(asked, secret, attempts);
    if (tried === 'gone') return { outcome: 'gone' };
    if ('waitMs' in tried) return { outcome: 'wrong', ...tried };
    const byCode = 'recoveryCode' in secret;
    // Nobody has the code that was told when the library was made: there is a new one.
    const recovery = !byCode && existsSync(codeNotKept(asked)) ? await newRecovery(tried) : undefined;
    // Another library may have been chosen meanwhile, or the same one opened.
    if (asked !== folder || library.known() !== undefined) {
      forgetKeys(tried);
      return { outcome: 'notOpened' };
    }
    const step = byCode ? 'newPassphrase' : recovery === undefined ? null : 'recoveryCode';
    if (!(await library.enter(asked, tried, { recovery, step }))) return { outcome: 'notOpened' };
    keychain.moved(asked, tried);
    return { outcome: 'open' };
  }

  return {
    state(): LibraryState {
      if (folder === undefined) return { state: 'none' };
      const opened = library.opened();
      if (opened !== undefined) return { state: 'open', folder, step: opened.step };
      const refused = library.refused();
      if (refused !== undefined) return { state: 'notOpened', folder, ...refused };
      if (isOldLibrary(folder)) return { state: 'notOpened', folder, reason: 'notEncrypted' };
      if (!existsSync(keysFile(folder)))
        return { state: 'notOpened', folder, reason: existsSync(folder) ? 'keysGone' : 'folderGone' };
      const byKeychain = !lockedHere.has(folder) && keychain.holds(folder);
      return { state: 'locked', folder, keychain: byKeychain, waitMs: waitMs(folder) };
    },

    opened: library.opened,
    known: library.known,
    isWorking: library.isWorking,
    fail: library.fail,
    closedFor: library.closedFor,
    takenOver: library.takenOver,
    close: library.close,
    settled: library.settled,

    /** Turns to the library in another folder, which is locked then; undefined for none. */
    choose(other: string | undefined): void {
      if (library.isWorking()) return;
      library.leave();
      folder = other;
    },

    async make(place: string, passphrase: string): Promise<LibraryMade> {
      if (!isEnough(passphrase)) return { outcome: 'weak' };
      const made = await makeVault(place, passphrase);
      if (made.outcome !== 'made') return made;
      library.close();
      folder = place;
      const { keys, recovery } = made;
      return {
        outcome: (await library.enter(place, keys, { recovery, step: 'recoveryCode' }))
          ? 'made'
          : 'unwritable',
      };
    },

    /** Encrypts what lies in the folder without keys. */
    async encrypt(passphrase: string): Promise<LibraryEncrypted> {
      const asked = folder;
      if (asked === undefined || library.opened() !== undefined || !isOldLibrary(asked))
        return { outcome: 'notOpened' };
      if (!isEnough(passphrase)) return { outcome: 'weak' };
      const made = await encryptOld(asked, passphrase);
      if (made.outcome !== 'made') return made;
      if (asked !== folder || library.opened() !== undefined) return { outcome: 'notOpened' };
      const { keys, recovery } = made;
      return {
        outcome: (await library.enter(asked, keys, { recovery, step: 'recoveryCode' }))
          ? 'made'
          : 'notOpened',
      };
    },

    async unlock(secret: Secret): Promise<Unlocked> {
      await library.idle();
      if (folder === undefined || library.known() !== undefined) return { outcome: 'notOpened' };
      return 'keychain' in secret ? openByKeychain(folder) : openBy(folder, secret);
    },

    /** Closes what is open, so that only its passphrase opens it again. */
    lock(): void {
      const known = library.known();
      if (known !== undefined) lockedHere.add(known.folder);
      library.lock();
    },

    /** Back to the lock; `anyway` passes over the one who has the library open. */
    tryAgain(anyway: boolean): void {
      if (library.opened() !== undefined || library.isWorking()) return;
      library.startOver();
      library.decide(anyway);
    },
  };
}
