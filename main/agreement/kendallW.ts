import { chiSquaredAbove } from './distributions.ts';
import { type Basis, type Reason, unavailable } from './result.ts';
import { columnsOf, type Row, ratedIn, type Table } from './table.ts';

export type KendallW = Basis &
  ({ value: number; chiSquared: number; df: number; p: number } | { value: undefined; reason: Reason });

/**
 * Kendall's coefficient of concordance W, corrected for ties: do raters put the sessions in the same order?
 * 0 to 1. W = 12 S / (k^2 (n^3 - n) - k sum (t^3 - t)), S the sum of squared deviations of the sessions' rank sums;
 * chi-squared = k (n - 1) W with n - 1 degrees of freedom.
 * Source: Kendall & Babington Smith (1939); Siegel & Castellan (1988), Nonparametric Statistics, ch. 9.
 *
 * @param table sessions by raters; a session that not every rater rated is left out, and its ratings are `missing`
 */
export function kendallW(table: Table): KendallW {
  const k = columnsOf(table);
  const whole = table.filter((row) => ratedIn(row) === k);
  const n = whole.length;
  const missing = (table.length - n) * k;
  const basis = { n, k, missing };
  if (k < 2) return { ...basis, ...unavailable('tooFewRaters') };
  if (n < 2) return { ...basis, ...unavailable('tooFewSessions') };
  const sums = new Array<number>(n).fill(0);
  let ties = 0;
  for (let rater = 0; rater < k; rater += 1) {
    const ranked = ranksOf(whole.map((row) => levelIn(row, rater)));
    ranked.ranks.forEach((rank, session) => {
      sums[session] = (sums[session] ?? 0) + rank;
    });
    ties += ranked.ties;
  }
  const middle = (k * (n + 1)) / 2;
  const deviation = sums.reduce((sum, x) => sum + (x - middle) ** 2, 0);
  const most = k ** 2 * (n ** 3 - n) - k * ties;
  if (most === 0) return { ...basis, ...unavailable('noVariance') };
  const value = (12 * deviation) / most;
  const chiSquared = k * (n - 1) * value;
  return { ...basis, value, chiSquared, df: n - 1, p: chiSquaredAbove(chiSquared, n - 1) };
}

const levelIn = (row: Row, rater: number): number => row[rater] ?? 0;

/** Ranks from 1, the mean rank where values are equal; `ties` is the sum of t^3 - t over equal values. */
function ranksOf(values: readonly number[]): { ranks: number[]; ties: number } {
  const ranks = new Array<number>(values.length).fill(0);
  const order = values.map((value, at) => ({ value, at })).toSorted((a, b) => a.value - b.value);
  let ties = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    for (const { at } of order.slice(from, to)) ranks[at] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, ties };
}
