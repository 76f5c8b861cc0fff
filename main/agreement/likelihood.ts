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
export function evaluate(sums: RemlSums, { sessions: s, raters: r }: Ratios): Evaluation {
  const { k, ratings, variables, bySize } = sums;
  const c = new Array<number>(k * k).fill(0);
  sums.perRater.forEach((count, rater) => {
    c[rater * k + rater] = count;
  });
  let logH = 0;
  let traceSessions = 0;
  let base11 = ratings;
  const u1 = [...sums.perRater];
  for (const { size, sessions, together } of bySize) {
    const weight = s / (1 + size * s);
    logH += sessions * Math.log(1 + size * s);
    traceSessions += (sessions * size) / (1 + size * s);
    base11 -= weight * sessions * size * size;
    for (let i = 0; i < k * k; i += 1) c[i] = (c[i] ?? 0) - weight * (together[i] ?? 0);
    for (let i = 0; i < k; i += 1) u1[i] = (u1[i] ?? 0) - weight * size * (together[i * k + i] ?? 0);
  }
  const inner = c.map((x, i) => r * x + (i % (k + 1) === 0 ? 1 : 0));
  const root = cholesky(inner, k);
  for (let i = 0; i < k; i += 1) logH += 2 * Math.log(root[i * k + i] ?? 1);
  const t1 = solved(root, u1, k);
  const s11 = base11 - r * dot(u1, t1);
  const slope11 = { sessions: 0, raters: -dot(t1, t1) };
  let traceRaters = 0;
  // The trace of inner^-1 C, column by column; and of inner^-1 dC/ds for the sessions.
  for (let column = 0; column < k; column += 1) {
    const unit = new Array<number>(k).fill(0);
    unit[column] = 1;
    const inverse = solved(root, unit, k);
    for (let row = 0; row < k; row += 1) {
      const entry = inverse[row] ?? 0;
      traceRaters += entry * (c[row * k + column] ?? 0);
      for (const { size, together } of bySize)
        traceSessions -= (r * entry * (together[row * k + column] ?? 0)) / (1 + size * s) ** 2;
    }
  }
  for (const { size, sessions, together } of bySize) {
    const ofRaters = diagonalDot(together, t1, k) * size;
    slope11.sessions -=
      (sessions * size * size - 2 * r * ofRaters + r * r * quadratic(together, t1, t1, k)) /
      (1 + size * s) ** 2;
  }
  let left = 0;
  const slopeLeft = { sessions: 0, raters: 0 };
  for (let variable = 0; variable < variables; variable += 1) {
    let baseYY = sums.squares[variable] ?? 0;
    let base1Y = 0;
    const uY = [...(sums.raterTotals[variable] ?? [])];
    for (const one of bySize) {
      const weight = s / (1 + one.size * s);
      const total = one.totals[variable] ?? 0;
      baseYY -= weight * (one.totalSquares[variable] ?? 0);
      base1Y += total - weight * one.size * total;
      const ofRater = one.totalsOfRater[variable] ?? [];
      for (let i = 0; i < k; i += 1) uY[i] = (uY[i] ?? 0) - weight * (ofRater[i] ?? 0);
    }
    const tY = solved(root, uY, k);
    const sYY = baseYY - r * dot(uY, tY);
    const mean = (base1Y - r * dot(u1, tY)) / s11;
    left += sYY - mean * mean * s11;
    // R is the square of y - mean in H^-1, so its slope is that of this one vector.
    const t = tY.map((x, i) => x - mean * (t1[i] ?? 0));
    slopeLeft.raters -= dot(t, t);
    for (const one of bySize) {
      const { size, sessions, together } = one;
      const total = one.totals[variable] ?? 0;
      const squares =
        (one.totalSquares[variable] ?? 0) - 2 * mean * size * total + mean * mean * size * size * sessions;
      const ofRater = one.totalsOfRater[variable] ?? [];
      const cross = dot(t, ofRater) - mean * size * diagonalDot(together, t, k);
      slopeLeft.sessions -=
        (squares - 2 * r * cross + r * r * quadratic(together, t, t, k)) / (1 + size * s) ** 2;
    }
  }
  const df = variables * (ratings - 1);
  return {
    deviance: df * Math.log(left) + variables * (logH + Math.log(s11)),
    slope: {
      sessions: (df * slopeLeft.sessions) / left + variables * (traceSessions + slope11.sessions / s11),
      raters: (df * slopeLeft.raters) / left + variables * (traceRaters + slope11.raters / s11),
    },
    residual: left / df,
  };
}

function diagonalDot(matrix: readonly number[], vector: readonly number[], k: number): number {
  let sum = 0;
  for (let i = 0; i < k; i += 1) sum += (matrix[i * k + i] ?? 0) * (vector[i] ?? 0);
  return sum;
}
