/** How often the first of two raters chose the row's category and the second the column's: flat q by q, counts. */
export type Confusion = readonly number[];

/**
 * @param categories all that the scale has, whichever occur
 * @returns undefined where a judgement is none of them
 */
export function confusionOf<C>(
  first: readonly C[],
  second: readonly C[],
  categories: readonly C[],
): number[] | undefined {
  const q = categories.length;
  const counts = new Array<number>(q * q).fill(0);
  for (let i = 0; i < first.length; i += 1) {
    const [a, b] = [first[i], second[i]];
    if (a === undefined || b === undefined) return undefined;
    const cell = categories.indexOf(a) * q + categories.indexOf(b);
    if (!categories.includes(a) || !categories.includes(b)) return undefined;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** Sums of rows and of columns. */
export function marginsOf(
  counts: Confusion,
  q: number,
): { rows: number[]; columns: number[]; total: number } {
  const rows = new Array<number>(q).fill(0);
  const columns = new Array<number>(q).fill(0);
  let total = 0;
  counts.forEach((count, at) => {
    const [row, column] = [Math.floor(at / q), at % q];
    rows[row] = (rows[row] ?? 0) + count;
    columns[column] = (columns[column] ?? 0) + count;
    total += count;
  });
  return { rows, columns, total };
}
