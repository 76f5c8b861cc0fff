import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  directionOf,
  levelAt,
  mostAlone,
  type Trend,
  trendOf,
  type Value,
} from '../../renderer/charts/trend.ts';

const year = 365.25 * 86_400_000;
const over = (times: readonly number[], levels: readonly number[]): Value[] =>
  times.map((time, index) => ({ time: time * year, level: levels[index] ?? Number.NaN }));

function found(trend: Trend) {
  if (trend.outcome !== 'trend') throw new Error(trend.outcome);
  return trend;
}

describe('published examples', () => {
  // Sen, J. Am. Stat. Assoc. 63 (1968), p. 1388; the limits also in the packages deming and scipy.
  test("Sen's own seven points have slope 4 and the interval 26/7 to 35/8", () => {
    const trend = found(trendOf(over([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78])));
    expect(trend.slope).toBeCloseTo(4, 10);
    expect(trend.lower).toBeCloseTo(26 / 7, 10);
    expect(trend.upper).toBeCloseTo(35 / 8, 10);
  });

  // Hollander, Wolfe & Chicken, Nonparametric Statistical Methods, 3rd ed., example 9.1; n = 5 leaves all slopes.
  test('the five years of cloud seeding have slope -0.05625, and all ten slopes in the interval', () => {
    const trend = found(trendOf(over([1, 2, 3, 4, 5], [1.26, 1.27, 1.12, 1.16, 1.03])));
    expect(trend.slope).toBeCloseTo(-0.05625, 10);
    expect(trend.lower).toBeCloseTo(-0.15, 10);
    expect(trend.upper).toBeCloseTo(0.04, 10);
  });

  // The example of ci.theil in the R package statpsych, after Hollander & Wolfe (1999).
  test('fifteen points, some at the same time, have slope 0.5 and the interval 0.3243243 to 0.75', () => {
    const times = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51];
    const levels = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19];
    const trend = found(trendOf(over(times, levels)));
    expect(trend.slope).toBeCloseTo(0.5, 10);
    expect(trend.lower).toBeCloseTo(0.3243243, 7);
    expect(trend.upper).toBeCloseTo(0.75, 10);
  });
});

describe('the time that the slope is told by', () => {
  test.each([
    ['month', 11],
    ['month', 25],
    ['year', 27],
    ['year', 300],
  ])('is a %s for sessions within %i weeks', (per, weeks) => {
    const times = Array.from({ length: 6 }, (_, index) => (index * weeks) / 5 / 52.18);
    expect(found(trendOf(over(times, [3, 4, 3, 5, 4, 5]))).per).toBe(per);
  });

  test('leaves the slope as it is, in levels per year', () => {
    const trend = found(trendOf(over([0, 0.05, 0.1, 0.15, 0.2], [3, 3.1, 3.2, 3.3, 3.4])));
    expect(trend.slope).toBeCloseTo(2, 10);
  });
});

describe('too little for a trend', () => {
  test.each([0, 1, 4])('is told of %i sessions', (count) => {
    const values = Array.from({ length: count }, (_, index) => ({ time: index * year, level: 4 }));
    expect(trendOf(values)).toEqual({ outcome: 'tooFew', sessions: count });
  });

  test('is told of five sessions on one day', () => {
    expect(trendOf(over([1, 1, 1, 1, 1], [3, 4, 5, 4, 3]))).toEqual({ outcome: 'tooClose', sessions: 5 });
  });

  test('is told of five sessions on two days, which no interval can be told from', () => {
    expect(trendOf(over([1, 1, 1, 2, 2], [3, 3, 3, 5, 5]))).toEqual({ outcome: 'tooClose', sessions: 5 });
  });

  test('is told of many sessions in four months', () => {
    const values = Array.from({ length: 60 }, (_, day) => ({ time: day * 1.9 * 86_400_000, level: 4 }));
    expect(trendOf(values)).toEqual({ outcome: 'tooClose', sessions: 60 });
  });
});

