import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDue,
  doubled,
  runningFigures,
  sessionFigures,
  worthPractising,
} from '../../../main/certification/index.ts';
import { anySessions, given, ofQuality, rated } from './levels.ts';

/** Ten items, so many points from the standard each. */
const check = (day: number, differences: readonly number[]) =>
  sessionFigures(
    rated(
      day,
      given(Array.from({ length: 10 }, (_, at) => 4 + (differences[at] ?? 0))),
      given(Array.from({ length: 10 }, () => 4)),
    ),
    ofQuality,
  );
const by = (difference: number) => Array.from({ length: 10 }, () => difference);
const running = (checks: readonly (readonly number[])[]) =>
  runningFigures(checks.map((differences, at) => check(at + 1, differences))).map((one) => one.running);

describe('checks of a certified rater', () => {
  test('are looked at five at a time, or as many as there are', () => {
    const found = running([by(0), by(0), by(0), by(0), by(1), by(1)]);
    expect(found.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 5]);
    expect(found.map(({ bias }) => bias)).toEqual([0, 0, 0, 0, 0.2, 0.4]);
    expect(found[5]?.within1).toMatchObject({ count: 50, of: 50 });
  });

  test('alarm above half a point, not at it, either way', () => {
    expect(running([by(1), by(0)]).map(({ alarm }) => alarm)).toEqual([false, false]);
    expect(running([by(1), [1]]).at(-1)).toMatchObject({ bias: 0.55, alarm: true });
    expect(running([by(-1), [-1]]).at(-1)).toMatchObject({ bias: -0.55, alarm: true });
  });

  test('alarm under 80 % within one point, not at it', () => {
    expect(
      running([
        [2, -2],
        [2, -2],
      ]).at(-1),
    ).toMatchObject({ within1: { share: 0.8 }, alarm: false });
    expect(running([[2, -2, 2, -2], [2]]).at(-1)).toMatchObject({ within1: { share: 0.75 }, alarm: true });
  });

  test('never alarm on one session alone', () => {
    expect(running([by(3)])).toMatchObject([{ n: 1, bias: 3, alarm: false }]);
  });

  test('end an alarm when the five last are near again', () => {
    const found = running([by(3), by(3), by(0), by(0), by(0), by(0), by(0)]);
    expect(found.map(({ alarm }) => alarm)).toEqual([false, true, true, true, true, true, false]);
  });

  test('come in order of time', () => {
    const found = runningFigures([check(3, by(2)), check(1, by(0)), check(2, by(1))]);
    expect(found.map(({ sessionId }) => sessionId)).toEqual(['session 1', 'session 2', 'session 3']);
    expect(found.map((one) => one.running.bias)).toEqual([0, 0.5, 1]);
  });

  test('without anything to compare make no alarm and no number', () => {
    const nothing = (day: number) => sessionFigures(rated(day, given([4]), given([])), ofQuality);
    expect(runningFigures([nothing(1), nothing(2)]).at(-1)?.running).toMatchObject({
      bias: undefined,
      within1: { share: undefined },
      alarm: false,
    });
  });

  test('do not depend on the order they come in, whatever the ratings', () => {
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const figures = sessions.map((one) => sessionFigures(one, ofQuality));
        expect(runningFigures(figures.toReversed())).toEqual(runningFigures(figures));
      }),
    );
  });
});

describe('what to practise', () => {
  test('goes by the last five checks, whatever the order they come in', () => {
    // Item 2 was far in the first check of six, item 1 in the last three.
    const checks = [1, 2, 3, 4, 5, 6].map((day) =>
      rated(day, given([day > 3 ? 7 : 4, day === 1 ? 7 : 4]), given([4, 4])),
    );
    const found = worthPractising(checks.toReversed(), ofQuality);
    expect(found).toMatchObject([{ item: 1, n: 5, within1: 2, practise: true }]);
  });
});

describe('the next check', () => {
  const certified = '2026-01-31T12:00:00.000Z';

  test('is due a quarter after the certificate, at the latest on the last day of the month', () => {
    expect(checkDue(certified, [])).toBe('2026-04-30');
  });

  test('is due a quarter after the last standard session; double codings do not count', () => {
    const checks = [
      { kind: 'check' as const, submittedAt: '2026-03-10T12:00:00.000Z' },
      { kind: 'check' as const, submittedAt: '2026-02-10T12:00:00.000Z' },
      { kind: 'double' as const, submittedAt: '2026-05-10T12:00:00.000Z' },
    ];
    expect(checkDue(certified, checks)).toBe('2026-06-10');
  });
});

describe('double coding', () => {
  test('is a share of the sessions that the rater rated alone', () => {
    expect(doubled(['a', 'b', 'c', 'd', 'e'], new Set(['b', 'x']))).toEqual({
      sessions: 1,
      of: 5,
      percent: 20,
    });
  });

  test('has no share without sessions', () => {
    expect(doubled([], new Set(['b']))).toEqual({ sessions: 0, of: 0, percent: undefined });
  });
});
