import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QualityRow } from '../../db/progress.ts';
import { monthTicks, overallMeasure, pointsOf, timeSpan } from '../../renderer/charts/series.ts';
import { aQualityRow, uuid } from '../fixtures/rows.ts';

const day = fc
  .integer({ min: 0, max: 1200 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));

/** Sessions with one date each; raters with one name each, who rate a measure of a session once. */
const rows: fc.Arbitrary<QualityRow[]> = fc
  .array(fc.record({ date: day, number: fc.option(fc.integer({ min: 1, max: 99 })) }), { maxLength: 5 })
  .chain((sessions) =>
    fc.tuple(
      ...sessions.map((session, index) =>
        fc
          .uniqueArray(
            fc.record({
              rater: fc.integer({ min: 0, max: 4 }),
              item: fc.integer({ min: 0, max: 2 }),
              quality: fc.option(fc.integer({ min: 1, max: 7 })),
            }),
            { maxLength: 8, selector: ({ rater, item }) => `${rater} ${item}` },
          )
          .map((given) =>
            given.map(({ rater, item, quality }) =>
              aQualityRow({
                ...session,
                sessionId: uuid(200 + index),
                ratingId: uuid(100 + index * 10 + rater),
                raterId: uuid(300 + rater),
                raterName: `Rater ${rater}`,
                // The fifth rater is the therapist.
                purpose: rater === 4 ? 'selfRating' : 'supervision',
                item,
                quality,
                noOccasion: quality === null,
              }),
            ),
          ),
      ),
    ),
  )
  .map((ofSessions) => ofSessions.flat());

const measure = fc.integer({ min: 0, max: 2 });

describe('the points of a chart', () => {
  test('do not depend on the order of the ratings', () => {
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        measure,
        ([all, shuffled], item) => {
          expect(pointsOf(shuffled, item)).toEqual(pointsOf(all, item));
        },
      ),
    );
  });

  test('do not depend on the order of the ratings either when two raters share a name', () => {
    const pair = [
      aQualityRow({ raterId: uuid(301), ratingId: uuid(101), quality: 3 }),
      aQualityRow({ raterId: uuid(302), ratingId: uuid(102), quality: 5 }),
    ];
    expect(pointsOf(pair.toReversed(), overallMeasure)).toEqual(pointsOf(pair, overallMeasure));
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
        expect(points.map(({ time }) => time)).toEqual(
          points.map(({ time }) => time).toSorted((a, b) => a - b),
        );
        expect(new Set(points.map(({ sessionId }) => sessionId)).size).toBe(points.length);
      }),
    );
  });

  test('are of the measure that was asked for only', () => {
    const all = [aQualityRow({ item: 0, quality: 6 }), aQualityRow({ item: 4, quality: 2 })];
    expect(pointsOf(all, overallMeasure).map(({ mean }) => mean)).toEqual([6]);
    expect(pointsOf(all, 4).map(({ mean }) => mean)).toEqual([2]);
    expect(pointsOf(all, 5)).toEqual([]);
  });

  test('of two sessions on one day stand by number', () => {
    const all = [
      aQualityRow({ sessionId: uuid(201), number: 8 }),
      aQualityRow({ sessionId: uuid(202), number: 7 }),
    ];
    expect(pointsOf(all, overallMeasure).map(({ number }) => number)).toEqual([7, 8]);
  });
});

