import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Levels } from '../../db/levels.ts';
import {
  countedOf,
  everyItem,
  figureIn,
  figureOf,
  itemMean,
  strengthsOf,
  toWorkOn,
} from '../../renderer/reports/choosing.ts';
import { someLevels } from '../fixtures/rows.ts';

const rating = (quality: Record<number, number>, noOccasion: number[] = []): Levels => ({
  adherence: someLevels(),
  quality: someLevels(quality),
  noOccasion,
});
const figures = (...ratings: Levels[]) => everyItem((item) => figureIn(ratings, item, 'quality'));
const itemsOf = (found: readonly { measure: number }[]) => found.map(({ measure }) => measure);

/** A rating as a person might leave it: levels, gaps, and items without occasion. */
const anyRating = fc.array(fc.constantFrom(1, 2, 3, 4, 5, 6, 7, null, 'noOccasion' as const), {
  minLength: 20,
  maxLength: 20,
});
const ratingOf = (drawn: readonly (number | null | 'noOccasion')[]): Levels => ({
  adherence: someLevels(),
  quality: drawn.map((level) => (typeof level === 'number' ? level : null)),
  noOccasion: drawn.flatMap((level, item) => (level === 'noOccasion' && item > 0 ? [item] : [])),
});
const anyRatings = fc.array(anyRating.map(ratingOf), { minLength: 1, maxLength: 5 });

describe('a figure', () => {
  test('of one rater is the rating', () => {
    expect(figureIn([rating({ 4: 3 })], 4, 'quality')).toEqual({
      measure: 4,
      count: 1,
      mean: 3,
      lowest: 3,
      highest: 3,
      noOccasion: 0,
    });
  });

  test("counts 'no occasion' and leaves it out of the mean", () => {
    const figure = figureIn([rating({ 4: 6 }), rating({}, [4]), rating({ 4: 5 })], 4, 'quality');
    expect(figure).toMatchObject({ count: 2, mean: 5.5, lowest: 5, highest: 6, noOccasion: 1 });
  });

  test('of nothing has no mean', () => {
    expect(figureOf(4, [], 0)).toMatchObject({ count: 0, mean: null, lowest: null, highest: null });
  });
});

describe('strengths', () => {
  test('are the items with the highest quality from 5 up, ties in the order of the items', () => {
    expect(itemsOf(strengthsOf(figures(rating({ 0: 7, 2: 5, 3: 4, 9: 6, 12: 6, 15: 7 }))))).toEqual([
      15, 9, 12, 2,
    ]);
  });

  test('are at most five', () => {
    const all = rating(Object.fromEntries(Array.from({ length: 19 }, (_, index) => [index + 1, 6])));
    expect(itemsOf(strengthsOf(figures(all)))).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('what to work on', () => {
  test('are the items below 4, the lowest first, ties in the order of the items', () => {
    expect(itemsOf(toWorkOn(figures(rating({ 0: 1, 2: 3, 3: 4, 9: 1, 12: 3, 15: 7 }))))).toEqual([9, 2, 12]);
  });

  test("is never an item that had 'no occasion', nor one that was not rated", () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        for (const { measure } of toWorkOn(figures(...ratings))) {
          expect(ratings.some(({ quality }) => (quality[measure] ?? 9) < 4)).toBe(true);
        }
      }),
    );
    expect(toWorkOn(figures(rating({}, [4]), rating({}, [4])))).toEqual([]);
  });
});

describe('strengths and what to work on', () => {
  test('are at most five each, and never the same item', () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const [strong, weak] = [strengthsOf(figures(...ratings)), toWorkOn(figures(...ratings))].map(itemsOf);
        expect(strong?.length).toBeLessThanOrEqual(5);
        expect(weak?.length).toBeLessThanOrEqual(5);
        expect(strong?.filter((item) => weak?.includes(item))).toEqual([]);
      }),
    );
  });

  test('do not depend on the order of the ratings', () => {
    fc.assert(
      fc.property(
        anyRatings.chain((ratings) =>
          fc.tuple(
            fc.constant(ratings),
            fc.shuffledSubarray(ratings, { minLength: ratings.length, maxLength: ratings.length }),
          ),
        ),
        ([ratings, shuffled]) => {
          expect(strengthsOf(figures(...shuffled))).toEqual(strengthsOf(figures(...ratings)));
          expect(toWorkOn(figures(...shuffled))).toEqual(toWorkOn(figures(...ratings)));
        },
      ),
    );
  });

  test('are the same when somebody else finds no occasion for anything', () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const nothing = rating(
          {},
          Array.from({ length: 19 }, (_, index) => index + 1),
        );
        const means = (all: Levels[]) =>
          toWorkOn(figures(...all)).map(({ measure, mean }) => [measure, mean]);
        expect(means([...ratings, nothing])).toEqual(means(ratings));
      }),
    );
  });
});

describe('the mean of the items', () => {
  test('is of those that have a level, without the overall', () => {
    const all = [figureOf(0, [7], 0), ...figures(rating({ 1: 3, 2: 6 }, [3]))];
    expect(itemMean(all)).toMatchObject({ count: 2, mean: 4.5 });
  });
});

describe('the ratings that are counted', () => {
  const by = (raterId: string, purpose: 'supervision' | 'selfRating' | 'consensus') => ({ raterId, purpose });

  test("are others', not therapists' own", () => {
    expect(countedOf([by('a', 'selfRating'), by('b', 'supervision')])).toEqual([by('b', 'supervision')]);
  });

  test("are therapists' own where there are no others", () => {
    expect(countedOf([by('a', 'selfRating')])).toEqual([by('a', 'selfRating')]);
  });

  test('are one for each rater', () => {
    expect(countedOf([by('a', 'consensus'), by('a', 'supervision')])).toEqual([by('a', 'supervision')]);
  });
});
