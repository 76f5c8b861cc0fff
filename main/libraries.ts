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
  /** Who sits in front of the screen, for the log. */
  viewerId: () => string | null;
  /** Called when a library was opened; gives what is to be done before it is closed. */
  onOpen: (library: OpenLibrary) => () => void;
  remember: (folder: string) => void;
};

export type Libraries = ReturnType<typeof libraries>;

export function libraries({ folder: last, migrations, viewerId, onOpen, remember }: Options) {
  let folder = last;
  let opened: { library: OpenLibrary; leave: () => void } | undefined;
  let refused: NotOpened | undefined;

  function enter(keys: LibraryKeys): boolean {
    if (folder === undefined) return false;
    const found = openLibrary(folder, keys, migrations, viewerId);
    if ('reason' in found) {
      refused = found.reason;
      return false;
    }
    refused = undefined;
    const library = { folder, keys, store: found.store };
    opened = { library, leave: onOpen(library) };
    return true;
  }

  /** Closes what is open, and forgets its keys. */
  function close(): void {
    if (opened === undefined) return;
    const { library, leave } = opened;
    opened = undefined;
    leave();
    library.store.close();
    library.keys.database.fill(0);
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
      if (!enter(made.keys)) return { outcome: 'unwritable' };
      remember(place);
      return { outcome: 'made', recoveryCode: made.recoveryCode };
    },

    async unlock(secret: Secret): Promise<Unlocked> {
      const asked = folder;
      if (asked === undefined || opened !== undefined) return { outcome: 'notOpened' };
      const keys = await openVault(asked, secret);
      // Another library may have been chosen meanwhile, or the same one opened.
      if (asked !== folder || opened !== undefined) return { outcome: 'notOpened' };
      if (keys === 'gone') return { outcome: 'notOpened' };
      if (keys === undefined) return { outcome: 'wrong', waitMs: 0 };
      if (!enter(keys)) return { outcome: 'notOpened' };
      remember(asked);
      return { outcome: 'open' };
    },

    close,
  };
}
