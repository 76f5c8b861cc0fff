/** What every statistic of agreement answers with: a number, or the reason why there is none. Never NaN or Infinity. */

/**
 * Why a number could not be computed.
 * - `tooFewSessions`, `tooFewRaters`: fewer than two (or than the statistic needs) have ratings
 * - `noPairs`: no session has two ratings to compare
 * - `noVariance`: all ratings are equal, or everything that could differ by chance is
 * - `noSessionVariance`: the sessions' means are equal, which the statistic divides by
 * - `noResidualVariance`: raters differ by nothing, or by a constant: F is infinite
 * - `outsideScale`: a rating is none of the categories
 * - `missingCells`: the formula needs a complete table
 * - `outOfReach`: no number of raters reaches the target
 * - `notConverged`: the iteration did not settle
 * - `degenerate`: the formula divides by zero for these data
 */
export type Reason =
  | 'tooFewSessions'
  | 'tooFewRaters'
  | 'noPairs'
  | 'noVariance'
  | 'noSessionVariance'
  | 'noResidualVariance'
  | 'outsideScale'
  | 'missingCells'
  | 'outOfReach'
  | 'notConverged'
  | 'degenerate';

export type Unavailable = { value: undefined; reason: Reason };
export type Value = { value: number } | Unavailable;

/** A confidence interval, or why there is none. */
export type Limits =
  | { lower: number; upper: number }
  | { lower: undefined; upper: undefined; reason: Reason };

/** A number with its interval. */
export type Estimate = ({ value: number } | Unavailable) & { limits: Limits };

/** What a number rests on. */
export type Basis = {
  /** Sessions that were used. */
  n: number;
  /** Raters that were used. */
  k: number;
  /** Cells of these sessions and raters without a rating. */
  missing: number;
};

export const unavailable = (reason: Reason): Unavailable => ({ value: undefined, reason });

/** `value` where it is a number that can be shown, else the reason. */
export const valueOr = (value: number, reason: Reason): Value =>
  Number.isFinite(value) ? { value } : unavailable(reason);

export const noLimits = (reason: Reason): Limits => ({ lower: undefined, upper: undefined, reason });

export const limitsOr = (lower: number, upper: number, reason: Reason): Limits =>
  Number.isFinite(lower) && Number.isFinite(upper) ? { lower, upper } : noLimits(reason);

/** An estimate that could not be made, and so has no interval either. */
export const noEstimate = (reason: Reason): Estimate => ({
  ...unavailable(reason),
  limits: noLimits(reason),
});

/** Sums of squares below this share of the total are rounding, not variance. */
export const negligible = 1e-12;
