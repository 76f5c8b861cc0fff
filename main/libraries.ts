/** Which library this is about, and whether it is open. One at a time. */
import { existsSync, readFileSync } from 'node:fs';
import { isDamage, type NotOpened } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import type {
  EntranceStep,
  InUse,
  LibraryEncrypted,
  LibraryMade,
  LibraryState,
  Secret,
  Unlocked,
} from '../preload/api.ts';
import { openLibrary } from './library.ts';
import type { Hold } from './trouble/hold.ts';
import { holding, type Refused } from './trouble/holding.ts';
import type { Machine } from './trouble/inUse.ts';
import { whyNot } from './trouble/whyNot.ts';
import { type Attempts, keyFileId } from './vault/attempts.ts';
import { encryptOld } from './vault/encryptOld.ts';
import { isEnough } from './vault/floor.ts';
import type { Keychain } from './vault/keychain.ts';
import { forgetKeys, type LibraryKeys } from './vault/keyFile.ts';
import { codeNotKept, keysFile } from './vault/places.ts';
import { isOldLibrary } from './vault/plainRecord.ts';
import { tryKeys } from './vault/tries.ts';
import { makeVault, newRecovery, type Recovery } from './vault/vault.ts';

/** What is there only while a library is open. */
export type OpenLibrary = {
  folder: string;
  keys: LibraryKeys;
  store: Store;
  hold: Hold;
  /** A new recovery code that is to be kept; the earlier one, if any, holds until then. */
  recovery: Recovery | undefined;
  /** What comes before anything else in the window. */
  step: EntranceStep | null;
};

/** A library of which the secret was given. */
type HeldLibrary = Omit<OpenLibrary, 'store'>;

type Options = {
  /** The folder of the library that was open last; undefined on a new machine. */
  folder: string | undefined;
  migrations: string;
  machine: Machine;
  attempts: Attempts;
  keychain: Keychain;
  /** Who sits in front of the screen, for the log. */
  viewerId: () => string | null;
  /** Called before a library is opened; a reason when it may not be. */
  beforeOpen: (folder: string, keys: LibraryKeys) => Promise<NotOpened | undefined>;
  /** Called when a library was opened; gives what ends all that works in it. `whole`: it may still be read. */
  onOpen: (library: OpenLibrary) => (whole: boolean) => void;
  remember: (folder: string) => void;
};

export type Libraries = ReturnType<typeof libraries>;

const beatEveryMs = 30_000;

