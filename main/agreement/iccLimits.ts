import { fQuantile } from './distributions.ts';
import { type Limits, limitsOr, negligible, noLimits } from './result.ts';

/** Mean squares with what they count; for a table with missing cells, those its components imply. */
export type Squares = {
  n: number;
  k: number;
  sessions: number;
  raters: number;
  residual: number;
  df: { sessions: number; raters: number; residual: number };
};

/**
 * Limits of ICC(1) and ICC(C,1), which are both (F - 1)/(F + k - 1) for an F that is a ratio of mean squares.
 * Formula: Shrout & Fleiss (1979), p. 424; McGraw & Wong (1996), table 7.
 *
 * @param above mean square of sessions
 * @param below mean square within sessions for ICC(1), of the residual for ICC(C,1); 0 makes F infinite: no limits
 * @param confidence 0 to 1, such as .95
 */
export function limitsByF(
  { above, dfAbove }: { above: number; dfAbove: number },
  { below, dfBelow }: { below: number; dfBelow: number },
  k: number,
  confidence: number,
): Limits {
  if (below <= 0) return noLimits('noResidualVariance');
  const p = (1 + confidence) / 2;
  const f = above / below;
  const low = f / fQuantile(p, dfAbove, dfBelow);
  const high = f * fQuantile(p, dfBelow, dfAbove);
  return limitsOr((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), 'degenerate');
}

/**
 * Degrees of freedom of the mix of mean squares that ICC(A,1) is divided by, after Satterthwaite.
 * Formula: McGraw & Wong (1996), table 7, with the correction on p. 390: a = k icc / (n (1 - icc)),
 * b = 1 + k icc (n - 1) / (n (1 - icc)); here both are multiplied by n (1 - icc), which changes nothing but keeps
 * them finite at icc = 1.
 */
export function satterthwaite({ n, k, raters, residual, df }: Squares, icc: number): number {
  const a = k * icc * raters;
  const b = (n * (1 - icc) + k * icc * (n - 1)) * residual;
  return (a + b) ** 2 / (a ** 2 / df.raters + b ** 2 / df.residual);
}

/** Limits of ICC(A,1). Formula: McGraw & Wong (1996), table 7, case 2A and 3A; Shrout & Fleiss (1979), p. 425. */
export function limitsOfAgreement(squares: Squares, icc: number, confidence: number): Limits {
  const { n, k, sessions, raters, residual, df } = squares;
  const v = satterthwaite(squares, icc);
  if (!(v > 0)) return noLimits(residual <= 0 ? 'noResidualVariance' : 'degenerate');
  const p = (1 + confidence) / 2;
  const low = fQuantile(p, df.sessions, v);
  const high = fQuantile(p, v, df.sessions);
  const mixed = k * raters + (k * n - k - n) * residual;
  return limitsOr(
    (n * (sessions - low * residual)) / (low * mixed + n * sessions),
    (n * (high * sessions - residual)) / (mixed + n * high * sessions),
    'degenerate',
  );
}

/**
 * Reliability of the mean of k ratings from that of one: k r / (1 + (k - 1) r) (Spearman 1910; Brown 1910).
 * @param raters may be a fraction: below 1 it steps down
 * @returns undefined where a negative r makes the divisor 0, but for rounding, or less
 */
export function stepUp(single: number, raters: number): number | undefined {
  const divisor = 1 + (raters - 1) * single;
  return divisor > negligible ? (raters * single) / divisor : undefined;
}

/** Limits of the mean of k are the step-up of the limits of one rating: k enters once. */
export function stepUpLimits(limits: Limits, raters: number): Limits {
  if (limits.lower === undefined) return limits;
  const lower = stepUp(limits.lower, raters);
  const upper = stepUp(limits.upper, raters);
  return lower === undefined || upper === undefined ? noLimits('degenerate') : { lower, upper };
}
