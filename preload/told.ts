import type { AgreementProgress } from './agreement.ts';

/** What the window is told without having asked, by name. */
export type Told = {
  /** The library is about to be locked: what is typed and not yet saved is saved now. */
  locking: null;
  /** How far the agreement that was asked for is. */
  agreementProgress: AgreementProgress;
};

/** Every one of them; a missing name is a type error. */
export const told = Object.keys({ locking: 1, agreementProgress: 1 } satisfies Record<keyof Told, 1>);
