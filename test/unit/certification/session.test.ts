import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionFigures } from '../../../main/certification/index.ts';
import { anyCounting, anyLevels, given, ofQuality, rated } from './levels.ts';

const figures = (own: Parameters<typeof given>[0], standard: Parameters<typeof given>[0]) =>
  sessionFigures(rated(1, given(own), given(standard)), ofQuality);

describe('a rating beside the standard', () => {
  test('counts item ratings within one point, and the mean difference', () => {
    // Own minus standard: 0, 1, -1, 2, so three of four, and (0 + 1 - 1 + 2)/4.
    const found = figures([4, 5, 3, 6], [4, 4, 4, 4]);
    expect(found).toMatchObject({ bias: 0.5, pairs: 4, occasion: 0, leftOut: 0 });
    expect(found.within1).toMatchObject({ count: 3, of: 4, share: 0.75 });
  });

  test('gives the share the interval of Wilson', () => {
    // 15 of 19: z² = 3.841459; (15 + z²/2)/(19 + z²) = 0.740790; z sqrt(p (1-p)/19 + z²/4/19²)/(1 + z²/19) = 0.174133.
    const own = [...Array.from({ length: 15 }, () => 4), 7, 7, 7, 7];
    const { limits } = figures(
      own,
      own.map(() => 4),
    ).within1;
    expect(limits.lower).toBeCloseTo(0.566657, 5);
    expect(limits.upper).toBeCloseTo(0.914923, 5);
  });

  test('takes no occasion on one side only as a disagreement of its own kind', () => {
    const found = figures([4, 'none', 1], [4, 4, 'none']);
    expect(found).toMatchObject({ bias: 0, pairs: 1, occasion: 2, leftOut: 0 });
    expect(found.within1).toMatchObject({ count: 1, of: 3 });
  });

  test('has nothing to compare where both found no occasion', () => {
    const found = figures(['none', 4], ['none', 4]);
    expect(found.within1).toMatchObject({ count: 1, of: 1 });
    expect(found.occasion).toBe(0);
  });

  test('takes what the rater left out as further away, whatever the standard says', () => {
    const found = figures([4, null, null], [4, 4, 'none']);
    expect(found).toMatchObject({ leftOut: 2, occasion: 0, pairs: 1 });
    expect(found.within1).toMatchObject({ count: 1, of: 3 });
  });

  test('does not count what the standard left undecided', () => {
    const found = figures([4, 7, 'none'], [4, null, null]);
    expect(found.within1).toMatchObject({ count: 1, of: 1 });
    expect(found).toMatchObject({ pairs: 1, occasion: 0, leftOut: 0 });
  });

  test('has no share, and the reason, where the standard says nothing', () => {
    const found = figures([4, 4], []);
    expect(found.within1).toEqual({
      count: 0,
      of: 0,
      share: undefined,
      limits: { lower: undefined, upper: undefined, reason: 'noPairs' },
    });
    expect(found.bias).toBeUndefined();
  });

  test('counts adherence only where the edition asks for it', () => {
    const one = rated(1, given([4, 4], 5, [2, 2]), given([4, 4], 4, [4, 4]));
    const adherenceItems = new Set([2]);
    const adherence = sessionFigures(one, { dimension: 'adherence', adherenceItems });
    expect(adherence).toMatchObject({ pairs: 1, bias: -2, overall: [{ side: 'adherence', difference: 1 }] });
    const both = sessionFigures(one, { dimension: 'both', adherenceItems });
    expect(both.within1).toMatchObject({ count: 2, of: 3 });
    expect(both.overall.map(({ side }) => side)).toEqual(['quality', 'adherence']);
  });

  test('has no difference of the overall where one is missing', () => {
    const found = sessionFigures(rated(1, given([4], null), given([4], 4)), ofQuality);
    expect(found.overall).toEqual([{ side: 'quality', difference: undefined }]);
  });
});

describe('whatever the ratings', () => {
  test('counts and shares keep their bounds', () => {
    fc.assert(
      fc.property(anyLevels, anyLevels, anyCounting, (own, standard, counting) => {
        const { within1, pairs, occasion, leftOut, bias } = sessionFigures(rated(1, own, standard), counting);
        expect(pairs + occasion + leftOut).toBe(within1.of);
        expect(within1.count).toBeLessThanOrEqual(pairs);
        expect(within1.of).toBeLessThanOrEqual(counting.dimension === 'both' ? 38 : 19);
        expect(Math.abs(bias ?? 0)).toBeLessThanOrEqual(6);
        if (within1.share === undefined || within1.limits.lower === undefined) return;
        expect(within1.limits.lower).toBeGreaterThanOrEqual(0);
        expect(within1.limits.lower).toBeLessThanOrEqual(within1.share);
        expect(within1.limits.upper).toBeGreaterThanOrEqual(within1.share);
        expect(within1.limits.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a rating beside itself is within one point throughout, without a difference', () => {
    fc.assert(
      fc.property(anyLevels, anyCounting, (levels, counting) => {
        const { within1, bias, occasion, leftOut } = sessionFigures(rated(1, levels, levels), counting);
        expect(within1.count).toBe(within1.of);
        expect([bias ?? 0, occasion, leftOut]).toEqual([0, 0, 0]);
      }),
    );
  });

  test('to change places turns the difference round and keeps how many are within one point', () => {
    fc.assert(
      fc.property(anyLevels, anyLevels, anyCounting, (own, standard, counting) => {
        const there = sessionFigures(rated(1, own, standard), counting);
        const back = sessionFigures(rated(1, standard, own), counting);
        expect(back.bias ?? 0).toBeCloseTo(-(there.bias ?? 0), 12);
        expect([back.pairs, back.occasion, back.within1.count]).toEqual([
          there.pairs,
          there.occasion,
          there.within1.count,
        ]);
      }),
    );
  });
});
