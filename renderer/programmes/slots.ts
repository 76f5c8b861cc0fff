/** Where a session of a programme can be: practice, the test of one attempt, or kept for checks. Pure. */
import type { ProgrammePart, ProgrammeSession, StandardChoice } from '../../preload/api';

export type Slot = { part: ProgrammePart; testSet: number | null };

export const slotsOf = (attempts: number): Slot[] => [
  { part: 'practice', testSet: null },
  ...Array.from({ length: attempts }, (_, at): Slot => ({ part: 'test', testSet: at + 1 })),
  { part: 'check', testSet: null },
];

/** As a field of a form keeps it. */
export const slotKey = ({ part, testSet }: Slot): string => (testSet === null ? part : `${part} ${testSet}`);

export const slotOf = (key: string | null, attempts: number): Slot | undefined =>
  slotsOf(attempts).find((slot) => slotKey(slot) === key);

export const inSlot = (sessions: readonly ProgrammeSession[], { part, testSet }: Slot): ProgrammeSession[] =>
  sessions.filter((one) => one.part === part && one.testSet === testSet);

const setIsGiven = (sessions: readonly ProgrammeSession[], testSet: number | null): boolean =>
  testSet !== null && sessions.some((one) => one.testSet === testSet && one.assigned > 0);

/** What was given to one rater, alone or in a set of the test, is to be the same for the next. */
export const isFixed = (one: ProgrammeSession, sessions: readonly ProgrammeSession[]): boolean =>
  one.assigned > 0 || setIsGiven(sessions, one.testSet);

/** Where sessions can still be put. */
export const openSlots = (attempts: number, sessions: readonly ProgrammeSession[]): Slot[] =>
  slotsOf(attempts).filter(({ testSet }) => !setIsGiven(sessions, testSet));

export const withoutStandard = (sessions: readonly ProgrammeSession[]): ProgrammeSession[] =>
  sessions.filter(({ standard }) => standard === null);

/** The latest consensus, or the only rating there is; among several single raters somebody has to choose. */
export function usualStandard(choice: StandardChoice | undefined): string | null {
  const ratings = choice?.ratings ?? [];
  const agreed = ratings
    .filter(({ how }) => how === 'consensus')
    .toSorted((one, other) => other.at.localeCompare(one.at));
  return (agreed[0] ?? (ratings.length === 1 ? ratings[0] : undefined))?.ratingId ?? null;
}
