import { type Cell, isRated, ratedIn } from './table.ts';

/** How many raters chose each category in each session, flat n by q; and how many raters each session has. */
export type Counts = { n: number; q: number; cells: Float64Array; raters: Float64Array };

/**
 * @param table every session holds a judgement
 * @returns undefined where a judgement is none of the categories
 */
export function countsOf(
  table: readonly (readonly Cell[])[],
  categories: readonly Exclude<Cell, null>[],
): Counts | undefined {
  const n = table.length;
  const q = categories.length;
  const cells = new Float64Array(n * q);
  const raters = new Float64Array(n);
  for (let session = 0; session < n; session += 1) {
    const row = table[session] ?? [];
    raters[session] = ratedIn(row);
    for (const cell of row) {
      if (!isRated(cell)) continue;
      const category = categories.indexOf(cell);
      if (category < 0) return undefined;
      const at = session * q + category;
      cells[at] = (cells[at] ?? 0) + 1;
    }
  }
  return { n, q, cells, raters };
}

/** Mean over sessions of the share of its raters who chose each category. */
export function sharesOf({ n, q, cells, raters }: Counts): number[] {
  const shares = new Array<number>(q).fill(0);
  for (let session = 0; session < n; session += 1)
    for (let i = 0; i < q; i += 1)
      shares[i] = (shares[i] ?? 0) + (cells[session * q + i] ?? 0) / (raters[session] ?? 1) / n;
  return shares;
}

/**
 * Weighted agreement of two raters of each session, 0 to 1; NaN where it has one rater.
 * Formula: sum_i n_i ((W n)_i - 1) / (r (r - 1)), with weights of 1 on the diagonal.
 */
export function sessionAgreement({ n, q, cells, raters }: Counts, weights: readonly number[]): Float64Array {
  const agreed = new Float64Array(n);
  for (let session = 0; session < n; session += 1) {
    const rated = raters[session] ?? 0;
    let pairs = 0;
    for (let i = 0; i < q; i += 1) {
      const own = cells[session * q + i] ?? 0;
      if (own === 0) continue;
      let alike = -1;
      for (let j = 0; j < q; j += 1) alike += (weights[i * q + j] ?? 0) * (cells[session * q + j] ?? 0);
      pairs += own * alike;
    }
    agreed[session] = rated < 2 ? Number.NaN : pairs / (rated * (rated - 1));
  }
  return agreed;
}

/** For each session the mean over its judgements of what belongs to their category. */
export function sessionMeans({ n, q, cells, raters }: Counts, each: readonly number[]): Float64Array {
  const means = new Float64Array(n);
  for (let session = 0; session < n; session += 1) {
    let sum = 0;
    for (let i = 0; i < q; i += 1) sum += (cells[session * q + i] ?? 0) * (each[i] ?? 0);
    means[session] = sum / (raters[session] ?? 1);
  }
  return means;
}
