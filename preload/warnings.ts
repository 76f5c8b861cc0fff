import type { ClockDoubt } from '../db/clock.ts';

/** Who has a library open. */
export type InUse = {
  /** The name of that machine. */
  machine: string;
  /** ISO-8601 UTC, by its clock. */
  since: string;
  /** On this machine, in another copy of the program. */
  here: boolean;
  /** It has said nothing for three minutes or longer. */
  silent: boolean;
};

/** Where a library lies that can be changed by others than this machine. */
export type SharedPlace =
  /** A folder that a program copies to other machines; its name. */
  { kind: 'synchronised'; by: string } | { kind: 'network' };

/** What a person is told once when a library is open. Nothing is forbidden by it. */
export type Warnings = {
  /** Undefined when the clock is not doubtful, or it was told already. */
  clock: ClockDoubt | undefined;
  place: SharedPlace | undefined;
  /** The person has read about the place. */
  placeRead: boolean;
};

/** About the machine and the place of the library. */
export interface WarningsApi {
  /** What is to be known of the machine's clock and of the place of the open library. */
  warnings(): Promise<Warnings>;
  /** Keeps that it was read: about the clock until the library is opened again, about the place for good. */
  readWarning(which: 'clock' | 'place'): Promise<void>;
}
