import { describe, expect, test } from 'vitest';
import { exactRank, normalRank } from '../../renderer/charts/kendall.ts';

/** Every order of the numbers from 0, with how many pairs stand the wrong way round. */
function inversions(count: number): number[] {
  const orders = (rest: number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first) => orders(rest.filter((one) => one !== first)).map((tail) => [first, ...tail]));
  return orders(Array.from({ length: count }, (_, index) => index)).map(
    (order) => order.flatMap((one, at) => order.slice(at + 1).filter((later) => later < one)).length,
  );
}

describe('the rank where the interval begins', () => {
  test.each([5, 6, 7, 8])('is that of counting every order of %i values', (count) => {
    const all = inversions(count);
    const chance = (most: number) => (2 * all.filter((one) => one <= most).length) / all.length;
    const rank = exactRank(count);
    expect(chance(rank - 1)).toBeLessThanOrEqual(0.05);
    expect(chance(rank)).toBeGreaterThan(0.05);
  });

  test('is out of reach with fewer than five values', () => {
    expect([2, 3, 4].map(exactRank)).toEqual([0, 0, 0]);
  });

  test('is nearly that of the normal distribution for many values', () => {
    for (let count = 10; count <= 60; count += 1) {
      const pairs = (count * (count - 1)) / 2;
      const alone = Array.from({ length: count }, () => 1);
      expect(Math.abs(exactRank(count) - normalRank(count, alone, pairs))).toBeLessThanOrEqual(1);
    }
  });
});