const day = 86_400_000;
/** Whole days within ten years, mostly different ones; levels in quarters. */
const values = (most: number) =>
  fc
    .array(fc.record({ time: fc.integer({ min: 0, max: 3652 }), level: fc.integer({ min: 4, max: 28 }) }), {
      minLength: 5,
      maxLength: most,
    })
    .map((all) => all.map(({ time, level }) => ({ time: time * day, level: level / 4 })));
const some = values(90);

describe('a trend', () => {
  test('does not depend on the order of the sessions', () => {
    fc.assert(
      fc.property(
        some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => void expect(trendOf(shuffled)).toEqual(trendOf(all)),
      ),
    );
  });

  test('does not change the sessions', () => {
    fc.assert(
      fc.property(some, (all) => {
        const before = structuredClone(all);
        trendOf(all);
        expect(all).toEqual(before);
      }),
    );
  });

  test('stays the same when every level is higher by as much', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: -5, max: 5 }), (all, shift) => {
        const [before, after] = [all, all.map((one) => ({ ...one, level: one.level + shift }))].map(trendOf);
        if (before?.outcome !== 'trend' || after?.outcome !== 'trend')
          return void expect(after).toEqual(before);
        expect(after.slope).toBeCloseTo(before.slope, 8);
        expect(after.lower).toBeCloseTo(before.lower, 8);
        expect(after.upper).toBeCloseTo(before.upper, 8);
        expect(after.level).toBeCloseTo(before.level + shift, 8);
      }),
    );
  });

  test('is three times as steep when every level is three times as high, and turned over by -1', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(3, -1), (all, scale) => {
        const [before, after] = [all, all.map((one) => ({ ...one, level: one.level * scale }))].map(trendOf);
        if (before?.outcome !== 'trend' || after?.outcome !== 'trend')
          return void expect(after).toEqual(before);
        const [one, other] = [before.lower * scale, before.upper * scale];
        expect(after.slope).toBeCloseTo(before.slope * scale, 8);
        expect(after.lower).toBeCloseTo(Math.min(one, other), 8);
        expect(after.upper).toBeCloseTo(Math.max(one, other), 8);
      }),
    );
  });

  test('lies in its interval', () => {
    fc.assert(
      fc.property(some, (all) => {
        const trend = trendOf(all);
        if (trend.outcome !== 'trend') return;
        expect(trend.lower).toBeLessThanOrEqual(trend.slope);
        expect(trend.upper).toBeGreaterThanOrEqual(trend.slope);
      }),
    );
  });

  test('of a straight line is that line, at any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 120 }), fc.integer({ min: -8, max: 8 }), (count, slope) => {
        const all = Array.from({ length: count }, (_, index) => index * 20 * day).map((time) => ({
          time,
          level: (time / year) * slope,
        }));
        const trend = found(trendOf(all));
        expect(trend.slope).toBeCloseTo(slope, 8);
        expect(levelAt(trend, trend.slope, 0)).toBeCloseTo(0, 6);
      }),
    );
  });

  test('takes many sessions together by months, and says by how many', () => {
    const all = Array.from({ length: mostAlone + 1 }, (_, index) => ({
      time: Date.UTC(2020, Math.floor(index / 2), 1 + index),
      level: index,
    }));
    expect(found(trendOf(all.slice(1))).months).toBeUndefined();
    expect(found(trendOf(all)).months).toBe(21);
  });

  test('sees a slow rise of whole levels over many sessions', () => {
    const all = Array.from({ length: 300 }, (_, index) => ({
      time: index * 7 * day,
      level: 3 + Math.round(index / 300 + ((index * 7) % 10) / 10),
    }));
    expect(directionOf(found(trendOf(all)))).toBe('up');
  });
});

test.each([
  [0.1, 0.4, 'up'],
  [-0.4, -0.1, 'down'],
  [-0.1, 0.4, 'none'],
  [0, 0.4, 'none'],
  [0, 0, 'same'],
] as const)('an interval from %d to %d says: %s', (lower, upper, direction) => {
  expect(directionOf({ lower, upper })).toBe(direction);
});
