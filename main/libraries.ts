/** Which library this is about, and whether it is open. One at a time. */
import { existsSync } from 'node:fs';
import { type NotOpened, reasonOf } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import type { InUse, LibraryMade, LibraryState, Secret, Unlocked } from '../preload/api.ts';
import { openLibrary } from './library.ts';
import { type Hold, takeHold } from './trouble/hold.ts';
import type { Machine } from './trouble/inUse.ts';
import { whyNot } from './trouble/whyNot.ts';
import type { LibraryKeys } from './vault/keyFile.ts';
import { keysFile } from './vault/places.ts';
import { makeVault, openVault } from './vault/vault.ts';

/** What is there only while a library is open. */
export type OpenLibrary = { folder: string; keys: LibraryKeys; store: Store; hold: Hold };

type Options = {
  /** The folder of the library that was open last; undefined on a new machine. */
  folder: string | undefined;
  migrations: string;
  machine: Machine;
  /** Called when a library was opened; gives what is to be done before it is closed. */
  onOpen: (library: OpenLibrary) => () => void;
  remember: (folder: string) => void;
};

export type Libraries = ReturnType<typeof libraries>;

/** Why the library was not opened, or is not open any more. */
type Refused = { reason: NotOpened } | { reason: 'inUse' | 'takenOver'; by: InUse };

export function libraries({ folder: last, migrations, machine, onOpen, remember }: Options) {
  let folder = last;
  let opened: { library: OpenLibrary; leave: () => void } | undefined;
  let refused: Refused | undefined;
  // The token of the one who has the library open, and of the one a person decided to pass over.
  let seen: string | undefined;
  let passOver: string | undefined;
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

  function enter(keys: LibraryKeys): boolean {
    if (folder === undefined) return false;
    const hold = takeHoldOf(folder);
    passOver = undefined;
    if (hold === undefined) return false;
    const found = openLibrary(folder, keys, migrations, accepted ? 0 : hold.found);
    accepted = false;
    if ('reason' in found) {
      hold.giveBack();
      accepted = found.reason === 'incomplete';
      return refuse(found.reason);
    }
    hold.keep(found.store.lastNumber());
    refused = undefined;
    const library = { folder, keys, store: found.store, hold };
    opened = { library, leave: onOpen(library) };
    return true;
  }

  /** Ends what is open, and forgets its keys. */
  function end(closing: (library: OpenLibrary) => void): void {
    if (opened === undefined) return;
    const { library, leave } = opened;
    opened = undefined;
    leave();
    closing(library);
    library.keys.database.fill(0);
  }

  function close(): void {
    end(({ store, hold }) => {
      store.close();
      hold.release();
    });
  }

  return {
    state(): LibraryState {
      if (folder === undefined) return { state: 'none' };
      if (opened !== undefined) return { state: 'open', folder };
      if (refused !== undefined) return { state: 'notOpened', folder, ...refused };
      if (!existsSync(keysFile(folder))) return { state: 'notOpened', folder, reason: 'keysGone' };
      return { state: 'locked', folder };
    },

    opened: (): OpenLibrary | undefined => opened?.library,

    /** Turns to the library in another folder, which is locked then; undefined for none. */
    choose(other: string | undefined): void {
      close();
      refused = undefined;
      seen = undefined;
      accepted = false;
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

    /** Back to the lock; `anyway` passes over the one who has the library open. */
    tryAgain(anyway: boolean): void {
      if (opened !== undefined) return;
      passOver = anyway ? seen : undefined;
      refused = undefined;
    },

    /** Another has opened the library meanwhile: it is theirs now, and left exactly as it lies. */
    takenOver(by: InUse): void {
      end(({ store }) => store.leave());
      refused = { reason: 'takenOver', by };
    },

    close,
  };
}
