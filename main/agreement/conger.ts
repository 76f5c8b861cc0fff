import { type BeyondChance, beyondChance, withoutValue } from './beyondChance.ts';
import type { ChanceOptions } from './chanceAgreement.ts';
import { countsOf, sessionAgreement } from './counts.ts';
import { basisOf, isRated, type JudgedTable, levels, trimmed } from './table.ts';
import { agreementWeights } from './weights.ts';

/**
 * Conger's kappa: Cohen's for more than two raters, each with habits of their own (Fleiss' takes raters as
 * exchangeable). -1 to 1. expected = mean over pairs of raters of sum w p_g p_h'.
 * Source: Conger (1980), Psychological Bulletin 88; missing cells and standard error: Gwet (2014), ch. 5. With two
 * raters it is Cohen's kappa, with a standard error over n - 1 instead of n.
 *
 * @param table sessions by raters
 */
export function congerKappa(
  table: JudgedTable,
  { weights: kind, categories = levels, confidence = 0.95 }: ChanceOptions,
): BeyondChance {
  const used = trimmed(table);
  const basis = basisOf(used);
  const { n, k } = basis;
  const counts = countsOf(used, categories);
  if (counts === undefined) return { ...basis, ...withoutValue('outsideScale') };
  if (k < 2) return { ...basis, ...withoutValue('tooFewRaters') };
  const q = categories.length;
  const weights = agreementWeights(kind, q);
  const perRater = Array.from({ length: k }, (_, rater) => sharesOfRater(used, rater, categories));
  const all = categories.map((_, i) => perRater.reduce((sum, { shares }) => sum + (shares[i] ?? 0), 0));
  // For each rater and category, the weighted agreement with the other raters' habits.
  const meets = perRater.map(({ shares }) =>
    categories.map((_, i) => {
      let sum = 0;
      for (let j = 0; j < q; j += 1) sum += (weights[i * q + j] ?? 0) * ((all[j] ?? 0) - (shares[j] ?? 0));
      return sum / (k * (k - 1));
    }),
  );
  const ofRater = perRater.map(({ shares }, rater) =>
    shares.reduce((sum, share, i) => sum + share * (meets[rater]?.[i] ?? 0), 0),
  );
  const expected = ofRater.reduce((sum, x) => sum + x, 0);
  const byChance = new Float64Array(n);
  used.forEach((row, session) => {
    let own = expected;
    row.forEach((cell, rater) => {
      if (!isRated(cell)) return;
      const met = meets[rater]?.[categories.indexOf(cell)] ?? 0;
      own += (n / (perRater[rater]?.rated ?? n)) * (met - (ofRater[rater] ?? 0));
    });
    byChance[session] = own;
  });
  return { ...basis, ...beyondChance(sessionAgreement(counts, weights), byChance, confidence) };
}

function sharesOfRater(
  table: JudgedTable,
  rater: number,
  categories: NonNullable<ChanceOptions['categories']>,
) {
  const shares = categories.map(() => 0);
  let rated = 0;
  for (const row of table) {
    const cell = row[rater];
    if (!isRated(cell)) continue;
    const at = categories.indexOf(cell);
    shares[at] = (shares[at] ?? 0) + 1;
    rated += 1;
  }
  return { shares: shares.map((count) => count / rated), rated };
}
