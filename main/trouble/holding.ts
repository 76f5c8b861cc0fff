/** Takes hold of libraries for this machine, and remembers who was in the way. */
import { existsSync } from 'node:fs';
import { type NotOpened, reasonOf } from '../../db/open.ts';
import type { InUse } from '../../preload/api.ts';
import { type Hold, takeHold } from './hold.ts';
import type { Machine } from './inUse.ts';

/** Why the library was not opened, or is not open any more. */
export type Refused = { reason: NotOpened } | { reason: 'inUse' | 'takenOver'; by: InUse };

export function holding(machine: Machine) {
  // The token of the one who has the library open, and of the one a person decided to pass over.
  let seen: string | undefined;
  let passOver: string | undefined;
  return {
    /** Before anything in the library is touched. */
    take(folder: string): Hold | Refused {
      try {
        const taken = takeHold({ folder, me: machine, now: () => new Date(), passOver });
        if ('hold' in taken) return taken.hold;
        seen = taken.token;
        return { reason: 'inUse', by: taken.inUse };
      } catch (error) {
        const reason = reasonOf(error) ?? (existsSync(folder) ? undefined : 'folderGone');
        if (reason === undefined) throw error;
        return { reason };
      } finally {
        passOver = undefined;
      }
    },
    /** Whether the next try passes over the one who was seen: a person was told, and decided to. */
    decide(anyway: boolean): void {
      passOver = anyway ? seen : undefined;
    },
    forget(): void {
      seen = undefined;
    },
  };
}