export function libraries({
  folder: last,
  migrations,
  machine,
  attempts,
  keychain,
  viewerId,
  beforeOpen,
  onOpen,
  remember,
}: Options) {
  let folder = last;
  let opened: { library: OpenLibrary; leave: (whole: boolean) => void } | undefined;
  /** The secret of this one was given and it is not open: it is being opened, or put right. */
  let held: HeldLibrary | undefined;
  let beating: NodeJS.Timeout | undefined;
  /** Its files are being worked on: nobody opens, leaves or forgets it meanwhile. */
  let working: Promise<unknown> | undefined;
  /** It was to be locked meanwhile. */
  let lockAfter = false;
  let refused: Refused | undefined;
  const holds = holding(machine);
  /** Locked by a person, by time or by sleep: the keychain would open them to whoever comes next. */
  const lockedHere = new Set<string>();
  // It was said that changes are missing: the next try opens what is there.
  let accepted = false;

  function refuse(reason: NotOpened): false {
    refused = { reason: folder === undefined ? reason : whyNot(reason, folder) };
    return false;
  }

  /** Holds a library that is not open, and goes on saying so to other machines. */
  function holdOn(library: HeldLibrary): void {
    held = library;
    clearInterval(beating);
    beating = setInterval(library.hold.beat, beatEveryMs);
    beating.unref();
  }

  /** Forgets the keys of what is held. */
  function forget(leaving: (hold: Hold) => void = (hold) => hold.giveBack()): void {
    clearInterval(beating);
    if (held === undefined) return;
    const { keys, hold } = held;
    held.recovery = undefined;
    held = undefined;
    forgetKeys(keys);
    leaving(hold);
  }

  async function enter(keys: LibraryKeys, first: Pick<OpenLibrary, 'recovery' | 'step'>): Promise<boolean> {
    const place = folder;
    if (place === undefined) return false;
    const taken = holds.take(place);
    if ('reason' in taken) {
      forgetKeys(keys);
      refused = 'by' in taken ? taken : { reason: whyNot(taken.reason, place) };
      return false;
    }
    return openHeld({ folder: place, keys, hold: taken, ...first }, accepted ? 0 : taken.found);
  }

  /** @param atLeast the number of the last change that is known to have been acknowledged */
  async function openHeld(library: HeldLibrary, atLeast: number): Promise<boolean> {
    holdOn(library);
    accepted = false;
    const { folder: place, keys, hold } = library;
    try {
      const inTheWay = await beforeOpen(place, keys);
      // It was locked meanwhile, or another one chosen.
      if (held !== library) return false;
      const found =
        inTheWay === undefined
          ? openLibrary(place, keys, migrations, { viewerId, atLeast })
          : { reason: inTheWay };
      if ('reason' in found) {
        accepted = found.reason === 'incomplete';
        // A damaged record is put right with the keys that were given; anything else begins at the lock again.
        if (!isDamage(found.reason)) forget();
        return refuse(found.reason);
      }
      clearInterval(beating);
      hold.keep(found.store.lastNumber());
      refused = undefined;
      held = undefined;
      const openedNow = { ...library, store: found.store };
      opened = { library: openedNow, leave: onOpen(openedNow) };
    } catch (error) {
      // Whatever it was, the next try begins at the lock.
      if (held === library) forget();
      throw error;
    }
    remember(place);
    return true;
  }

  /**
   * Ends what is open, and holds on to it.
   * @param whole whether what works in it may read it once more
   */
  function end(whole: boolean, closing: (library: OpenLibrary) => void): void {
    if (opened === undefined) return;
    const { library, leave } = opened;
    opened = undefined;
    holdOn(library);
    // Whatever one of them stumbles over, the library is closed.
    for (const step of [() => leave(whole), () => closing(library)]) {
      try {
        step();
      } catch (error) {
        console.error(error);
      }
    }
  }

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
      if (await enter(keys, { recovery: undefined, step: null })) return { outcome: 'open' };
      const noneOfIts = refused?.reason === 'notADatabase';
      if (refused !== undefined && !noneOfIts) return { outcome: 'notOpened' };
      // Keys of another library that lay here before: the passphrase tells more.
      forget();
      refused = undefined;
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
    if (asked !== folder || opened !== undefined || held !== undefined) {
      forgetKeys(tried);
      return { outcome: 'notOpened' };
    }
    const step = byCode ? 'newPassphrase' : recovery === undefined ? null : 'recoveryCode';
    if (!(await enter(tried, { recovery, step }))) return { outcome: 'notOpened' };
    keychain.moved(asked, tried);
    return { outcome: 'open' };
  }

  function close(): void {
    if (opened === undefined) {
      // What stood in the way is found again by whoever unlocks it again.
      if (held !== undefined) refused = undefined;
      forget();
      return;
    }
    end(true, ({ store }) => store.close());
    forget((hold) => hold.release());
  }

  return {
    state(): LibraryState {
      if (folder === undefined) return { state: 'none' };
      if (opened !== undefined) return { state: 'open', folder, step: opened.library.step };
      if (refused !== undefined) return { state: 'notOpened', folder, ...refused };
      if (isOldLibrary(folder)) return { state: 'notOpened', folder, reason: 'notEncrypted' };
      if (!existsSync(keysFile(folder)))
        return { state: 'notOpened', folder, reason: existsSync(folder) ? 'keysGone' : 'folderGone' };
      const byKeychain = !lockedHere.has(folder) && keychain.holds(folder);
      return { state: 'locked', folder, keychain: byKeychain, waitMs: waitMs(folder) };
    },

    opened: (): OpenLibrary | undefined => opened?.library,

    /** The library whose secret was given, open or not. */
    known: (): HeldLibrary | undefined => opened?.library ?? held,

    /** Whether its files are being worked on. */
    isWorking: (): boolean => working !== undefined,

    /** Closes it at once: it cannot be worked in. Its keys stay for putting it right. */
    fail(reason: NotOpened): void {
      if (opened === undefined) return;
      end(false, ({ store }) => store.close());
      refuse(reason);
    },

    /**
     * Closes it, does this to its files, and opens it again with whatever changes are there then. Until then nobody
     * can turn away from it.
     * @returns undefined when there is no such library, or another machine has it meanwhile
     */
    async closedFor<T>(
      work: (folder: string, keys: LibraryKeys) => Promise<T>,
    ): Promise<{ done: T; opened: boolean } | undefined> {
      if (working !== undefined) return undefined;
      end(false, ({ store }) => store.close());
      const library = held;
      if (library === undefined) return undefined;
      const by = library.hold.takenBy();
      if (by !== undefined) {
        forget(() => undefined);
        refused = { reason: 'takenOver', by };
        return undefined;
      }
      try {
        const doing = work(library.folder, library.keys);
        working = doing;
        const done = await doing;
        working = undefined;
        if (lockAfter) {
          refused = undefined;
          forget();
        }
        return { done, opened: held === library && (await openHeld({ ...library }, 0)) };
      } catch (error) {
        forget();
        throw error;
      } finally {
        working = undefined;
        lockAfter = false;
      }
    },

    /** Turns to the library in another folder, which is locked then; undefined for none. */
    choose(other: string | undefined): void {
      if (working !== undefined) return;
      close();
      refused = undefined;
      holds.forget();
      accepted = false;
      folder = other;
    },

    async make(place: string, passphrase: string): Promise<LibraryMade> {
      if (!isEnough(passphrase)) return { outcome: 'weak' };
      const made = await makeVault(place, passphrase);
      if (made.outcome !== 'made') return made;
      close();
      folder = place;
      const { keys, recovery } = made;
      return { outcome: (await enter(keys, { recovery, step: 'recoveryCode' })) ? 'made' : 'unwritable' };
    },

    /** Encrypts what lies in the folder without keys. */
    async encrypt(passphrase: string): Promise<LibraryEncrypted> {
      const asked = folder;
      if (asked === undefined || opened !== undefined || !isOldLibrary(asked))
        return { outcome: 'notOpened' };
      if (!isEnough(passphrase)) return { outcome: 'weak' };
      const made = await encryptOld(asked, passphrase);
      if (made.outcome !== 'made') return made;
      if (asked !== folder || opened !== undefined) return { outcome: 'notOpened' };
      const { keys, recovery } = made;
      return { outcome: (await enter(keys, { recovery, step: 'recoveryCode' })) ? 'made' : 'notOpened' };
    },

    async unlock(secret: Secret): Promise<Unlocked> {
      await working?.catch(() => undefined);
      if (folder === undefined || opened !== undefined || held !== undefined) return { outcome: 'notOpened' };
      return 'keychain' in secret ? openByKeychain(folder) : openBy(folder, secret);
    },

    /** Closes what is open, so that only its passphrase opens it again. */
    lock(): void {
      const known = opened?.library ?? held;
      if (known !== undefined) lockedHere.add(known.folder);
      lockAfter = working !== undefined;
      if (!lockAfter) close();
    },

    /** Back to the lock; `anyway` passes over the one who has the library open. */
    tryAgain(anyway: boolean): void {
      if (opened !== undefined || working !== undefined) return;
      forget();
      holds.decide(anyway);
      refused = undefined;
    },

    /** Another has opened the library meanwhile: it is theirs now, and left exactly as it lies. */
    takenOver(by: InUse): void {
      end(false, ({ store }) => store.leave());
      forget(() => undefined);
      refused = { reason: 'takenOver', by };
    },

    close,
  };
}
