import { tQuantile } from './distributions.ts';
import { meanWithLimits } from './meanWithLimits.ts';
import {
  type Basis,
  type Estimate,
  noEstimate,
  noLimits,
  type Reason,
  unavailable,
  type Value,
  valueOr,
} from './result.ts';
import { pairsOf, type Row } from './table.ts';

export type BlandAltman = Basis & {
  /** One for each session both rated: their mean, and first - second. */
  points: { mean: number; difference: number }[];
  /** Mean difference. */
  bias: Estimate;
  sd: Value;
  /** Standard deviation of the differences about 0, as for two ratings by the same rater. */
  sdAboutZero: Value;
  /** Limits of agreement: bias -/+ multiplier * sd, between which about 95 % of differences lie. */
  multiplier: 1.96 | 2;
  lower: Estimate;
  upper: Estimate;
  standardErrors: { bias: Value; limit: Value };
  /** Pearson's correlation of the two, which says nothing of agreement. */
  correlation: Value;
};

/**
 * Limits of agreement of two raters, all in scale points.
 * Source: Bland & Altman (1986), Lancet i: 307-310 (who take 2 standard deviations); 1.96: Bland & Altman (1999),
 * Statistical Methods in Medical Research 8. Standard error of the bias sqrt(s^2/n), of a limit sqrt(3 s^2/n);
 * intervals by Student's t with n - 1 degrees of freedom.
 *
 * @param first, second one value for each session, null where there is none
 */
export function blandAltman(
  first: Row,
  second: Row,
  multiplier: 1.96 | 2 = 1.96,
  confidence = 0.95,
): BlandAltman {
  const pairs = pairsOf(
    first.map((level, session) => [level, second[session] ?? null]),
    0,
    1,
  );
  const points = pairs.first.map((a, at) => {
    const b = pairs.second[at] ?? 0;
    return { mean: (a + b) / 2, difference: a - b };
  });
  const n = points.length;
  const { mean: bias, sd } = meanWithLimits(
    points.map(({ difference }) => difference),
    confidence,
  );
  const squares = points.reduce((sum, { difference }) => sum + difference ** 2, 0);
  const about = {
    n,
    k: 2,
    missing: pairs.missing,
    points,
    bias,
    sd,
    sdAboutZero: valueOr(Math.sqrt(squares / n), 'noPairs'),
    multiplier,
    correlation: correlationOf(pairs.first, pairs.second),
  };
  if (sd.value === undefined || bias.value === undefined)
    return { ...about, ...withoutLimits('tooFewSessions') };
  const error = Math.sqrt((3 * sd.value ** 2) / n);
  const reach = tQuantile((1 + confidence) / 2, n - 1) * error;
  const around = (value: number): Estimate => ({
    value,
    limits: reach > 0 ? { lower: value - reach, upper: value + reach } : noLimits('noVariance'),
  });
  return {
    ...about,
    lower: around(bias.value - multiplier * sd.value),
    upper: around(bias.value + multiplier * sd.value),
    standardErrors: { bias: { value: sd.value / Math.sqrt(n) }, limit: { value: error } },
  };
}

const withoutLimits = (reason: Reason) => ({
  lower: noEstimate(reason),
  upper: noEstimate(reason),
  standardErrors: { bias: unavailable(reason), limit: unavailable(reason) },
});

function correlationOf(a: readonly number[], b: readonly number[]): Value {
  const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, at) => {
    const y = (b[at] ?? 0) - meanB;
    ab += (x - meanA) * y;
    aa += (x - meanA) ** 2;
    bb += y ** 2;
  });
  return valueOr(ab / Math.sqrt(aa * bb), a.length < 2 ? 'tooFewSessions' : 'noVariance');
}
