import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SubjectProgress } from '../../db/progress.ts';
import {
  byMeasure,
  differencesOf,
  itemMeanDifferences,
  reach,
  selfRatersOf,
  summaryOf,
} from '../../renderer/charts/selfDifference.ts';
import { tInterval } from '../../renderer/charts/tInterval.ts';
import { aCountedRating, someLevels, uuid } from '../fixtures/rows.ts';
import { anyProgress, shuffled, weekly } from '../fixtures/subjects.ts';

const measure = fc.integer({ min: 0, max: 19 });
const level = fc.integer({ min: 1, max: 7 });

/** One supervisor and one therapist, with these levels of the overall in each session. */
const overalls = (levels: readonly (readonly [self: number, supervisor: number])[]) =>
  weekly(levels.length, (session) => {
    const [self = 1, supervisor = 1] = levels[session] ?? [];
    return [
      { quality: someLevels({ 0: supervisor }) },
      { quality: someLevels({ 0: self }), purpose: 'selfRating', raterName: 'Ingrid' },
    ];
  });

/** With the levels of some ratings changed. */
const changed = (progress: SubjectProgress, self: boolean, change: (level: number) => number) => ({
  ...progress,
  ratings: progress.ratings.map((rating) =>
    (rating.purpose === 'selfRating') === self
      ? { ...rating, quality: rating.quality.map((one) => (one === null ? null : change(one))) }
      : rating,
  ),
});

describe('self against supervisor', () => {
  test('does not depend on the order of sessions and ratings', () => {
    fc.assert(
      fc.property(
        anyProgress.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        measure,
        ([all, other], one) => {
          expect(differencesOf(other, one, 'quality')).toEqual(differencesOf(all, one, 'quality'));
          expect(itemMeanDifferences(other, 'quality')).toEqual(itemMeanDifferences(all, 'quality'));
        },
      ),
    );
  });

  test('of one rating on each side is their difference', () => {
    fc.assert(
      fc.property(level, level, (self, supervisor) => {
        expect(differencesOf(overalls([[self, supervisor]]), 0, 'quality')).toMatchObject([
          { difference: self - supervisor, self, others: supervisor },
        ]);
      }),
    );
  });

  test('shifts by as much as the self-ratings shift', () => {
    fc.assert(
      fc.property(anyProgress, measure, fc.integer({ min: -3, max: 3 }), (all, one, shift) => {
        const before = differencesOf(all, one, 'quality');
        const after = differencesOf(
          changed(all, true, (self) => self + shift),
          one,
          'quality',
        );
        expect(after.map(({ session }) => session.id)).toEqual(before.map(({ session }) => session.id));
        after.forEach(({ difference }, index) => {
          expect(difference).toBeCloseTo((before[index]?.difference ?? 0) + shift, 9);
        });
      }),
    );
  });

  test('turns its sign when both sides change places', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 12 }), (levels) => {
        const one = differencesOf(overalls(levels), 0, 'quality');
        const other = differencesOf(overalls(levels.map(([a, b]) => [b, a])), 0, 'quality');
        expect(other.map(({ difference }) => difference + 0)).toEqual(
          one.map(({ difference }) => 0 - difference),
        );
      }),
    );
  });

  test('is not touched by a supervisor who found no occasion', () => {
    fc.assert(
      fc.property(anyProgress, measure, (all, one) => {
        const [session] = all.sessions;
        fc.pre(session !== undefined);
        const none = aCountedRating({
          ratingId: uuid(9),
          raterId: uuid(399),
          sessionId: session.id,
          noOccasion: [one],
        });
        expect(differencesOf({ ...all, ratings: [...all.ratings, none] }, one, 'quality')).toEqual(
          differencesOf(all, one, 'quality'),
        );
      }),
    );
  });

  test('needs both sides', () => {
    const progress = weekly(2, (session) => [
      { quality: someLevels({ 0: 4 }), purpose: session === 0 ? 'selfRating' : 'supervision' },
    ]);
    expect(differencesOf(progress, 0, 'quality')).toEqual([]);
    expect(summaryOf([])).toBeUndefined();
  });

  test('takes the mean over several who rated themselves, and tells each', () => {
    const progress = weekly(1, () => [
      { quality: someLevels({ 0: 4 }) },
      { quality: someLevels({ 0: 5 }), purpose: 'selfRating', raterName: 'Jonas' },
      { quality: someLevels({ 0: 7 }), purpose: 'selfRating', raterName: 'Ingrid' },
    ]);
    const found = differencesOf(progress, 0, 'quality');
    expect(found).toMatchObject([{ difference: 2, self: 6, others: 4, raterIds: [uuid(300)] }]);
    expect(found[0]?.each.map(({ name, difference }) => [name, difference])).toEqual([
      ['Ingrid', 3],
      ['Jonas', 1],
    ]);
    expect(selfRatersOf(found).map(({ name }) => name)).toEqual(['Ingrid', 'Jonas']);
  });

  test('over the items counts each item once, where both sides rated it', () => {
    const progress = weekly(1, () => [
      { quality: someLevels({ 0: 1, 1: 4, 2: 4, 3: 4 }) },
      { quality: someLevels({ 0: 7, 1: 5, 2: 7, 9: 1 }), purpose: 'selfRating' },
    ]);
    expect(itemMeanDifferences(progress, 'quality')).toMatchObject([
      { difference: 2, self: 6, others: 4, raterIds: [uuid(300)] },
    ]);
  });

  test('of each item says its mean, and on how many sessions it rests', () => {
    const progress = weekly(6, (session) => [
      { quality: someLevels({ 0: 4, ...(session < 2 && { 4: 3 }) }) },
      { quality: someLevels({ 0: 5, 4: 4 }), purpose: 'selfRating' },
    ]);
    expect(byMeasure(progress, 'quality')).toMatchObject([
      { measure: 0, mean: 1, count: 6, oneRater: 6, interval: { low: 1, high: 1 } },
      { measure: 4, mean: 1, count: 2, oneRater: 2, interval: undefined },
    ]);
  });
});

