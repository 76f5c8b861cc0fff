import { describe, expect, test } from 'vitest';
import { drawnLimits, pairLimits } from '../../../main/agreement/pairLimits.ts';
import { shareOf } from '../../../main/agreement/simpleAgreement.ts';

const drawn = { lower: 0.6, upper: 0.9 };

describe('the limits of a share of pairs', () => {
  test('are those by resampling where there are sessions enough', () => {
    expect(pairLimits(shareOf(8, 10), drawn, 8)).toEqual(drawn);
    expect(pairLimits(shareOf(2, 3), drawn, 7)).toMatchObject({ reason: 'tooFewSessions' });
  });

  test.each([
    [3, 0.2924],
    [10, 0.6915],
    [40, 0.9119],
  ])('are never without width: all pairs of %d sessions agree', (sessions, furthest) => {
    const always = { lower: 1, upper: 1 };
    const all = pairLimits(shareOf(sessions, sessions), always, sessions);
    expect(all.lower).toBeCloseTo(furthest, 4);
    expect(all.upper).toBe(1);
    const none = pairLimits(shareOf(0, sessions), { lower: 0, upper: 0 }, sessions);
    expect(none.upper).toBeCloseTo(1 - furthest, 4);
    expect(none.lower).toBe(0);
  });

  test('are none where there are no pairs', () => {
    const none = { lower: undefined, upper: undefined, reason: 'noPairs' } as const;
    expect(pairLimits(shareOf(0, 0), none, 0)).toEqual(none);
  });
});

test('limits of other numbers by resampling need eight sessions', () => {
  expect(drawnLimits(drawn, 8)).toEqual(drawn);
  expect(drawnLimits(drawn, 7)).toMatchObject({ reason: 'tooFewSessions' });
});
