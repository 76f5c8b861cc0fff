import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bubblesOf,
  countFields,
  fieldOf,
  itemPairs,
  sessionPairs,
  withoutAdherence,
} from '../../renderer/charts/against.ts';
import { bubbleRadius } from '../../renderer/charts/againstMarks.ts';
import { spread } from '../../renderer/charts/spread.ts';
import { aCountedRating, someLevels, uuid } from '../fixtures/rows.ts';
import { anyProgress, shuffled, weekly } from '../fixtures/subjects.ts';

const measure = fc.integer({ min: 0, max: 19 });
const level = fc.integer({ min: 1, max: 7 });

describe('adherence against quality', () => {
  test('does not depend on the order of sessions and ratings', () => {
    fc.assert(
      fc.property(
        anyProgress.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        measure,
        ([all, other], one) => {
          expect(sessionPairs(other, one)).toEqual(sessionPairs(all, one));
          expect(itemPairs(other)).toEqual(itemPairs(all));
        },
      ),
    );
  });

  test('of one rater are the two ratings themselves', () => {
    fc.assert(
      fc.property(level, level, measure, (adherence, quality, one) => {
        const progress = weekly(1, () => [
          { adherence: someLevels({ [one]: adherence }), quality: someLevels({ [one]: quality }) },
        ]);
        expect(sessionPairs(progress, one)).toMatchObject([{ adherence, quality, raters: 1 }]);
      }),
    );
  });

  test('is not touched by "no occasion", nor by a rater who gave only one of the two', () => {
    fc.assert(
      fc.property(anyProgress, measure, level, (all, one, quality) => {
        const [session] = all.sessions;
        fc.pre(session !== undefined);
        const more = [
          aCountedRating({ ratingId: uuid(8), raterId: uuid(398), sessionId: session.id, noOccasion: [one] }),
          aCountedRating({
            ratingId: uuid(9),
            raterId: uuid(399),
            sessionId: session.id,
            quality: someLevels({ [one]: quality }),
          }),
        ];
        expect(sessionPairs({ ...all, ratings: [...all.ratings, ...more] }, one)).toEqual(
          sessionPairs(all, one),
        );
      }),
    );
  });

  test('never takes in what therapists say of themselves', () => {
    fc.assert(
      fc.property(anyProgress, measure, (all, one) => {
        const others = all.ratings.filter(({ purpose }) => purpose !== 'selfRating');
        expect(sessionPairs({ ...all, ratings: others }, one)).toEqual(sessionPairs(all, one));
      }),
    );
  });

  test('turns its axes when adherence and quality change places', () => {
    fc.assert(
      fc.property(anyProgress, measure, (all, one) => {
        const turned = {
          ...all,
          ratings: all.ratings.map((rating) => ({
            ...rating,
            adherence: rating.quality,
            quality: rating.adherence,
          })),
        };
        expect(sessionPairs(turned, one)).toEqual(
          sessionPairs(all, one).map((pair) => ({
            ...pair,
            adherence: pair.quality,
            quality: pair.adherence,
          })),
        );
      }),
    );
  });

  test('of an item counts each session once, and says how many rest on one rater', () => {
    const both = (one: number) => ({ adherence: someLevels({ 4: one }), quality: someLevels({ 4: one }) });
    const progress = weekly(2, (session) => (session === 0 ? [both(2), both(4)] : [both(6)]));
    expect(itemPairs(progress)).toEqual([
      { item: 4, adherence: 4.5, quality: 4.5, sessions: 2, oneRater: 1 },
    ]);
  });

  test('names the items that never have an adherence', () => {
    const progress = weekly(2, () => [
      { adherence: someLevels({ 1: 4 }), quality: someLevels({ 1: 4, 7: 5 }), noOccasion: [15] },
    ]);
    expect(withoutAdherence(progress)).toEqual([7]);
  });
});

describe('the four fields', () => {
  test.each([
    [4, 4, 'presentGood'],
    [4, 3.9, 'presentBelow'],
    [3.9, 4, 'rareGood'],
    [3.9, 3.9, 'rareBelow'],
  ] as const)('of adherence %d and quality %d is %s', (adherence, quality, field) => {
    expect(fieldOf({ adherence, quality })).toBe(field);
  });

  test('hold every point once', () => {
    fc.assert(
      fc.property(anyProgress, measure, (all, one) => {
        const pairs = sessionPairs(all, one);
        const sum = Object.values(countFields(pairs)).reduce((total, count) => total + count, 0);
        expect(sum).toBe(pairs.length);
      }),
    );
  });
});

describe('the bubbles', () => {
  const pair = fc
    .record({ a: fc.integer({ min: 3, max: 21 }), q: fc.integer({ min: 3, max: 21 }) })
    .map(({ a, q }) => ({ adherence: a / 3, quality: q / 3 }));
  const pairs = fc.array(pair, { maxLength: 60 });

  test('count every point once, each at a place of its own', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const bubbles = bubblesOf(all);
        expect(bubbles.flatMap((bubble) => bubble.pairs)).toHaveLength(all.length);
        expect(new Set(bubbles.map(({ adherence, quality }) => `${adherence} ${quality}`)).size).toBe(
          bubbles.length,
        );
      }),
    );
  });

  test('stand at the half that a mean has reached, never across the line at 4', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        for (const bubble of bubblesOf(all)) {
          for (const one of bubble.pairs) {
            expect(fieldOf(one)).toBe(fieldOf(bubble));
            expect(one.quality - bubble.quality).toBeGreaterThan(-1e-9);
            expect(one.quality - bubble.quality).toBeLessThan(0.5);
          }
        }
      }),
    );
  });

  test('keep whole and half levels where they are, also as sums of thirds', () => {
    const third = { adherence: (4 + 4 + 4) / 3, quality: 1 / 3 + 2 / 3 + 4 };
    expect(bubblesOf([third])).toMatchObject([{ adherence: 4, quality: 5 }]);
  });

  test('grow by area, down to what still holds a number', () => {
    expect(bubbleRadius(100, 100, 20)).toBe(20);
    expect(bubbleRadius(25, 100, 20)).toBe(10);
    expect(bubbleRadius(1, 100, 20)).toBe(9);
  });
});

describe('numbered signs that would cover each other', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 300 }) });

  test('stand apart afterwards', () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 19 }), (places) => {
        const moved = spread(places, 22);
        for (const [index, one] of moved.entries()) {
          for (const other of moved.slice(index + 1)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(20);
          }
        }
      }),
    );
  });

  test('stand apart although all 19 are at one place', () => {
    const moved = spread(
      Array.from({ length: 19 }, () => ({ x: 400, y: 200 })),
      22,
    );
    const distances = moved.flatMap((one, index) =>
      moved.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(18);
  });

  test('stay where they are when there is room', () => {
    const places = [
      { x: 0, y: 0 },
      { x: 30, y: 0 },
    ];
    expect(spread(places, 22)).toEqual(places);
  });
});
