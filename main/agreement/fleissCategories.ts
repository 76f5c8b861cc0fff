import { countsOf } from './counts.ts';
import { type Basis, type Reason, unavailable, type Value, valueOr } from './result.ts';
import { basisOf, type Cell, type JudgedTable, trimmed } from './table.ts';

export type FleissCategories = Basis &
  (
    | {
        value: {
          category: Exclude<Cell, null>;
          /** How often it was chosen, 0 to 1. */
          share: number;
          /** Agreement beyond chance on this category against all others. */
          kappa: Value;
        }[];
        /** Fleiss' kappa over its standard error under chance: a test against no agreement. */
        z: Value;
      }
    | { value: undefined; reason: Reason }
  );

/**
 * Fleiss' kappa of each category, and the test of the whole against chance.
 * kappa_j = 1 - sum x (m - x) / (N m (m-1) p (1-p)). Source: Fleiss (1971), Psychological Bulletin 76; the variance
 * under chance as corrected by Fleiss, Nee & Landis (1979), Psychological Bulletin 86.
 * @param table every session with the same number of judgements; else `missingCells`
 */
export function fleissCategories(
  table: JudgedTable,
  categories: readonly Exclude<Cell, null>[],
): FleissCategories {
  const used = trimmed(table);
  const basis = basisOf(used);
  const counts = countsOf(used, categories);
  if (counts === undefined) return { ...basis, ...unavailable('outsideScale') };
  const { n, q, cells, raters } = counts;
  const m = raters[0] ?? 0;
  if (n === 0 || m < 2) return { ...basis, ...unavailable('noPairs') };
  if (raters.some((rated) => rated !== m)) return { ...basis, ...unavailable('missingCells') };
  const shares = categories.map(() => 0);
  const split = categories.map(() => 0);
  for (let at = 0; at < cells.length; at += 1) {
    const chosen = cells[at] ?? 0;
    shares[at % q] = (shares[at % q] ?? 0) + chosen / (n * m);
    split[at % q] = (split[at % q] ?? 0) + chosen * (m - chosen);
  }
  const pairs = n * m * (m - 1);
  const chance = shares.map((share) => share * (1 - share));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  const kappa = 1 - sum(split) / (pairs * sum(chance));
  const error = Math.sqrt((2 * (sum(chance) ** 2 - skew)) / pairs) / sum(chance);
  const value = categories.map((category, i) => ({
    category,
    share: shares[i] ?? 0,
    kappa: valueOr(1 - (split[i] ?? 0) / (pairs * (chance[i] ?? 0)), 'noVariance'),
  }));
  return { ...basis, value, z: valueOr(kappa / error, 'noVariance') };
}