describe('the interval of a mean', () => {
  test('is the published one of NIST: 9.258242 to 9.264679 for 195 flows with mean 9.261460 and s 0.022789', () => {
    // NIST/SEMATECH e-Handbook, 1.3.5.2, its worked example (ZARR13.DAT). Two values at mean ± d and the rest at the
    // mean have the same mean and standard deviation as the data.
    const [mean, deviation, count] = [9.26146, 0.02278881, 195];
    const aside = deviation * Math.sqrt((count - 1) / 2);
    const rest = Array.from({ length: count - 2 }, () => mean);
    const found = tInterval([mean - aside, mean + aside, ...rest]);
    expect(found?.low).toBeCloseTo(9.258242, 5);
    expect(found?.high).toBeCloseTo(9.264679, 5);
  });

  test('is the one of the paired t test of Student (1908): 0.70 to 2.46 more hours of sleep', () => {
    // Cushny and Peebles' ten patients, as Student printed them: hours gained with the second drug less the first.
    const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const found = tInterval(gained);
    expect(found?.mean).toBeCloseTo(1.58, 10);
    expect(found?.low).toBeCloseTo(0.7001142, 6);
    expect(found?.high).toBeCloseTo(2.4598858, 6);
  });

  test('is not given for fewer than five values', () => {
    expect(tInterval([1, 2, 3, 4])).toBeUndefined();
    expect(tInterval([1, 2, 3, 4, 5])).toBeDefined();
    expect(tInterval([])).toBeUndefined();
  });

  test('holds the mean in its middle, and shifts with the values', () => {
    const values = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: -5, max: 5 }), (some, shift) => {
        const [one, other] = [tInterval(some), tInterval(some.map((value) => value + shift))];
        expect(((one?.low ?? 0) + (one?.high ?? 0)) / 2).toBeCloseTo(one?.mean ?? 9, 9);
        expect(other?.low).toBeCloseTo((one?.low ?? 0) + shift, 9);
        expect(other?.high).toBeCloseTo((one?.high ?? 0) + shift, 9);
      }),
    );
  });
});

describe('the reach of the axis', () => {
  test.each([
    [[], 2],
    [[0.4, -1.9], 2],
    [[2.1], 3],
    [[-6], 6],
    [[9.4], 6],
  ] as const)('for %j is %d', (values, furthest) => {
    expect(reach(values)).toBe(furthest);
  });
});
