/** Which library this is about, and whether it is open. One at a time. */
import { existsSync } from 'node:fs';
import type { NotOpened } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import type { LibraryMade, LibraryState, Secret, Unlocked } from '../preload/api.ts';
import { openLibrary } from './library.ts';
import type { LibraryKeys } from './vault/keyFile.ts';
import { keysFile } from './vault/places.ts';
import { makeVault, openVault } from './vault/vault.ts';

/** What is there only while a library is open. */
export type OpenLibrary = { folder: string; keys: LibraryKeys; store: Store };

type Options = {
  /** The folder of the library that was open last; undefined on a new machine. */
  folder: string | undefined;
  migrations: string;
  /** Called before a library is opened; a reason when it may not be. */
  beforeOpen: (folder: string, keys: LibraryKeys) => Promise<NotOpened | undefined>;
  /** Called when a library was opened; gives what is to be done before it is closed. */
  onOpen: (library: OpenLibrary) => () => void;
  remember: (folder: string) => void;
};

export type Libraries = ReturnType<typeof libraries>;

export function libraries({ folder: last, migrations, beforeOpen, onOpen, remember }: Options) {
  let folder = last;
  let opened: { library: OpenLibrary; leave: () => void } | undefined;
  let refused: NotOpened | undefined;

  /** Keys of a library that is not open although its secret was given: its record is being put right. */
  let held: LibraryKeys | undefined;

  async function enter(keys: LibraryKeys): Promise<boolean> {
    if (folder === undefined) return false;
    const at = folder;
    held = keys;
    const inTheWay = await beforeOpen(at, keys);
    // It was locked meanwhile, or another one chosen.
    if (held !== keys || at !== folder) return false;
    const found = inTheWay === undefined ? openLibrary(at, keys, migrations) : { reason: inTheWay };
    if ('reason' in found) {
      refused = found.reason;
      return false;
    }
    refused = undefined;
    held = undefined;
    const library = { folder: at, keys, store: found.store };
    opened = { library, leave: onOpen(library) };
    return true;
  }

  /** Closes what is open, and holds its keys. */
  function shut(): void {
    if (opened === undefined) return;
    const { library, leave } = opened;
    opened = undefined;
    held = library.keys;
    leave();
    library.store.close();
  }

  /** Closes what is open, and forgets its keys. */
  function close(): void {
    shut();
    held?.database.fill(0);
    // What stood in the way is found again by whoever unlocks it again.
    if (held !== undefined) refused = undefined;
    held = undefined;
  }

  return {
    state(): LibraryState {
      if (folder === undefined) return { state: 'none' };
      if (opened !== undefined) return { state: 'open', folder };
      if (refused !== undefined) return { state: 'notOpened', folder, reason: refused };
      if (!existsSync(keysFile(folder))) return { state: 'notOpened', folder, reason: 'keysGone' };
      return { state: 'locked', folder };
    },

    opened: (): OpenLibrary | undefined => opened?.library,

    /** The library whose secret was given, open or not. */
    known: (): { folder: string; keys: LibraryKeys } | undefined =>
      opened?.library ?? (folder === undefined || held === undefined ? undefined : { folder, keys: held }),

    /** Closes it at once: it cannot be worked in. Its keys stay for putting it right. */
    fail(reason: NotOpened): void {
      if (opened === undefined) return;
      shut();
      refused = reason;
    },

    /**
     * Closes it, does this to its files, and opens it again.
     * @returns undefined when there is no such library
     */
    async closedFor<T>(
      work: (folder: string, keys: LibraryKeys) => Promise<T>,
    ): Promise<{ done: T; opened: boolean } | undefined> {
      shut();
      const keys = held;
      if (folder === undefined || keys === undefined) return undefined;
      const done = await work(folder, keys);
      return { done, opened: held === keys && (await enter(keys)) };
    },

    /** Turns to the library in another folder, which is locked then; undefined for none. */
    choose(other: string | undefined): void {
      close();
      refused = undefined;
      folder = other;
    },

    async make(place: string, passphrase: string): Promise<LibraryMade> {
      const made = await makeVault(place, passphrase);
      if (made.outcome !== 'made') return made;
      close();
      folder = place;
      if (!(await enter(made.keys))) return { outcome: 'unwritable' };
      remember(place);
      return { outcome: 'made', recoveryCode: made.recoveryCode };
    },

    async unlock(secret: Secret): Promise<Unlocked> {
      const asked = folder;
      if (asked === undefined || opened !== undefined) return { outcome: 'notOpened' };
      const keys = await openVault(asked, secret);
      // Another library may have been chosen meanwhile, or the same one opened.
      if (asked !== folder || opened !== undefined || held !== undefined) return { outcome: 'notOpened' };
      if (keys === 'gone') return { outcome: 'notOpened' };
      if (keys === undefined) return { outcome: 'wrong', waitMs: 0 };
      if (!(await enter(keys))) return { outcome: 'notOpened' };
      remember(asked);
      return { outcome: 'open' };
    },

    close,
  };
}
