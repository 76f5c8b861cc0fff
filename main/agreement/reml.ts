import { evaluate, type Ratios } from './likelihood.ts';
import { semidefinite } from './matrix.ts';
import { type RemlSums, remlSums } from './remlSums.ts';
import { negligible, type Reason } from './result.ts';
import type { Table } from './table.ts';

export type Fit = {
  /** Variances, in squared scale points; 0 where the likelihood is highest at the border. */
  session: number;
  rater: number;
  residual: number;
  /** Residual degrees of freedom: ratings - sessions - raters + 1 (or ratings - sessions without raters). */
  df: number;
};

/**
 * Variance components by restricted maximum likelihood, for tables with missing cells. For a complete table whose
 * analysis of variance has no negative component, both agree.
 *
 * @param tables one for each variable (their components are pooled), with the same cells missing; every row and
 *   column holds a rating
 * @param model `twoWay`: sessions and raters are random; `oneWay`: sessions only
 * Source: see `evaluate`. Found by Newton's method on s/(1+s) and r/(1+r), held in [0, 1).
 */
export function reml(
  tables: readonly Table[],
  model: 'oneWay' | 'twoWay',
): { fit: Fit } | { reason: Reason } {
  const sums = remlSums(tables);
  if (sums.n < 2) return { reason: 'tooFewSessions' };
  if (sums.k < 2 && model === 'twoWay') return { reason: 'tooFewRaters' };
  if (sums.bySize.every(({ size }) => size < 2)) return { reason: 'noPairs' };
  const exact = fixedFit(sums, model);
  if (exact.total <= 0) return { reason: 'noVariance' };
  if (exact.left <= negligible * exact.total) return { reason: 'noResidualVariance' };
  const ratios = highest(sums, model);
  if (ratios === undefined) return { reason: 'notConverged' };
  const { residual } = evaluate(sums, ratios);
  return {
    fit: { session: ratios.sessions * residual, rater: ratios.raters * residual, residual, df: exact.df },
  };
}

/** What is left when sessions (and raters) are fitted as fixed effects: 0 where no residual variance can be seen. */
function fixedFit(
  { k, n, ratings, bySize, perRater, squares, raterTotals }: RemlSums,
  model: 'oneWay' | 'twoWay',
) {
  const total = squares.reduce((sum, x) => sum + x, 0);
  const joined = new Array<number>(k * k).fill(0);
  perRater.forEach((count, rater) => {
    joined[rater * k + rater] = count;
  });
  for (const { size, together } of bySize)
    together.forEach((count, i) => {
      joined[i] = (joined[i] ?? 0) - count / size;
    });
  let left = total;
  let rank = 0;
  raterTotals.forEach((ofRater, variable) => {
    const right = [...ofRater];
    for (const { size, totalSquares, totalsOfRater } of bySize) {
      left -= (totalSquares[variable] ?? 0) / size;
      (totalsOfRater[variable] ?? []).forEach((x, rater) => {
        right[rater] = (right[rater] ?? 0) - x / size;
      });
    }
    if (model === 'oneWay') return;
    const raters = semidefinite(joined, right, k);
    left -= raters.explained;
    rank = raters.rank;
  });
  return { total, left, df: ratings - n - rank };
}

type Point = { x: [number, number]; deviance: number; slope: [number, number] };

const most = 1 - 1e-9;
const settled = 1e-11;
const mostSteps = 200;

/** The ratios of highest likelihood; undefined when the search does not settle. */
function highest(sums: RemlSums, model: 'oneWay' | 'twoWay'): Ratios | undefined {
  const at = (a: number, b: number): Point => {
    const x: [number, number] = [held(a), model === 'oneWay' ? 0 : held(b)];
    const { deviance, slope } = evaluate(sums, { sessions: ratio(x[0]), raters: ratio(x[1]) });
    // Chain rule: s = x / (1 - x), ds/dx = 1 / (1 - x)^2.
    return { x, deviance, slope: [slope.sessions / (1 - x[0]) ** 2, slope.raters / (1 - x[1]) ** 2] };
  };
  let here = at(0.5, 0.5);
  const along = (first: boolean, second: boolean) => {
    const free = [first && isFree(here, 0, model), second && isFree(here, 1, model)];
    return downhill(here, newtonStep(here, free, at), at);
  };
  for (let step = 0; step < mostSteps; step += 1) {
    const from = here;
    here = along(true, true);
    // A step for both can be stopped by the border of one: then each goes alone.
    if (apart(here, from) < settled) here = along(true, false);
    if (apart(here, from) < settled) here = along(false, true);
    if (apart(here, from) < settled) return { sessions: ratio(here.x[0]), raters: ratio(here.x[1]) };
  }
  return undefined;
}

const apart = (one: Point, other: Point): number =>
  Math.max(Math.abs(one.x[0] - other.x[0]), Math.abs(one.x[1] - other.x[1]));
const held = (x: number): number => Math.min(most, Math.max(0, x));
const ratio = (x: number): number => x / (1 - x);

/** A ratio at 0 stays there while the likelihood falls above it. */
function isFree({ x, slope }: Point, i: number, model: 'oneWay' | 'twoWay'): boolean {
  if (model === 'oneWay' && i === 1) return false;
  return (x[i] ?? 0) > 0 || (slope[i] ?? 0) < 0;
}

/** Newton's step on the free ratios, with curvature from differences of the exact slope. */
function newtonStep(
  here: Point,
  free: readonly boolean[],
  at: (a: number, b: number) => Point,
): [number, number] {
  const [a, b] = here.x;
  const [slopeA, slopeB] = here.slope;
  const width = 1e-6;
  const sign = (x: number) => (x + width > most ? -width : width);
  const [byA, byB] = [sign(a), sign(b)];
  const towardsA = free[0] ? at(a + byA, b).slope : undefined;
  const towardsB = free[1] ? at(a, b + byB).slope : undefined;
  const aa = towardsA ? (towardsA[0] - slopeA) / byA : 1;
  const bb = towardsB ? (towardsB[1] - slopeB) / byB : 1;
  const ab = towardsA && towardsB ? ((towardsA[1] - slopeB) / byA + (towardsB[0] - slopeA) / byB) / 2 : 0;
  const [gA, gB] = [free[0] ? slopeA : 0, free[1] ? slopeB : 0];
  const determinant = aa * bb - ab * ab;
  if (aa > 0 && bb > 0 && determinant > 1e-12 * aa * bb)
    return [(-gA * bb + gB * ab) / determinant, (-gB * aa + gA * ab) / determinant];
  // Where the likelihood is not curved like a hill, each ratio goes its own way up.
  return [-gA / Math.max(Math.abs(aa), 1), -gB / Math.max(Math.abs(bb), 1)];
}

/** The step, halved until it does not lead to a lower likelihood (but for rounding); else the same point. */
function downhill(here: Point, [moveA, moveB]: [number, number], at: (a: number, b: number) => Point): Point {
  let share = Math.min(1, 0.5 / Math.max(Math.abs(moveA), Math.abs(moveB), 1e-300));
  for (let halving = 0; halving < 60; halving += 1) {
    const next = at(here.x[0] + share * moveA, here.x[1] + share * moveB);
    if (next.deviance <= here.deviance + 1e-13 * (1 + Math.abs(here.deviance))) return next;
    share /= 2;
  }
  return here;
}
