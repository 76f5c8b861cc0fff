import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Work } from '../../db/assignments.ts';
import { shuffled } from '../../db/shuffled.ts';
import { roleOf } from '../../main/programmes/role.ts';
import { attemptsOf, isOver, testStateOf } from '../../main/programmes/tests.ts';
import { uuid } from '../fixtures/rows.ts';

const viewer = (kind: 'supervisor' | 'expert' | 'trainee' | 'self') => ({ id: uuid(1), kind });
const enrolment = (openWork: number, ended = false) => ({ openWork, ended });

describe('what somebody is in a programme', () => {
  test.each(['supervisor', 'expert'] as const)('a %s leads it, but for work that is not done', (kind) => {
    expect(roleOf(viewer(kind), undefined)).toBe('leads');
    expect(roleOf(viewer(kind), enrolment(0))).toBe('leads');
    expect(roleOf(viewer(kind), enrolment(1))).toBe('rates');
    expect(roleOf(viewer(kind), enrolment(1, true))).toBe('leads');
  });

  test.each(['trainee', 'self'] as const)('a %s never leads it', (kind) => {
    expect(roleOf(viewer(kind), undefined)).toBe('none');
    for (const own of [enrolment(0), enrolment(2), enrolment(0, true)])
      expect(roleOf(viewer(kind), own)).toBe('rates');
  });

  test('nobody in particular is nothing', () => {
    expect(roleOf(undefined, undefined)).toBe('none');
  });
});

const work = (attempt: number | null, submittedAt: string | null): Work => ({
  id: uuid(1),
  enrolmentId: uuid(2),
  sessionId: uuid(3),
  kind: attempt === null ? 'practice' : 'test',
  attempt,
  position: 1,
  standardId: uuid(4),
  assignedAt: '2026-11-01T08:00:00.000Z',
  programmeId: uuid(5),
  raterId: uuid(6),
  ended: false,
  ratingId: submittedAt === null ? null : uuid(7),
  submittedAt,
});

describe('the tests of an enrolment', () => {
  test('are in order, and hold nothing but tests', () => {
    const attempts = attemptsOf([work(2, null), work(null, null), work(1, 'b'), work(2, 'c')]);
    expect(attempts.map(({ attempt, sessions }) => [attempt, sessions.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(attempts.map(isOver)).toEqual([true, false]);
  });

  test('are told by how much is done, and whether they were passed only when they are over', () => {
    const [first, second] = attemptsOf([work(1, '2026-11-02'), work(1, '2026-11-03'), work(2, null)]);
    if (first === undefined || second === undefined) throw new Error('no attempts');
    const over = { attempt: 1, done: 2, of: 2, endedAt: '2026-11-03' };
    expect(testStateOf(first, () => true)).toEqual({ ...over, state: 'passed' });
    expect(testStateOf(first, () => false)).toEqual({ ...over, state: 'failed' });
    const early = () => {
      throw new Error('asked too early');
    };
    expect(testStateOf(second, early)).toEqual({
      attempt: 2,
      state: 'given',
      done: 0,
      of: 1,
      givenAt: '2026-11-01T08:00:00.000Z',
    });
  });
});

describe('an order that is drawn', () => {
  test('has everything once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (things) => {
        expect(shuffled(things).toSorted()).toEqual(things.toSorted());
      }),
    );
  });

  test('can begin with each of them', () => {
    const firsts = new Set(Array.from({ length: 400 }, () => shuffled([1, 2, 3])[0]));
    expect(firsts).toEqual(new Set([1, 2, 3]));
  });
});
