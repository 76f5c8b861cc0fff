import type { ScoreVariance } from './decisionStudy.ts';
import type { Components } from './varianceComponents.ts';

/**
 * Generalizability study of one score, sessions x raters (p x r): the variances of a mean over `raters` raters,
 * from its variance components. Relative error residual/n', absolute error (rater + residual)/n'.
 * Source: Brennan (2001), Generalizability Theory, ch. 4. Where no component was negative, the coefficients are
 * ICC(3,k) and ICC(2,k).
 *
 * Of the mean over items it is the study with items fixed: they are the whole scale, so a session's own profile of
 * items belongs to its universe score, and nothing of it is error.
 */
export const meanOverRaters =
  ({ session, rater, residual }: Components) =>
  (raters: number): ScoreVariance => ({
    universe: session,
    relativeError: residual / raters,
    absoluteError: (rater + residual) / raters,
  });
