import { tQuantile } from './distributions.ts';
import { type Basis, type Estimate, noEstimate, noLimits, type Reason } from './result.ts';

export type Corrected = Estimate & {
  /** Weighted agreement of two raters of a session, as it is and as chance would have it, 0 to 1. */
  observed: number | undefined;
  expected: number | undefined;
  standardError: number | undefined;
};
export type BeyondChance = Basis & Corrected;

/**
 * (observed - expected)/(1 - expected) with its standard error over sessions.
 * Formula: Gwet (2014), Handbook of Inter-Rater Reliability, section 5.3: the variance of
 * (n/n') (agreed - expected)/(1 - expected) - 2 (1 - value)(byChance - expected)/(1 - expected) over sessions, where
 * n' sessions have two raters or more. Limits by Student's t with n - 1 degrees of freedom; they end at 1.
 *
 * @param agreed for each session the agreement of two of its raters, NaN where it has one
 * @param byChance for each session what its judgements say of agreement by chance; their mean is `expected`
 */
export function beyondChance(agreed: Float64Array, byChance: Float64Array, confidence: number): Corrected {
  const n = agreed.length;
  let observed = 0;
  let expected = 0;
  let compared = 0;
  for (let session = 0; session < n; session += 1) {
    const own = agreed[session] ?? Number.NaN;
    expected += (byChance[session] ?? 0) / n;
    if (Number.isNaN(own)) continue;
    observed += own;
    compared += 1;
  }
  if (compared === 0) return withoutValue('noPairs');
  observed /= compared;
  const room = 1 - expected;
  if (room < 1e-12) return { ...withoutValue('noVariance'), observed, expected };
  const value = (observed - expected) / room;
  let squares = 0;
  for (let session = 0; session < n; session += 1) {
    const own = agreed[session] ?? Number.NaN;
    const part = Number.isNaN(own) ? 0 : (n / compared) * ((own - expected) / room);
    const chance = (2 * (1 - value) * ((byChance[session] ?? 0) - expected)) / room;
    squares += (part - chance - value) ** 2;
  }
  if (n < 2)
    return { value, observed, expected, standardError: undefined, limits: noLimits('tooFewSessions') };
  const standardError = Math.sqrt(squares / (n * (n - 1)));
  // No difference between sessions in these data is no certainty about others.
  if (standardError < 1e-9)
    return { value, observed, expected, standardError, limits: noLimits('noVariance') };
  const reach = tQuantile((1 + confidence) / 2, n - 1) * standardError;
  return {
    value,
    observed,
    expected,
    standardError,
    limits: { lower: value - reach, upper: Math.min(1, value + reach) },
  };
}

export const withoutValue = (reason: Reason): Corrected => ({
  ...noEstimate(reason),
  observed: undefined,
  expected: undefined,
  standardError: undefined,
});