describe('the mean of a point', () => {
  test('is the rating itself when one rater stands behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), (quality) => {
        const [point] = pointsOf([aQualityRow({ quality })], overallMeasure);
        expect(point).toMatchObject({ mean: quality, lowest: quality, highest: quality });
      }),
    );
  });

  test('lies between the lowest and the highest rating', () => {
    fc.assert(
      fc.property(rows, measure, (all, item) => {
        for (const { mean, lowest, highest, raters } of pointsOf(all, item)) {
          if (raters.length === 0) expect([mean, lowest, highest]).toEqual([null, null, null]);
          else {
            expect(mean).toBeGreaterThanOrEqual(lowest ?? 8);
            expect(mean).toBeLessThanOrEqual(highest ?? 0);
          }
        }
      }),
    );
  });

  test('of 3, 4 and 6 is their sum divided by three', () => {
    const all = [3, 4, 6].map((quality, index) =>
      aQualityRow({ quality, raterId: uuid(300 + index), raterName: `Rater ${index}` }),
    );
    expect(pointsOf(all, overallMeasure)[0]?.mean).toBeCloseTo(13 / 3, 12);
  });

  test('is not touched by a rater who found no occasion', () => {
    fc.assert(
      fc.property(rows, measure, (all, item) => {
        const [first] = all;
        fc.pre(first !== undefined);
        const none = aQualityRow({
          ...first,
          item,
          raterId: uuid(399),
          raterName: 'Another',
          purpose: 'supervision',
          quality: null,
          noOccasion: true,
        });
        const meanOf = (list: QualityRow[]) =>
          pointsOf(list, item).find(({ sessionId }) => sessionId === none.sessionId)?.mean ?? null;
        expect(meanOf([...all, none])).toBe(meanOf(all));
      }),
    );
  });

  test('tells how many raters found no occasion', () => {
    const all = [
      aQualityRow({ item: 15, quality: 5 }),
      aQualityRow({ item: 15, quality: null, noOccasion: true, raterId: uuid(301), raterName: 'Henrik' }),
    ];
    expect(pointsOf(all, 15)[0]).toMatchObject({ mean: 5, noOccasion: 1 });
  });

  test('never takes in the rating of the therapist', () => {
    fc.assert(
      fc.property(rows, measure, fc.integer({ min: 1, max: 7 }), (all, item, own) => {
        const changed = all.map((row) => (row.purpose === 'selfRating' ? { ...row, quality: own } : row));
        const means = (list: QualityRow[]) =>
          pointsOf(list, item).map(({ mean, lowest, highest }) => [mean, lowest, highest]);
        expect(means(changed)).toEqual(means(all));
      }),
    );
  });

  test('stands beside the rating of the therapist', () => {
    const all = [
      aQualityRow({ quality: 3 }),
      aQualityRow({ quality: 6, purpose: 'selfRating', raterId: uuid(301), raterName: 'Ingrid' }),
    ];
    expect(pointsOf(all, overallMeasure)[0]).toMatchObject({ mean: 3, self: 6 });
  });

  test('is absent where only the therapist rated', () => {
    const [point] = pointsOf([aQualityRow({ purpose: 'selfRating', quality: 6 })], overallMeasure);
    expect(point).toMatchObject({ mean: null, self: 6, raters: [] });
  });
});

describe('the time axis', () => {
  const times = fc
    .array(day, { minLength: 1, maxLength: 20 })
    .map((days) => days.toSorted().map((one) => ({ time: Date.parse(`${one}T00:00:00Z`) })));
  const most = fc.integer({ min: 1, max: 12 });

  test('has no ticks without points', () => {
    expect(monthTicks([], 9)).toEqual([]);
  });

  test('names the months on the axis, which reaches a little beyond the last session', () => {
    const points = [Date.UTC(2026, 0, 1), Date.UTC(2026, 2, 20)].map((time) => ({ time }));
    expect(monthTicks(points, 9)).toEqual([0, 1, 2].map((month) => Date.UTC(2026, month, 15)));
  });

  test('has never more ticks than there is room for', () => {
    fc.assert(
      fc.property(times, most, (points, count) => {
        expect(monthTicks(points, count).length).toBeLessThanOrEqual(count);
      }),
    );
  });

  test('has its ticks in the middle of months, in order', () => {
    fc.assert(
      fc.property(times, most, (points, count) => {
        const all = monthTicks(points, count);
        expect(all.every((time) => new Date(time).getUTCDate() === 15)).toBe(true);
        expect(all).toEqual(all.toSorted((a, b) => a - b));
      }),
    );
  });

  test('has its ticks inside its span', () => {
    fc.assert(
      fc.property(times, most, (points, count) => {
        const [from, to] = timeSpan(points);
        expect(monthTicks(points, count).filter((time) => time < from || time > to)).toEqual([]);
      }),
    );
  });

  test('has room on both sides of every session', () => {
    fc.assert(
      fc.property(times, (points) => {
        const [from, to] = timeSpan(points);
        expect(points.every(({ time }) => time > from && time < to)).toBe(true);
      }),
    );
  });

  test('puts a single session in the middle', () => {
    const [from, to] = timeSpan([{ time: 1_000_000_000_000 }]);
    expect((from + to) / 2).toBe(1_000_000_000_000);
  });
});

describe('a rater who rated a session for several purposes', () => {
  test('is one rater, with the rating for supervision before the others', () => {
    const rows = [
      aQualityRow({ ratingId: uuid(101), purpose: 'consensus', quality: 2 }),
      aQualityRow({ ratingId: uuid(102), purpose: 'supervision', quality: 5 }),
      aQualityRow({ ratingId: uuid(103), purpose: 'research', quality: 3 }),
      aQualityRow({
        ratingId: uuid(104),
        raterId: uuid(301),
        raterName: 'Henrik',
        purpose: 'research',
        quality: 3,
      }),
    ];
    expect(pointsOf(rows, overallMeasure)[0]).toMatchObject({
      raters: [
        { name: 'Henrik', quality: 3 },
        { name: 'Solveig', quality: 5 },
      ],
      mean: 4,
    });
  });
});
