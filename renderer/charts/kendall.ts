/**
 * Where the 95 % interval of a Theil–Sen slope begins among the ordered slopes: pure. Counted from 1, and from the
 * other end for its end; below 1 there are too few slopes for an interval.
 *
 * With `under` of the N slopes smaller than the true one, Kendall's S is N - 2 `under`; the interval leaves out the
 * slopes that would make |S| so large that its chance is at most 5 %.
 */

/** Times all different: the chance of S is counted over all orders of the values. */
export function exactRank(values: number): number {
  const orders = ordersByInversions(values);
  const all = orders.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  const kept = orders.findIndex((count) => {
    sum += count;
    return (2 * sum) / all > 0.05;
  });
  return Math.max(kept, 0);
}

/** The point of the normal distribution with 2.5 % above it. */
const z = 1.959_963_984_540_054;

/**
 * The normal approximation, its variance corrected for equal times (Kendall, Rank Correlation Methods, 4th ed. 1970,
 * chapter 4); `pairs` are those with different times.
 */
export function normalRank(values: number, ties: readonly number[], pairs: number): number {
  const term = (n: number) => n * (n - 1) * (2 * n + 5);
  const variance = (term(values) - ties.reduce((sum, size) => sum + term(size), 0)) / 18;
  return Math.floor((pairs - z * Math.sqrt(variance)) / 2) + 1;
}

/** How many orders of n values have 0, 1, 2 … inversions (Mahonian numbers), as shares of all orders. */
function ordersByInversions(n: number): number[] {
  let counts = [1];
  for (let size = 2; size <= n; size += 1) {
    const next: number[] = [];
    let window = 0;
    for (let inversions = 0; inversions < counts.length + size - 1; inversions += 1) {
      window += (counts[inversions] ?? 0) - (counts[inversions - size] ?? 0);
      // Divided at each step, so that the numbers stay small.
      next.push(window / size);
    }
    counts = next;
  }
  return counts;
}
