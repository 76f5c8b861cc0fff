import { limitsByF, limitsOfAgreement, type Squares, stepUp, stepUpLimits } from './iccLimits.ts';
import { iccSquares, type OneWay } from './iccSquares.ts';
import { type Basis, type Estimate, noEstimate, unavailable, valueOr } from './result.ts';
import { basisOf, type Table, trimmed } from './table.ts';
import { ratersIn } from './varianceComponents.ts';

/** Names of Shrout & Fleiss (1979): 1 raters differ by session; 2 the raters stand for others; 3 only these raters. */
export const iccForms = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const;
export type IccForm = (typeof iccForms)[number];

type Icc = Estimate & {
  /** The name of McGraw & Wong (1996): A absolute agreement, C consistency. */
  mcGrawWong: 'ICC(1)' | 'ICC(A,1)' | 'ICC(C,1)' | 'ICC(k)' | 'ICC(A,k)' | 'ICC(C,k)';
  /** How many ratings the score is the mean of that this is the reliability of; a fraction where cells are missing. */
  raters: number;
};

export type Iccs = Basis & {
  method: 'anova' | 'reml';
  /** `exact` for a complete table under the model; `approximate` where cells are missing. */
  limitsBy: 'exact' | 'approximate';
  confidence: number;
  ratersPerSession: number;
  /** Sessions that only one rater rated: the mean of k is not their score. */
  oneRaterSessions: number;
  forms: Record<IccForm, Icc>;
};

/**
 * Intraclass correlations of one score: which share of its variance lies between sessions. At most 1; an estimate
 * can fall below 0, and is then given as it is, since limits belong to it.
 *
 * Complete table: mean squares of the two-way analysis of variance. ICC(1,1) = (MSR - MSW)/(MSR + (k-1) MSW),
 * ICC(2,1) = (MSR - MSE)/(MSR + (k-1) MSE + k (MSC - MSE)/n), ICC(3,1) = (MSR - MSE)/(MSR + (k-1) MSE); the mean
 * of k by Spearman-Brown. Source: Shrout & Fleiss (1979), Psychological Bulletin 86; McGraw & Wong (1996),
 * Psychological Methods 1, with its errata. Limits: `iccLimits.ts`.
 *
 * Missing cells: the same formulas with the mean squares that REML components imply for a table with the harmonic
 * means of ratings per session and per rater; their limits are approximate (after Thomas & Hultquist 1978, Annals
 * of Statistics 6, for the one-way model).
 *
 * @param table sessions by raters; sessions and raters without any rating are left out
 * @param confidence of the limits
 */
export function iccs(table: Table, confidence = 0.95): Iccs {
  const used = trimmed(table);
  const basis = basisOf(used);
  const complete = basis.missing === 0;
  const { ratersPerSession, oneRaterSessions } = ratersIn(used);
  const k = complete ? basis.k : ratersPerSession;
  const { oneWay, twoWay } = iccSquares(used);
  const first = 'reason' in oneWay ? noEstimate(oneWay.reason) : oneWayEstimate(oneWay, confidence);
  const second = 'reason' in twoWay ? noEstimate(twoWay.reason) : agreement(twoWay, confidence);
  const third = 'reason' in twoWay ? noEstimate(twoWay.reason) : consistency(twoWay, confidence);
  return {
    ...basis,
    method: complete ? 'anova' : 'reml',
    limitsBy: complete ? 'exact' : 'approximate',
    confidence,
    ratersPerSession,
    oneRaterSessions,
    forms: {
      'ICC(1,1)': { ...first, mcGrawWong: 'ICC(1)', raters: 1 },
      'ICC(2,1)': { ...second, mcGrawWong: 'ICC(A,1)', raters: 1 },
      'ICC(3,1)': { ...third, mcGrawWong: 'ICC(C,1)', raters: 1 },
      'ICC(1,k)': { ...ofMean(first, k), mcGrawWong: 'ICC(k)', raters: k },
      'ICC(2,k)': { ...ofMean(second, k), mcGrawWong: 'ICC(A,k)', raters: k },
      'ICC(3,k)': { ...ofMean(third, k), mcGrawWong: 'ICC(C,k)', raters: k },
    },
  };
}

function oneWayEstimate({ k, sessions, within, dfSessions, dfWithin }: OneWay, confidence: number): Estimate {
  return {
    ...valueOr((sessions - within) / (sessions + (k - 1) * within), 'degenerate'),
    limits: limitsByF(
      { above: sessions, dfAbove: dfSessions },
      { below: within, dfBelow: dfWithin },
      k,
      confidence,
    ),
  };
}

function agreement(squares: Squares, confidence: number): Estimate {
  const { n, k, sessions, raters, residual } = squares;
  const value = (sessions - residual) / (sessions + (k - 1) * residual + (k * (raters - residual)) / n);
  return { ...valueOr(value, 'degenerate'), limits: limitsOfAgreement(squares, value, confidence) };
}

/** 0/0 where neither sessions nor the residual differ: all that differs is the raters. */
function consistency({ k, sessions, residual, df }: Squares, confidence: number): Estimate {
  return {
    ...valueOr((sessions - residual) / (sessions + (k - 1) * residual), 'noSessionVariance'),
    limits: limitsByF(
      { above: sessions, dfAbove: df.sessions },
      { below: residual, dfBelow: df.residual },
      k,
      confidence,
    ),
  };
}

function ofMean(single: Estimate, raters: number): Estimate {
  const limits = stepUpLimits(single.limits, raters);
  if (single.value === undefined) return { ...single, limits };
  const value = stepUp(single.value, raters);
  // A mean square of sessions of 0: the least a single rating's coefficient can be.
  return value === undefined ? { ...unavailable('noSessionVariance'), limits } : { value, limits };
}
