import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedRating, SubjectProgress } from '../../db/progress.ts';
import { mean, overallMeasure, pointsOf } from '../../renderer/charts/series.ts';
import { aCountedRating, aProgressSession, someLevels, uuid } from '../fixtures/rows.ts';

type Rows = Pick<SubjectProgress, 'sessions' | 'ratings'>;

const dayOf = (days: number) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
const level = fc.option(fc.integer({ min: 1, max: 7 }));

/** Sessions on any days; up to five raters with one rating each, of whom the fifth is the therapist. */
const rows: fc.Arbitrary<Rows> = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 1200 }),
      number: fc.option(fc.integer({ min: 1, max: 99 })),
      given: fc.uniqueArray(
        fc.record({
          rater: fc.integer({ min: 0, max: 4 }),
          quality: fc.array(level, { minLength: 3, maxLength: 3 }),
          adherence: fc.array(level, { minLength: 3, maxLength: 3 }),
        }),
        { selector: ({ rater }) => rater },
      ),
    }),
    { maxLength: 6 },
  )
  .map((all) => ({
    sessions: all.map(({ days, number }, index) =>
      aProgressSession({ id: uuid(200 + index), date: dayOf(days), number }),
    ),
    ratings: all.flatMap(({ given }, index) =>
      given.map(({ rater, quality, adherence }) =>
        aCountedRating({
          sessionId: uuid(200 + index),
          ratingId: uuid(1000 + index * 10 + rater),
          raterId: uuid(300 + rater),
          raterName: `Rater ${rater % 3}`,
          purpose: rater === 4 ? 'selfRating' : 'supervision',
          quality,
          adherence,
          noOccasion: [1, 2].filter((item) => quality[item] === null),
        }),
      ),
    ),
  }));
const measure = fc.integer({ min: 0, max: 2 });
const side = fc.constantFrom('quality' as const, 'adherence' as const);

/** One session with these ratings. */
const one = (ratings: readonly Partial<CountedRating>[]): Rows => ({
  sessions: [aProgressSession()],
  ratings: ratings.map((some, index) =>
    aCountedRating({ ratingId: uuid(100 + index), raterId: uuid(300 + index), ...some }),
  ),
});
const overall = (quality: number) => someLevels({ 0: quality });

describe('the points of a chart', () => {
  test('do not depend on the order of the sessions and ratings', () => {
    fc.assert(
      fc.property(
        rows.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all.sessions, { minLength: all.sessions.length }),
            fc.shuffledSubarray(all.ratings, { minLength: all.ratings.length }),
          ),
        ),
        measure,
        side,
        ([all, sessions, ratings], item, which) => {
          expect(pointsOf({ sessions, ratings }, item, which)).toEqual(pointsOf(all, item, which));
        },
      ),
    );
  });

  test('do not change the ratings they are made from', () => {
    fc.assert(
      fc.property(rows, measure, (all, item) => {
        const before = structuredClone(all);
        pointsOf(all, item);
        expect(all).toEqual(before);
      }),
    );
  });

  test('are in order of time, one for each session', () => {
    fc.assert(
      fc.property(rows, measure, (all, item) => {
        const points = pointsOf(all, item);
        const times = points.map(({ time }) => time);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(new Set(points.map(({ session }) => session.id)).size).toBe(points.length);
      }),
    );
  });

  test('are of the measure and the side that were asked for only', () => {
    const all = one([{ quality: someLevels({ 0: 6, 4: 2 }), adherence: someLevels({ 0: 3 }) }]);
    expect(pointsOf(all, overallMeasure).map((point) => point.mean)).toEqual([6]);
    expect(pointsOf(all, overallMeasure, 'adherence').map((point) => point.mean)).toEqual([3]);
    expect(pointsOf(all, 4).map((point) => point.mean)).toEqual([2]);
    expect(pointsOf(all, 5)).toEqual([]);
  });

  test('of two sessions on one day stand by number', () => {
    const sessions = [8, 7].map((number) => aProgressSession({ id: uuid(200 + number), number }));
    const ratings = sessions.map(({ id }) => aCountedRating({ sessionId: id, quality: overall(4) }));
    expect(pointsOf({ sessions, ratings }, overallMeasure).map(({ session }) => session.number)).toEqual([
      7, 8,
    ]);
  });
});

