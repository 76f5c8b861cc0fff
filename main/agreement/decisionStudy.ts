import { type Reason, unavailable, type Value, valueOr } from './result.ts';

/**
 * What of a score is wanted and what is not, for one combination of facets: the variance of universe scores, and
 * the error variances of a mean over the numbers that were asked for.
 */
export type ScoreVariance = { universe: number; relativeError: number; absoluteError: number };

type Dependability = {
  /** Generalizability coefficient, 0 to 1: are the sessions in the right order? */
  relative: Value;
  /** Index of dependability (Phi), 0 to 1: is the score itself right, whoever rates? */
  absolute: Value;
  /** Standard errors of measurement, in scale points. */
  semRelative: number;
  semAbsolute: number;
};

/**
 * Coefficients of generalizability theory: universe / (universe + error).
 * Source: Brennan (2001), Generalizability Theory, eqs 4.25 to 4.29; Shavelson & Webb (1991).
 */
function dependability({ universe, relativeError, absoluteError }: ScoreVariance): Dependability {
  return {
    relative: valueOr(universe / (universe + relativeError), 'noVariance'),
    absolute: valueOr(universe / (universe + absoluteError), 'noVariance'),
    semRelative: Math.sqrt(relativeError),
    semAbsolute: Math.sqrt(absoluteError),
  };
}

export type DecisionStep = { raters: number } & Dependability;

/**
 * The curve of a decision study: what a mean of 1, 2, … raters would be worth.
 * @param varianceWith the score's variances with so many raters (from a generalizability study)
 */
export function decisionStudy(
  varianceWith: (raters: number) => ScoreVariance,
  raterCounts: readonly number[],
): DecisionStep[] {
  return raterCounts.map((raters) => ({ raters, ...dependability(varianceWith(raters)) }));
}

/** More raters than this is no plan. */
const mostRaters = 100;

/**
 * The smallest number of raters with which a score reaches the target, at most 100.
 * @param target 0 to 1, such as .70 or .80
 */
export function ratersNeeded(
  varianceWith: (raters: number) => ScoreVariance,
  target: number,
  kind: 'relative' | 'absolute',
): Value {
  let reason: Reason = 'outOfReach';
  for (let raters = 1; raters <= mostRaters; raters += 1) {
    const reached = dependability(varianceWith(raters))[kind];
    if (reached.value === undefined) reason = reached.reason;
    // A target that is met exactly must not be missed by rounding.
    else if (reached.value >= target - 1e-12) return { value: raters };
  }
  return unavailable(reason);
}
