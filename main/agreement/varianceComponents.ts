import { type MeanSquares, meanSquares } from './anova.ts';
import { reml } from './reml.ts';
import { type Basis, type Reason, unavailable } from './result.ts';
import { basisOf, ratedIn, type Table, trimmed } from './table.ts';

/** Variances in squared scale points, 0 or more. */
export type Components = { session: number; rater: number; residual: number };

export type VarianceComponents = Basis & {
  /** Mean squares for a complete table, restricted maximum likelihood for one with missing cells. */
  method: 'anova' | 'reml';
  /** Ratings per session: k of a complete table, else the harmonic mean. */
  ratersPerSession: number;
  /** Sessions that only one rater rated: they say nothing about agreement, nor is a mean of k meant for them. */
  oneRaterSessions: number;
} & (
    | {
        value: Components;
        /** Components whose estimate was negative, or is at the border: they are given as 0. */
        setToZero: readonly ('session' | 'rater')[];
      }
    | { value: undefined; reason: Reason }
  );

/**
 * How much of the differences lies between sessions, between raters (strict and lenient), and in neither.
 *
 * Model: rating = mean + session + rater + residual, sessions and raters random.
 * Complete: session (MSR - MSE)/k, rater (MSC - MSE)/n, residual MSE (Shrout & Fleiss 1979; Brennan 2001,
 * Generalizability Theory, ch. 3). A negative component is set to 0, and said. Missing cells: REML.
 *
 * @param table sessions by raters; sessions and raters without any rating are left out
 */
export function varianceComponents(table: Table): VarianceComponents {
  const used = trimmed(table);
  const about = { ...basisOf(used), ...ratersIn(used) };
  const complete = about.missing === 0 ? meanSquares(used) : undefined;
  const method = complete === undefined ? 'reml' : 'anova';
  const short = tooFew(about);
  if (short !== undefined) return { ...about, method, ...unavailable(short) };
  if (complete !== undefined) return { ...about, method, ...ofMeanSquares(complete) };
  const found = reml([used], 'twoWay');
  if ('reason' in found) return { ...about, method, ...unavailable(found.reason) };
  const { session, rater, residual } = found.fit;
  return { ...about, method, ...withoutNegative({ session, rater, residual }) };
}

export const tooFew = ({ n, k }: Basis): Reason | undefined =>
  n < 2 ? 'tooFewSessions' : k < 2 ? 'tooFewRaters' : undefined;

/** Harmonic mean of the ratings per session, and the sessions that have only one. */
export function ratersIn(table: Table): { ratersPerSession: number; oneRaterSessions: number } {
  const counts = table.map(ratedIn);
  const ratersPerSession = counts.length / counts.reduce((sum, count) => sum + 1 / count, 0);
  return {
    ratersPerSession: counts.length === 0 ? 0 : ratersPerSession,
    oneRaterSessions: counts.filter((count) => count === 1).length,
  };
}

function ofMeanSquares({ n, k, sessions, raters, residual, sums }: MeanSquares) {
  if (sums.total === 0) return unavailable('noVariance');
  return withoutNegative({
    session: (sessions - residual) / k,
    rater: (raters - residual) / n,
    residual,
  });
}

function withoutNegative({ session, rater, residual }: Components) {
  const setToZero: ('session' | 'rater')[] = [];
  if (session < 0 || (session === 0 && residual > 0)) setToZero.push('session');
  if (rater < 0 || (rater === 0 && residual > 0)) setToZero.push('rater');
  return {
    value: { session: Math.max(0, session), rater: Math.max(0, rater), residual },
    setToZero,
  };
}
