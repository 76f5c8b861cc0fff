import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanOf, meanOfItems, meanOfMarks } from '../../renderer/rating/means.ts';
import { aScore } from '../fixtures/rows.ts';

describe('a mean', () => {
  test('tells of how many it is', () => {
    expect(meanOfMarks([{ quality: 3 }, { quality: null }, { quality: 5 }])).toEqual({ mean: 4, count: 2 });
  });

  test('of nothing is none', () => {
    expect(meanOf([])).toBeUndefined();
    expect(meanOfMarks([{ quality: null }])).toBeUndefined();
  });

  test("is not touched by 'no occasion'", () => {
    const scores = [
      aScore({ item: 1, adherence: 6, quality: 4 }),
      aScore({ item: 2, adherence: null, quality: null, noOccasion: true }),
    ];
    expect(meanOfItems(scores, 'quality')).toEqual({ mean: 4, count: 1 });
    expect(meanOfItems(scores, 'adherence')).toEqual({ mean: 6, count: 1 });
  });

  test('lies between the lowest and the highest, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (levels) => {
        const { mean = Number.NaN } = meanOf(levels) ?? {};
        expect(mean).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(mean).toBeLessThanOrEqual(Math.max(...levels));
        expect(meanOf(levels.toReversed())?.mean).toBeCloseTo(mean, 12);
      }),
    );
  });
});
