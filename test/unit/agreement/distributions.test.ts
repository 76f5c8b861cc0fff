import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chiSquaredAbove,
  fAbove,
  fQuantile,
  normalQuantile,
  tQuantile,
} from '../../../main/agreement/index.ts';

describe('distribution functions', () => {
  // From scipy 1.17.
  test.each([
    [0.975, 5, 15, 3.5764153492790607],
    [0.975, 15, 5, 6.427728167078779],
    [0.975, 4, 1, 899.5833101780357],
    [0.025, 499, 1996, 0.867808462571919],
    [0.975, 499, 4.785, 6.3835776983388355],
    [0.975, 499, 1996, 1.1455948080461502],
    [0.975, 1.02, 3, 17.39758467775536],
  ])('the quantile %d of F with %d and %d degrees of freedom', (p, df1, df2, given) => {
    expect(Math.abs(fQuantile(p, df1, df2) / given - 1)).toBeLessThan(1e-11);
  });

  test('of Student, of the normal and of chi-squared', () => {
    expect(tQuantile(0.975, 16)).toBeCloseTo(2.1199052992212546, 11);
    expect(tQuantile(0.025, 1)).toBeCloseTo(-12.706204736174694, 9);
    expect(tQuantile(0.5, 4)).toBeCloseTo(0, 12);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(chiSquaredAbove(20, 5)).toBeCloseTo(1 - 0.9987502694369687, 11);
  });

  test('F and its quantile undo each other, and the tails of 1/F change places', () => {
    const df = fc.double({ min: 1, max: 600, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.98, noNaN: true }), df, df, (p, df1, df2) => {
        const x = fQuantile(p, df1, df2);
        expect(fAbove(x, df1, df2)).toBeCloseTo(1 - p, 9);
        expect(Math.abs(fQuantile(1 - p, df2, df1) * x - 1)).toBeLessThan(1e-8);
      }),
    );
  });

  test('nothing lies below 0', () => {
    expect(fAbove(0, 3, 5)).toBe(1);
    expect(fAbove(1e9, 3, 500)).toBeLessThan(1e-12);
  });
});
