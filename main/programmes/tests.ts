/** The tests of an enrolment, as far as they are: pure. */
import type { Work } from '../../db/assignments.ts';
import type { TestState } from '../../preload/api.ts';

/** One attempt: its sessions in the order that was drawn. */
export type Attempt = { attempt: number; sessions: Work[] };

/** In order. */
export function attemptsOf(work: readonly Work[]): Attempt[] {
  const tests = Map.groupBy(
    work.filter(({ attempt }) => attempt !== null),
    ({ attempt }) => attempt ?? 0,
  );
  return [...tests]
    .map(([attempt, sessions]) => ({ attempt, sessions }))
    .sort((a, b) => a.attempt - b.attempt);
}

export const isOver = ({ sessions }: Attempt): boolean =>
  sessions.every(({ submittedAt }) => submittedAt !== null);

/** @param isPassed asked only of attempts that are over */
export function testStateOf(attempt: Attempt, isPassed: (attempt: Attempt) => boolean): TestState {
  const submitted = attempt.sessions.flatMap(({ submittedAt }) => submittedAt ?? []);
  const known = { attempt: attempt.attempt, done: submitted.length, of: attempt.sessions.length };
  if (!isOver(attempt)) return { ...known, state: 'given', givenAt: attempt.sessions[0]?.assignedAt ?? '' };
  const endedAt = submitted.reduce((last, at) => (at > last ? at : last), '');
  return { ...known, state: isPassed(attempt) ? 'passed' : 'failed', endedAt };
}
