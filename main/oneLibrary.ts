/** One library: its keys held, its record open, put right, and closed again. */
import { isDamage, type NotOpened } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import type { EntranceStep, InUse } from '../preload/api.ts';
import { openLibrary } from './library.ts';
import type { Hold } from './trouble/hold.ts';
import { holding, type Refused } from './trouble/holding.ts';
import type { Machine } from './trouble/inUse.ts';
import { whyNot } from './trouble/whyNot.ts';
import { forgetKeys, type LibraryKeys } from './vault/keyFile.ts';
import type { Recovery } from './vault/vault.ts';

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

/** All that works in an open library. */
export type AtWork = {
  /** Ends it. `whole`: the record may be read once more. */
  end: (whole: boolean) => void;
  /** After the end: resolves when none of it touches the record any more. */
  settled: () => Promise<void>;
};

export type OneLibraryOptions = {
  migrations: string;
  machine: Machine;
  /** Who sits in front of the screen, for the log. */
  viewerId: () => string | null;
  /** Called before a library is opened; a reason when it may not be. */
  beforeOpen: (folder: string, keys: LibraryKeys) => Promise<NotOpened | undefined>;
  /** Called when a library was opened. */
  onOpen: (library: OpenLibrary) => AtWork;
  remember: (folder: string) => void;
};

const beatEveryMs = 30_000;

export function oneLibrary({
  migrations,
  machine,
  viewerId,
  beforeOpen,
  onOpen,
  remember,
}: OneLibraryOptions) {
  let opened: { library: OpenLibrary; atWork: AtWork } | undefined;
  /** The secret of this one was given and it is not open: it is being opened, or put right. */
  let held: HeldLibrary | undefined;
  let beating: NodeJS.Timeout | undefined;
  /** Its files are being worked on: nobody opens, leaves or forgets it meanwhile. */
  let working: Promise<unknown> | undefined;
  /** It was to be locked meanwhile. */
  let lockAfter = false;
  /** What worked in the library before, and may not have ended yet: a thread ends its step first. */
  let settling: Promise<unknown> = Promise.resolve();
  let refused: Refused | undefined;
  const holds = holding(machine);
  // It was said that changes are missing: the next try opens what is there.
  let accepted = false;
  /** Counts how often another library was turned to. */
  let turn = 0;

  function refuse(reason: NotOpened, folder: string): false {
    refused = { reason: whyNot(reason, folder) };
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

  /** Opens the library in a folder with its keys; they are forgotten when it could not be held. */
  async function enter(
    folder: string,
    keys: LibraryKeys,
    first: Pick<OpenLibrary, 'recovery' | 'step'>,
  ): Promise<boolean> {
    const asked = turn;
    await settling;
    if (asked !== turn || opened !== undefined || held !== undefined) {
      forgetKeys(keys);
      return false;
    }
    const taken = holds.take(folder);
    if ('reason' in taken) {
      forgetKeys(keys);
      refused = 'by' in taken ? taken : { reason: whyNot(taken.reason, folder) };
      return false;
    }
    return openHeld({ folder, keys, hold: taken, ...first }, accepted ? 0 : taken.found);
  }

  /** @param atLeast the number of the last change that is known to have been acknowledged */
  async function openHeld(library: HeldLibrary, atLeast: number): Promise<boolean> {
    holdOn(library);
    accepted = false;
    const { folder, keys, hold } = library;
    try {
      const inTheWay = await beforeOpen(folder, keys);
      // It was locked meanwhile, or another one chosen.
      if (held !== library) return false;
      const found =
        inTheWay === undefined
          ? openLibrary(folder, keys, migrations, { viewerId, atLeast })
          : { reason: inTheWay };
      if ('reason' in found) {
        accepted = found.reason === 'incomplete';
        // A damaged record is put right with the keys that were given; anything else begins at the lock again.
        if (!isDamage(found.reason)) forget();
        return refuse(found.reason, folder);
      }
      clearInterval(beating);
      hold.keep(found.store.lastNumber());
      refused = undefined;
      held = undefined;
      const openedNow = { ...library, store: found.store };
      opened = { library: openedNow, atWork: onOpen(openedNow) };
    } catch (error) {
      // Whatever it was, the next try begins at the lock.
      if (held === library) forget();
      throw error;
    }
    remember(folder);
    return true;
  }

  /**
   * Ends what is open, and holds on to it.
   * @param whole whether what works in it may read it once more
   */
  function end(whole: boolean, closing: (library: OpenLibrary) => void): void {
    if (opened === undefined) return;
    const { library, atWork } = opened;
    opened = undefined;
    holdOn(library);
    // Whatever one of them stumbles over, the library is closed.
    for (const step of [() => atWork.end(whole), () => closing(library)]) {
      try {
        step();
      } catch (error) {
        console.error(error);
      }
    }
    settling = Promise.allSettled([settling, atWork.settled()]);
  }

  function close(): void {
    if (opened === undefined) {
      // What stood in the way is found again by whoever unlocks it again.
      if (held !== undefined) refused = undefined;
      forget();
      return;
    }
    end(true, ({ store }) => store.close());
    // Another machine may have it when nothing here writes any more.
    forget((hold) => void settling.then(hold.release));
  }

  return {
    enter,
    close,

    opened: (): OpenLibrary | undefined => opened?.library,
    /** The library whose secret was given, open or not. */
    known: (): HeldLibrary | undefined => opened?.library ?? held,
    refused: (): Refused | undefined => refused,
    /** Whether its files are being worked on. */
    isWorking: (): boolean => working !== undefined,
    /** Resolves when its files are not worked on any more, whatever came of it. */
    idle: async (): Promise<void> => void (await working?.catch(() => undefined)),

    /** Closes it at once: it cannot be worked in. Its keys stay for putting it right. */
    fail(reason: NotOpened): void {
      if (opened === undefined) return;
      const { folder } = opened.library;
      end(false, ({ store }) => store.close());
      refuse(reason, folder);
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
        const doing = settling.then(() => work(library.folder, library.keys));
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

    /** Closes it, and begins anew with another. */
    leave(): void {
      close();
      refused = undefined;
      holds.forget();
      accepted = false;
      turn += 1;
    },

    /** Closes it, as soon as nobody works on its files. */
    lock(): void {
      lockAfter = working !== undefined;
      if (!lockAfter) close();
    },

    /** Forgets keys that were given, and what came of them. */
    startOver(): void {
      forget();
      refused = undefined;
    },

    /** Whether one passes over whoever has the library open, at the next try. */
    decide: (anyway: boolean): void => holds.decide(anyway),

    /** Another has opened the library meanwhile: it is theirs now, and left exactly as it lies. */
    takenOver(by: InUse): void {
      end(false, ({ store }) => store.leave());
      forget(() => undefined);
      refused = { reason: 'takenOver', by };
    },

    /** After closing: resolves when nothing is read or written any more. */
    settled: async (): Promise<void> => void (await settling),
  };
}
