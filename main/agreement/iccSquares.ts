import { meanSquares } from './anova.ts';
import type { Squares } from './iccLimits.ts';
import { type Fit, reml } from './reml.ts';
import type { Reason } from './result.ts';
import { basisOf, ratedIn, type Table } from './table.ts';
import { ratersIn, tooFew } from './varianceComponents.ts';

/** Mean squares of the one-way model. */
export type OneWay = { k: number; sessions: number; within: number; dfSessions: number; dfWithin: number };

export type IccSquares = { oneWay: OneWay | { reason: Reason }; twoWay: Squares | { reason: Reason } };

/**
 * The mean squares that intraclass correlations are made of. With missing cells: those that REML components imply,
 * MSR = residual + k session, MSC = residual + n rater, where k and n are harmonic means of the ratings per session
 * and per rater. For a complete table without negative components both are the same.
 *
 * @param table without empty rows and columns
 */
export function iccSquares(table: Table): IccSquares {
  const basis = basisOf(table);
  const short = tooFew(basis);
  if (short !== undefined) return { oneWay: { reason: short }, twoWay: { reason: short } };
  const complete = meanSquares(table);
  if (complete === undefined) return impliedSquares(table);
  if (complete.sums.total === 0)
    return { oneWay: { reason: 'noVariance' }, twoWay: { reason: 'noVariance' } };
  const { k, sessions, within, df } = complete;
  return {
    oneWay: { k, sessions, within, dfSessions: df.sessions, dfWithin: df.within },
    twoWay: complete,
  };
}

function impliedSquares(table: Table): IccSquares {
  const { n, k } = basisOf(table);
  const perSession = ratersIn(table).ratersPerSession;
  const perRater = harmonicMean(ratingsOfRaters(table, k));
  const one = reml([table], 'oneWay');
  const two = reml([table], 'twoWay');
  return {
    oneWay: 'reason' in one ? one : ofOneWay(one.fit, n, perSession),
    twoWay: 'reason' in two ? two : ofTwoWay(two.fit, { n, k, perSession, perRater }),
  };
}

const ofOneWay = ({ session, residual, df }: Fit, n: number, perSession: number): OneWay => ({
  k: perSession,
  sessions: residual + perSession * session,
  within: residual,
  dfSessions: n - 1,
  dfWithin: df,
});

type Sizes = { n: number; k: number; perSession: number; perRater: number };
const ofTwoWay = ({ session, rater, residual, df }: Fit, { n, k, perSession, perRater }: Sizes): Squares => ({
  n: perRater,
  k: perSession,
  sessions: residual + perSession * session,
  raters: residual + perRater * rater,
  residual,
  df: { sessions: n - 1, raters: k - 1, residual: df },
});

const ratingsOfRaters = (table: Table, k: number): number[] =>
  Array.from({ length: k }, (_, rater) => ratedIn(table.map((row) => row[rater] ?? null)));

const harmonicMean = (counts: readonly number[]): number =>
  counts.length / counts.reduce((sum, count) => sum + 1 / count, 0);
