/// <reference path="./jstat.d.ts" />
import { studentt } from 'jstat';
import { mean } from './series';

export type Interval = { mean: number; low: number; high: number; count: number };

/** With fewer, an interval says more about chance than about people. */
export const fewestForInterval = 5;

/**
 * The mean of some values with its 95 % confidence interval: mean ± t(0.975, n − 1) · s / √n, where s is the sample
 * standard deviation (n − 1). Takes the values as independent and their mean as normally distributed.
 * @returns undefined with fewer than `fewestForInterval` values
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, Confidence limits for the mean
 */
export function tInterval(values: readonly number[]): Interval | undefined {
  const count = values.length;
  const middle = mean(values);
  if (middle === null || count < fewestForInterval) return undefined;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const half = studentt.inv(0.975, count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { mean: middle, low: middle - half, high: middle + half, count };
}
