import { cholesky, dot, quadratic, solved } from './matrix.ts';
import type { RemlSums } from './remlSums.ts';

/** Ratios of the variance of sessions and of raters to the residual variance; 0 or more. */
export type Ratios = { sessions: number; raters: number };

export type Evaluation = {
  /** -2 log restricted likelihood, up to a constant; the residual variance is profiled out. */
  deviance: number;
  /** Its derivatives by the two ratios. */
  slope: Ratios;
  /** The residual variance at these ratios. */
  residual: number;
};

/**
 * Restricted likelihood of y = mean + session + rater + residual, all three random, for any missing cells.
 *
 * With H = I + s Z_s Z_s' + r Z_r Z_r' (s, r the ratios), it is for each variable
 * (N-1) log R + log|H| + log(1'H^-1 1), where R = y'H^-1 y - (1'H^-1 y)^2 / 1'H^-1 1
 * (Patterson & Thompson 1971, Biometrika 58; Searle, Casella & McCulloch 1992, Variance Components, ch. 6).
 * Sessions are absorbed: the inverse of I + s Z_s Z_s' is known for each session, and what is left is k by k.
 */
export function evaluate(sums: RemlSums, ratios: Ratios): Evaluation {
  const { ratings, variables } = sums;
  const absorbed = absorb(sums, ratios);
  const ones = onesOf(sums, absorbed, ratios);
  const slopeOfLogH = logHSlope(sums, absorbed, ratios);
  let left = 0;
  const slopeOfLeft = { sessions: 0, raters: 0 };
  for (let variable = 0; variable < variables; variable += 1) {
    const own = leftOf(sums, absorbed, ones, ratios, variable);
    left += own.left;
    slopeOfLeft.sessions += own.slope.sessions;
    slopeOfLeft.raters += own.slope.raters;
  }
  const df = variables * (ratings - 1);
  const slope = (by: keyof Ratios) =>
    (df * slopeOfLeft[by]) / left + variables * (slopeOfLogH[by] + ones.slope[by] / ones.square);
  return {
    deviance: df * Math.log(left) + variables * (absorbed.logH + Math.log(ones.square)),
    slope: { sessions: slope('sessions'), raters: slope('raters') },
    residual: left / df,
  };
}

type Absorbed = {
  /** C = Z_r' (I + s Z_s Z_s')^-1 Z_r, flat k by k, and the root of I + r C. */
  c: number[];
  root: number[];
  logH: number;
};

function absorb({ k, perRater, bySize }: RemlSums, { sessions: s, raters: r }: Ratios): Absorbed {
  const c = new Array<number>(k * k).fill(0);
  perRater.forEach((count, rater) => {
    c[rater * k + rater] = count;
  });
  let logH = 0;
  for (const { size, sessions, together } of bySize) {
    const weight = s / (1 + size * s);
    logH += sessions * Math.log(1 + size * s);
    for (let i = 0; i < k * k; i += 1) c[i] = (c[i] ?? 0) - weight * (together[i] ?? 0);
  }
  const root = cholesky(
    c.map((x, i) => r * x + (i % (k + 1) === 0 ? 1 : 0)),
    k,
  );
  for (let i = 0; i < k; i += 1) logH += 2 * Math.log(root[i * k + i] ?? 1);
  return { c, root, logH };
}

/** Derivatives of log|H|: traces of (I + r C)^-1 C, and of what the sessions are with the raters absorbed. */
function logHSlope(sums: RemlSums, { c, root }: Absorbed, { sessions: s, raters: r }: Ratios): Ratios {
  const { k, bySize } = sums;
  const slope = { sessions: 0, raters: 0 };
  for (const { size, sessions } of bySize) slope.sessions += (sessions * size) / (1 + size * s);
  for (let column = 0; column < k; column += 1) {
    const unit = new Array<number>(k).fill(0);
    unit[column] = 1;
    solved(root, unit, k).forEach((entry, row) => {
      slope.raters += entry * (c[row * k + column] ?? 0);
      for (const { size, together } of bySize)
        slope.sessions -= (r * entry * (together[row * k + column] ?? 0)) / (1 + size * s) ** 2;
    });
  }
  return slope;
}

/** 1'H^-1 1 with its derivatives; `u` is Z_r' (I + s Z_s Z_s')^-1 1 and `t` Z_r' H^-1 1. */
type Ones = { square: number; slope: Ratios; u: number[]; t: number[] };

function onesOf(sums: RemlSums, { root }: Absorbed, { sessions: s, raters: r }: Ratios): Ones {
  const { k, bySize } = sums;
  let square = sums.ratings;
  const u = [...sums.perRater];
  for (const { size, sessions, together } of bySize) {
    const weight = s / (1 + size * s);
    square -= weight * sessions * size * size;
    for (let i = 0; i < k; i += 1) u[i] = (u[i] ?? 0) - weight * size * (together[i * k + i] ?? 0);
  }
  const t = solved(root, u, k);
  const slope = { sessions: 0, raters: -dot(t, t) };
  for (const { size, sessions, together } of bySize) {
    const cross = diagonalDot(together, t, k) * size;
    slope.sessions -=
      (sessions * size * size - 2 * r * cross + r * r * quadratic(together, t, t, k)) / (1 + size * s) ** 2;
  }
  return { square: square - r * dot(u, t), slope, u, t };
}

/** R of one variable, the square of y - mean in H^-1, with its derivatives. */
function leftOf(
  sums: RemlSums,
  { root }: Absorbed,
  ones: Ones,
  { sessions: s, raters: r }: Ratios,
  variable: number,
): { left: number; slope: Ratios } {
  const { k, bySize } = sums;
  let square = sums.squares[variable] ?? 0;
  let withOnes = 0;
  const u = [...(sums.raterTotals[variable] ?? [])];
  for (const { size, totals, totalSquares, totalsOfRater } of bySize) {
    const weight = s / (1 + size * s);
    const total = totals[variable] ?? 0;
    square -= weight * (totalSquares[variable] ?? 0);
    withOnes += total - weight * size * total;
    const ofRater = totalsOfRater[variable] ?? [];
    for (let i = 0; i < k; i += 1) u[i] = (u[i] ?? 0) - weight * (ofRater[i] ?? 0);
  }
  const ofY = solved(root, u, k);
  const mean = (withOnes - r * dot(ones.u, ofY)) / ones.square;
  const t = ofY.map((x, i) => x - mean * (ones.t[i] ?? 0));
  const slope = { sessions: 0, raters: -dot(t, t) };
  for (const { size, sessions, together, totals, totalSquares, totalsOfRater } of bySize) {
    const shift = mean * size;
    const squares =
      (totalSquares[variable] ?? 0) - 2 * shift * (totals[variable] ?? 0) + shift ** 2 * sessions;
    const cross = dot(t, totalsOfRater[variable] ?? []) - shift * diagonalDot(together, t, k);
    slope.sessions -= (squares - 2 * r * cross + r * r * quadratic(together, t, t, k)) / (1 + size * s) ** 2;
  }
  return { left: square - r * dot(u, ofY) - mean * mean * ones.square, slope };
}

function diagonalDot(matrix: readonly number[], vector: readonly number[], k: number): number {
  let sum = 0;
  for (let i = 0; i < k; i += 1) sum += (matrix[i * k + i] ?? 0) * (vector[i] ?? 0);
  return sum;
}
