/** Which library this is about, and whether it is open. One at a time. */
import { existsSync, readFileSync } from 'node:fs';
import { isDamage, type NotOpened, reasonOf } from '../db/open.ts';
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
import { type Hold, takeHold } from './trouble/hold.ts';
import type { Machine } from './trouble/inUse.ts';
import { whyNot } from './trouble/whyNot.ts';
import { type Attempts, keyFileId } from './vault/attempts.ts';
import { encryptOld } from './vault/encryptOld.ts';
import { isEnough } from './vault/floor.ts';
import type { Keychain } from './vault/keychain.ts';
import type { LibraryKeys } from './vault/keyFile.ts';
import { keysFile } from './vault/places.ts';
import { isOldLibrary } from './vault/plainRecord.ts';
import { tryKeys } from './vault/tries.ts';
import { makeVault, type Recovery } from './vault/vault.ts';

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
  /** Called when a library was opened; gives what is to be done before it is closed. */
  onOpen: (library: OpenLibrary) => () => void;
  remember: (folder: string) => void;
};

export type Libraries = ReturnType<typeof libraries>;

/** A library of which the secret was given. */
type HeldLibrary = Omit<OpenLibrary, 'store'>;

/** Why the library was not opened, or is not open any more. */
type Refused = { reason: NotOpened } | { reason: 'inUse' | 'takenOver'; by: InUse };

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
  let opened: { library: OpenLibrary; leave: () => void } | undefined;
  /** The secret of this one was given and it is not open: it is being opened, or put right. */
  let held: HeldLibrary | undefined;
  let refused: Refused | undefined;
  // The token of the one who has the library open, and of the one a person decided to pass over.
  let seen: string | undefined;
  let passOver: string | undefined;
  /** Locked by a person, by time or by sleep: the keychain would open them to whoever comes next. */
  const lockedHere = new Set<string>();
  // It was said that changes are missing: the next try opens what is there.
  let accepted = false;

  function refuse(reason: NotOpened): false {
    refused = { reason: folder === undefined ? reason : whyNot(reason, folder) };
    return false;
  }

  /** Takes hold of the library, before anything in it is touched; undefined when that is not to be. */
  function takeHoldOf(folder: string): Hold | undefined {
    try {
      const taken = takeHold({ folder, me: machine, now: () => new Date(), passOver });
      if ('hold' in taken) return taken.hold;
      seen = taken.token;
      refused = { reason: 'inUse', by: taken.inUse };
    } catch (error) {
      const reason = reasonOf(error) ?? (existsSync(folder) ? undefined : 'folderGone');
      if (reason === undefined) throw error;
      refuse(reason);
    }
    return undefined;
  }

  async function enter(keys: LibraryKeys, first: Pick<OpenLibrary, 'recovery' | 'step'>): Promise<boolean> {
    if (folder === undefined) return false;
    const hold = takeHoldOf(folder);
    passOver = undefined;
    if (hold === undefined) return false;
    return openHeld({ folder, keys, hold, ...first }, accepted ? 0 : hold.found);
  }

  /** @param atLeast the number of the last change that is known to have been acknowledged */
  async function openHeld(library: HeldLibrary, atLeast: number): Promise<boolean> {
    held = library;
    accepted = false;
    const { folder: place, keys, hold } = library;
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
    hold.keep(found.store.lastNumber());
    refused = undefined;
    held = undefined;
    const openedNow = { ...library, store: found.store };
    opened = { library: openedNow, leave: onOpen(openedNow) };
    remember(place);
    return true;
  }

  /** Ends what is open, and holds on to it. */
  function end(closing: (library: OpenLibrary) => void): void {
    if (opened === undefined) return;
    const { library, leave } = opened;
    opened = undefined;
    held = library;
    leave();
    closing(library);
  }

  /** Forgets the keys of what is held. */
  function forget(leaving: (hold: Hold) => void = (hold) => hold.giveBack()): void {
    if (held === undefined) return;
    const { keys, hold } = held;
    leaving(hold);
    keys.database.fill(0);
    keys.identity = '';
    held.recovery = undefined;
    held = undefined;
  }

  function waitMs(place: string): number {
    try {
      return attempts.waitMs(keyFileId(readFileSync(keysFile(place))));
    } catch {
      // Gone in this moment: the next question tells.
      return 0;
    }
  }

  async function openBy(asked: string, secret: Secret): Promise<Unlocked> {
    if ('keychain' in secret) {
      const keys = lockedHere.has(asked) ? undefined : keychain.keysOf(asked);
      if (keys !== undefined && (await enter(keys, { recovery: undefined, step: null })))
        return { outcome: 'open' };
      // Keys of another library that lay here before, too: the passphrase tells more.
      forget();
      refused = undefined;
      lockedHere.add(asked);
      return { outcome: 'wrong', waitMs: waitMs(asked) };
    }
    const tried = await tryKeys(asked, secret, attempts);
    // Another library may have been chosen meanwhile, or the same one opened.
    if (asked !== folder || opened !== undefined || held !== undefined) return { outcome: 'notOpened' };
    if (tried === 'gone') return { outcome: 'gone' };
    if ('waitMs' in tried) return { outcome: 'wrong', ...tried };
    const step = 'recoveryCode' in secret ? 'newPassphrase' : null;
    if (!(await enter(tried, { recovery: undefined, step }))) return { outcome: 'notOpened' };
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
    end(({ store }) => store.close());
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

    /** Closes it at once: it cannot be worked in. Its keys stay for putting it right. */
    fail(reason: NotOpened): void {
      if (opened === undefined) return;
      end(({ store }) => store.close());
      refuse(reason);
    },

    /**
     * Closes it, does this to its files, and opens it again with whatever changes are there then.
     * @returns undefined when there is no such library
     */
    async closedFor<T>(
      work: (folder: string, keys: LibraryKeys) => Promise<T>,
    ): Promise<{ done: T; opened: boolean } | undefined> {
      end(({ store }) => store.close());
      const library = held;
      if (library === undefined) return undefined;
      const done = await work(library.folder, library.keys);
      return { done, opened: held === library && (await openHeld({ ...library }, 0)) };
    },

    /** Turns to the library in another folder, which is locked then; undefined for none. */
    choose(other: string | undefined): void {
      close();
      refused = undefined;
      seen = undefined;
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
      return folder === undefined || opened !== undefined || held !== undefined
        ? { outcome: 'notOpened' }
        : openBy(folder, secret);
    },

    /** Closes what is open, so that only its passphrase opens it again. */
    lock(): void {
      const known = opened?.library ?? held;
      if (known !== undefined) lockedHere.add(known.folder);
      close();
    },

    /** Back to the lock; `anyway` passes over the one who has the library open. */
    tryAgain(anyway: boolean): void {
      if (opened !== undefined) return;
      forget();
      passOver = anyway ? seen : undefined;
      refused = undefined;
    },

    /** Another has opened the library meanwhile: it is theirs now, and left exactly as it lies. */
    takenOver(by: InUse): void {
      end(({ store }) => store.leave());
      forget(() => undefined);
      refused = { reason: 'takenOver', by };
    },

    close,
  };
}