describe('the mean of a point', () => {
  test('is the rating itself when one rater stands behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), (quality) => {
        const [point] = pointsOf(one([{ quality: overall(quality) }]), overallMeasure);
        expect(point).toMatchObject({ mean: quality, lowest: quality, highest: quality });
      }),
    );
  });

  test('lies between the lowest and the highest rating', () => {
    fc.assert(
      fc.property(rows, measure, side, (all, item, which) => {
        for (const point of pointsOf(all, item, which)) {
          if (point.raters.length === 0)
            expect([point.mean, point.lowest, point.highest]).toEqual([null, null, null]);
          else {
            expect(point.mean).toBeGreaterThanOrEqual(point.lowest ?? 8);
            expect(point.mean).toBeLessThanOrEqual(point.highest ?? 0);
          }
        }
      }),
    );
  });

  test('of 3, 4 and 6 is their sum divided by three, and of nothing nothing', () => {
    const all = one([3, 4, 6].map((quality) => ({ quality: overall(quality) })));
    expect(pointsOf(all, overallMeasure)[0]?.mean).toBeCloseTo(13 / 3, 12);
    expect(mean([])).toBeNull();
  });

  test('is neither lowered nor raised by a rater who found no occasion', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 2 }), (all, item) => {
        const [first] = all.sessions;
        fc.pre(first !== undefined);
        const none = aCountedRating({
          sessionId: first.id,
          ratingId: uuid(999),
          raterId: uuid(399),
          raterName: 'Another',
          noOccasion: [item],
        });
        const meanOf = (some: Rows) =>
          pointsOf(some, item).find(({ session }) => session.id === first.id)?.mean ?? null;
        expect(meanOf({ ...all, ratings: [...all.ratings, none] })).toBe(meanOf(all));
      }),
    );
  });

  test('tells how many raters found no occasion', () => {
    const all = one([{ quality: someLevels({ 15: 5 }) }, { noOccasion: [15], raterName: 'Henrik' }]);
    expect(pointsOf(all, 15)[0]).toMatchObject({ mean: 5, noOccasion: 1 });
  });

  test('never takes in the ratings of the therapists', () => {
    fc.assert(
      fc.property(rows, measure, fc.integer({ min: 1, max: 7 }), (all, item, own) => {
        const ratings = all.ratings.map((rating) =>
          rating.purpose === 'selfRating' ? { ...rating, quality: [own, own, own] } : rating,
        );
        const means = (some: Rows) =>
          new Map(
            pointsOf(some, item)
              .filter(({ raters }) => raters.length > 0)
              .map((point) => [point.session.id, [point.mean, point.lowest, point.highest]]),
          );
        expect(means({ ...all, ratings })).toEqual(means(all));
      }),
    );
  });

  test('stands beside the ratings of the therapists', () => {
    const all = one([
      { quality: overall(3) },
      { quality: overall(6), purpose: 'selfRating', raterName: 'Ingrid' },
      { quality: overall(5), purpose: 'selfRating', raterName: 'Jonas' },
    ]);
    expect(pointsOf(all, overallMeasure)[0]).toMatchObject({
      mean: 3,
      self: [
        { name: 'Ingrid', level: 6 },
        { name: 'Jonas', level: 5 },
      ],
    });
  });

  test('is absent where only the therapist rated', () => {
    const [point] = pointsOf(one([{ purpose: 'selfRating', quality: overall(6) }]), overallMeasure);
    expect(point).toMatchObject({ mean: null, self: [{ level: 6 }], raters: [] });
  });
});

test('a consensus is no rater more, and counts where nobody else has rated the session', () => {
  const consensus = { raterId: uuid(302), purpose: 'consensus', quality: overall(2) } as const;
  const both = one([consensus, { raterId: uuid(301), purpose: 'supervision', quality: overall(5) }]);
  expect(pointsOf(both, overallMeasure)[0]).toMatchObject({ raters: [{ level: 5 }], mean: 5 });
  expect(pointsOf(one([consensus]), overallMeasure)[0]).toMatchObject({ raters: [{ level: 2 }], mean: 2 });
});

test('a rater who rated a session for several purposes is one rater, the rating for supervision first', () => {
  const raterId = uuid(300);
  const all = one([
    { raterId, purpose: 'consensus', quality: overall(2) },
    { raterId, purpose: 'supervision', quality: overall(5) },
    { raterId, purpose: 'research', quality: overall(3) },
    { raterId: uuid(301), raterName: 'Henrik', purpose: 'research', quality: overall(3) },
  ]);
  expect(pointsOf(all, overallMeasure)[0]).toMatchObject({
    raters: [
      { name: 'Henrik', level: 3 },
      { name: 'Solveig', level: 5 },
    ],
    mean: 4,
  });
});
