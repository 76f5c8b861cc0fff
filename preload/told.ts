import type { AgreementProgress } from './agreement.ts';
import type { BackupTrouble } from './backups.ts';
import type { Keeping } from './keeping.ts';

/** What the window is told without having asked, by name. */
export type Told = {
  /** The library is about to be locked: what is typed and not yet saved is saved now. */
  locking: null;
  /** Whether the folder of the open library is not where it was; told each time that changes. */
  libraryAway: boolean;
  /** How many changes of the log are gone through, of how many. */
  verifying: { done: number; all: number };
  /** A backup was made by itself. */
  backupMade: null;
  /** A backup could not be made; told once, until one could. */
  backupTrouble: BackupTrouble;
  /** How much of a library in another place is there: 0 to 1. */
  backupShare: number;
  /** How far a recording is on its way into the library, or out of it; null when that is over. */
  keeping: Keeping | null;
  /** A kept recording was found to be damaged: its id. */
  damaged: string;
  /** How far the agreement that was asked for is. */
  agreementProgress: AgreementProgress;
};

/** Every one of them; a missing name is a type error. */
export const told = Object.keys({
  locking: 1,
  libraryAway: 1,
  verifying: 1,
  backupMade: 1,
  backupTrouble: 1,
  backupShare: 1,
  keeping: 1,
  damaged: 1,
  agreementProgress: 1,
} satisfies Record<keyof Told, 1>);
