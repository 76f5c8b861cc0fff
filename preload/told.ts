import type { Keeping } from './keeping.ts';

/** What the window is told without having asked, by name. */
export type Told = {
  /** The library is about to be locked: what is typed and not yet saved is saved now. */
  locking: null;
  /** How far a recording is on its way into the library, or out of it; null when that is over. */
  keeping: Keeping | null;
  /** A kept recording was found to be damaged: its id. */
  damaged: string;
};

/** Every one of them; a missing name is a type error. */
export const told = Object.keys({ locking: 1, keeping: 1, damaged: 1 } satisfies Record<keyof Told, 1>);
