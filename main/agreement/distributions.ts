/**
 * Distribution functions, from jstat. Its incomplete beta function stops at 3e-7, which shows in the ninth digit of
 * an F quantile; tables of agreement are checked to ten. So its answers are where Newton's method starts, against
 * the same function summed to the precision of the machine (`incompleteBeta.ts`).
 */
/// <reference path="./jstat.d.ts" />
import jStat from 'jstat';
import { incompleteBeta } from './incompleteBeta.ts';

/** P(F <= x) with df1 and df2 degrees of freedom, which need not be integers; x >= 0. */
function fBelow(x: number, df1: number, df2: number): number {
  return incompleteBeta((df1 * x) / (df1 * x + df2), df1 / 2, df2 / 2);
}

/** P(F >= x): the p of an F test, exact also where it is tiny. */
export function fAbove(x: number, df1: number, df2: number): number {
  return x <= 0 ? 1 : incompleteBeta(df2 / (df1 * x + df2), df2 / 2, df1 / 2);
}

/** The x with P(F <= x) = p, for 0 < p < 1. */
export function fQuantile(p: number, df1: number, df2: number): number {
  const start = jStat.centralF.inv(p, df1, df2);
  return sharpened(
    start,
    (x) => fBelow(x, df1, df2) - p,
    (x) => jStat.centralF.pdf(x, df1, df2),
  );
}

/** The x with P(T <= x) = p of Student's t. */
export function tQuantile(p: number, df: number): number {
  if (p < 0.5) return -tQuantile(1 - p, df);
  const below = (x: number) => 1 - incompleteBeta(df / (df + x * x), df / 2, 0.5) / 2;
  return sharpened(
    jStat.studentt.inv(p, df),
    (x) => below(x) - p,
    (x) => jStat.studentt.pdf(x, df),
  );
}

export const normalQuantile = (p: number): number => jStat.normal.inv(p, 0, 1);

/** P(chi-squared >= x). */
export const chiSquaredAbove = (x: number, df: number): number => 1 - jStat.chisquare.cdf(x, df);

/** Two steps of Newton's method: each doubles the digits of an answer that has eight. */
function sharpened(start: number, miss: (x: number) => number, density: (x: number) => number): number {
  let x = start;
  for (let step = 0; step < 2; step += 1) {
    const better = x - miss(x) / density(x);
    // Far out, where the density vanishes, the library's answer stands.
    if (!(better > x / 2 && better < x * 2)) return x;
    x = better;
  }
  return x;
}
