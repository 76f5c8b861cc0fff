import { negligible } from './result.ts';
import { columnsOf, type Table } from './table.ts';

/**
 * Two-way analysis of variance without replication, sessions by raters. Names of McGraw & Wong (1996): R for rows
 * (sessions), C for columns (raters), E for the residual, W for within sessions (raters and residual together).
 */
export type MeanSquares = {
  n: number;
  k: number;
  sessions: number;
  raters: number;
  residual: number;
  within: number;
  /** Degrees of freedom. */
  df: { sessions: number; raters: number; residual: number; within: number };
  /** Sums of squares; `total` is what they add up to. */
  sums: { sessions: number; raters: number; residual: number; total: number };
};

/**
 * @param table complete, at least 2 by 2; undefined comes back where a cell is missing
 * Formula: McGraw & Wong (1996), Psychological Methods 1, table 3; Shrout & Fleiss (1979), table 3.
 */
export function meanSquares(table: Table): MeanSquares | undefined {
  const n = table.length;
  const k = columnsOf(table);
  const ofRater = new Array<number>(k).fill(0);
  // Differences from any one rating: a shift of all ratings then changes no digit.
  const origin = table[0]?.[0] ?? 0;
  let sum = 0;
  let squares = 0;
  let sessionSquares = 0;
  for (const row of table) {
    let ofSession = 0;
    for (let rater = 0; rater < k; rater += 1) {
      const level = row[rater];
      if (level === null || level === undefined) return undefined;
      const x = level - origin;
      ofSession += x;
      squares += x * x;
      ofRater[rater] = (ofRater[rater] ?? 0) + x;
    }
    sum += ofSession;
    sessionSquares += ofSession * ofSession;
  }
  const ofMean = (sum * sum) / (n * k);
  const total = Math.max(0, squares - ofMean);
  const sessions = sizeable(sessionSquares / k - ofMean, total);
  const raters = sizeable(ofRater.reduce((all, x) => all + x * x, 0) / n - ofMean, total);
  const residual = sizeable(total - sessions - raters, total);
  const df = { sessions: n - 1, raters: k - 1, residual: (n - 1) * (k - 1), within: n * (k - 1) };
  return {
    n,
    k,
    sessions: sessions / df.sessions,
    raters: raters / df.raters,
    residual: residual / df.residual,
    within: (raters + residual) / df.within,
    df,
    sums: { sessions, raters, residual, total },
  };
}

/** A sum of squares that only rounding keeps from 0 is 0. */
const sizeable = (sum: number, total: number): number => (sum <= negligible * total ? 0 : sum);
