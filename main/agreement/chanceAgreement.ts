import { type BeyondChance, beyondChance, withoutValue } from './beyondChance.ts';
import { countsOf, sessionAgreement, sessionMeans, sharesOf } from './counts.ts';
import { basisOf, type Cell, type JudgedTable, levels, trimmed } from './table.ts';
import { agreementWeights, type Weights } from './weights.ts';

export type ChanceOptions = {
  weights: Weights;
  /** All of the scale, in order; 1 to 7 unless told. 'noOccasion' may be one with the weights `identity`. */
  categories?: readonly Exclude<Cell, null>[];
  confidence?: number;
};

/**
 * Gwet's AC2 (AC1 with the weights `identity`): agreement beyond chance that stays meaningful where nearly all
 * ratings are the same. At most 1. expected = sum(w)/(q(q-1)) * sum p(1-p).
 * Source: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61; weights, missing cells and
 * standard error: Gwet (2014), Handbook of Inter-Rater Reliability, ch. 5. Limits by Student's t, n - 1 df.
 *
 * @param table sessions by raters; a session with one rating counts towards chance only
 */
export const ac2 = (table: JudgedTable, options: ChanceOptions): BeyondChance =>
  corrected(table, options, (shares, weights) => {
    const q = shares.length;
    const all = sum(weights) / (q * (q - 1));
    return shares.map((share) => all * (1 - share));
  });

/**
 * Fleiss' kappa for two raters or more, weighted; Scott's pi with two. -1 to 1. expected = sum w p p'.
 * Source: Fleiss (1971), Psychological Bulletin 76; missing cells, standard error and limits as for `ac2`.
 */
export const fleissKappa = (table: JudgedTable, options: ChanceOptions): BeyondChance =>
  corrected(table, options, (shares, weights) => {
    const q = shares.length;
    return shares.map((_, i) => sum(shares.map((share, j) => (weights[i * q + j] ?? 0) * share)));
  });

/**
 * Coefficient of Brennan & Prediger (1981), Educational and Psychological Measurement 41: by chance every category
 * is as likely. Missing cells, standard error and limits as for `ac2`.
 */
export const brennanPrediger = (table: JudgedTable, options: ChanceOptions): BeyondChance =>
  corrected(table, options, (shares, weights) => shares.map(() => sum(weights) / weights.length));

/** What one judgement of each category adds to the agreement by chance, which is its mean over judgements. */
type Chance = (shares: readonly number[], weights: readonly number[]) => readonly number[];

function corrected(
  table: JudgedTable,
  { weights: kind, categories = levels, confidence = 0.95 }: ChanceOptions,
  chance: Chance,
): BeyondChance {
  const used = trimmed(table);
  const basis = basisOf(used);
  const counts = countsOf(used, categories);
  if (counts === undefined) return { ...basis, ...withoutValue('outsideScale') };
  const weights = agreementWeights(kind, counts.q);
  const each = chance(sharesOf(counts), weights);
  return {
    ...basis,
    ...beyondChance(sessionAgreement(counts, weights), sessionMeans(counts, each), confidence),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
