import { tQuantile } from './distributions.ts';
import { type Estimate, limitsOr, noEstimate, noLimits, unavailable, type Value } from './result.ts';

/** Mean with limits by Student's t (n - 1 degrees of freedom), and the standard deviation over n - 1. */
export function meanWithLimits(values: readonly number[], confidence: number): { mean: Estimate; sd: Value } {
  const n = values.length;
  if (n === 0) return { mean: noEstimate('noPairs'), sd: unavailable('noPairs') };
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  if (n < 2)
    return { mean: { value: mean, limits: noLimits('tooFewSessions') }, sd: unavailable('tooFewSessions') };
  const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
  const reach = (tQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  // Differences that are all equal say nothing about how the next one may differ.
  const limits = sd > 0 ? limitsOr(mean - reach, mean + reach, 'degenerate') : noLimits('noVariance');
  return { mean: { value: mean, limits }, sd: { value: sd } };
}
