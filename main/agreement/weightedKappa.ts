import { type BeyondChance, type Corrected, withoutValue } from './beyondChance.ts';
import type { ChanceOptions } from './chanceAgreement.ts';
import { type Confusion, confusionOf, marginsOf } from './confusion.ts';
import { normalQuantile } from './distributions.ts';
import { type Limits, noLimits } from './result.ts';
import { type Cell, isRated, levels } from './table.ts';
import { agreementWeights } from './weights.ts';

/**
 * Cohen's kappa of two raters, weighted: -1 to 1. See `kappaOf`.
 *
 * @param first, second one judgement for each session, null where there is none
 */
export function weightedKappa(
  first: readonly Cell[],
  second: readonly Cell[],
  { weights, categories = levels, confidence = 0.95 }: ChanceOptions,
): BeyondChance {
  const a: Exclude<Cell, null>[] = [];
  const b: Exclude<Cell, null>[] = [];
  let missing = 0;
  first.forEach((own, session) => {
    const other = second[session];
    if (isRated(own) && isRated(other)) {
      a.push(own);
      b.push(other);
    } else if (isRated(own) || isRated(other)) missing += 1;
  });
  const counts = confusionOf(a, b, categories);
  const about = { n: a.length, k: 2, missing };
  if (counts === undefined) return { ...about, ...withoutValue('outsideScale') };
  return { ...about, ...kappaOf(counts, agreementWeights(weights, categories.length), confidence) };
}

/**
 * Weighted kappa (observed - expected)/(1 - expected) of a table of counts.
 * Source: Cohen (1968), Psychological Bulletin 70; large-sample variance: Fleiss, Cohen & Everitt (1969),
 * Psychological Bulletin 72, eq. 9. Limits are normal and end at 1.
 *
 * @param counts q by q, flat
 * @param weights of agreement, q by q, flat; they need not be symmetric
 */
export function kappaOf(counts: Confusion, weights: readonly number[], confidence = 0.95): Corrected {
  const q = Math.sqrt(counts.length);
  const { rows, columns, total } = marginsOf(counts, q);
  if (total === 0) return withoutValue('noPairs');
  const ofRow = new Array<number>(q).fill(0);
  const ofColumn = new Array<number>(q).fill(0);
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < q; i += 1)
    for (let j = 0; j < q; j += 1) {
      const weight = weights[i * q + j] ?? 0;
      const [row, column] = [(rows[i] ?? 0) / total, (columns[j] ?? 0) / total];
      observed += (weight * (counts[i * q + j] ?? 0)) / total;
      expected += weight * row * column;
      ofRow[i] = (ofRow[i] ?? 0) + weight * column;
      ofColumn[j] = (ofColumn[j] ?? 0) + weight * row;
    }
  if (1 - expected < 1e-12) return { ...withoutValue('noVariance'), observed, expected };
  const value = (observed - expected) / (1 - expected);
  let spread = 0;
  for (let i = 0; i < q; i += 1)
    for (let j = 0; j < q; j += 1) {
      const chance = ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * (1 - value);
      spread += ((counts[i * q + j] ?? 0) / total) * ((weights[i * q + j] ?? 0) - chance) ** 2;
    }
  const variance = (spread - (value - expected * (1 - value)) ** 2) / (total * (1 - expected) ** 2);
  const standardError = Math.sqrt(Math.max(0, variance));
  return { value, observed, expected, standardError, limits: normalLimits(value, standardError, confidence) };
}

/** A standard error of 0 is no certainty: it comes of data in which nothing differs. */
function normalLimits(value: number, standardError: number, confidence: number): Limits {
  if (standardError < 1e-9) return noLimits('noVariance');
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  return { lower: Math.max(-1, value - reach), upper: Math.min(1, value + reach) };
}
