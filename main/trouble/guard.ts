/** Stands before every answer of an open library: nothing is acknowledged that could be lost. */
import { isDamage, type NotOpened, reasonOf } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import type { InUse } from '../../preload/api.ts';
import type { Hold } from './hold.ts';
import { whyNot } from './whyNot.ts';

type NotSafe = 'folderGone' | 'takenOver';

export type Guard = {
  /** Why nothing can be asked now. */
  before: () => NotSafe | undefined;
  /** Why what was done since cannot be acknowledged; looks only when something was written. */
  after: () => NotSafe | undefined;
  /** A better reason for an error, by looking at the folder. */
  reason: (error: unknown) => NotOpened | 'closed' | undefined;
  /** The library is closed, and all of it is on the disk: answers that come later need no more looking. */
  end: () => void;
};

type Options = {
  store: Pick<Store, 'inPlace' | 'written' | 'settle' | 'lastNumber'>;
  hold: Pick<Hold, 'takenBy' | 'keep'>;
  folder: string;
  /** Called each time it changes whether the library is at its place. */
  onAway: (away: boolean) => void;
  /** Called once, when another has taken the library over: the record is not to be touched any more. */
  onTaken: (by: InUse) => void;
  /** Called when something could not be read from the record, because it is damaged. */
  onDamage: (reason: NotOpened) => void;
};

export function guardOf({ store, hold, folder, onAway, onTaken, onDamage }: Options): Guard {
  let away = false;
  let taken = false;
  let ended = false;
  let checked = store.written();

  function look(): NotSafe | undefined {
    if (taken) return 'takenOver';
    const by = hold.takenBy();
    if (by !== undefined) {
      taken = true;
      onTaken(by);
      return 'takenOver';
    }
    const isAway = !store.inPlace();
    if (isAway !== away) {
      away = isAway;
      if (away) settle();
      onAway(away);
    }
    return away ? 'folderGone' : undefined;
  }

  /** When only the log of writes was deleted, what stands in it goes into the file before anything else happens. */
  function settle(): void {
    try {
      store.settle();
    } catch (error) {
      // A disk that was pulled out takes nothing; everything acknowledged is on it.
      if (reasonOf(error) === undefined) throw error;
    }
  }

  return {
    before: look,
    after() {
      if (taken) return 'takenOver';
      if (ended) return undefined;
      const written = store.written();
      if (written === checked) return undefined;
      const wrong = look();
      if (wrong !== undefined) return wrong;
      checked = written;
      hold.keep(store.lastNumber());
      return undefined;
    },
    reason(error) {
      // Whatever an answer stumbled over that came too late: nobody sees it, the window has begun anew.
      if (ended) return 'closed';
      const reason = reasonOf(error);
      if (reason !== undefined && isDamage(reason)) onDamage(reason);
      return reason && whyNot(reason, folder);
    },
    end() {
      ended = true;
    },
  };
}
