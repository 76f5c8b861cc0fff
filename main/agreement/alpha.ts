import { countsOf } from './counts.ts';
import { type Basis, type Reason, unavailable } from './result.ts';
import { basisOf, type Cell, type JudgedTable, levels, trimmed } from './table.ts';

/** How far apart two categories are; see `distancesOf`. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio' | 'linear';

export type Alpha = Basis & {
  /** Judgements that have another one to be compared with: what alpha divides by. */
  pairable: number;
} & ({ value: number } | { value: undefined; reason: Reason });

/** A squared distance for two categories, given by their places, their values, and how often each occurs. */
export type SquaredDistance = (
  i: number,
  j: number,
  values: readonly number[],
  used: readonly number[],
) => number;

/**
 * Krippendorff's alpha, 1 - disagreement observed / disagreement by chance: any number of raters, missing cells.
 * At most 1; 0 is chance. It has no closed form for limits: take `bootstrap`.
 *
 * alpha = 1 - (N - 1) sum o_ck d_ck / sum n_c n_k d_ck, where o is the coincidence matrix (each pair of judgements
 * of a session counts 1/(m - 1), m its judgements), n its margins and N its sum: all judgements that can be paired,
 * not sessions. Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability; (2019), Content Analysis.
 *
 * @param table sessions by raters; sessions with one judgement are left out
 * @param metric a name, or a squared distance of one's own
 * @param categories of the scale; 1 to 7 unless told. Those that do not occur change nothing. With 'noOccasion',
 *   only the metric `nominal` means anything
 */
export function alpha(
  table: JudgedTable,
  metric: Metric | SquaredDistance,
  categories: readonly Exclude<Cell, null>[] = levels,
): Alpha {
  const used = trimmed(table, 2);
  const basis = basisOf(used);
  const counts = countsOf(used, categories);
  if (counts === undefined) return { ...basis, pairable: 0, ...unavailable('outsideScale') };
  const { n, q, cells, raters } = counts;
  const pairable = raters.reduce((sum, count) => sum + count, 0);
  if (pairable === 0) return { ...basis, pairable, ...unavailable('noPairs') };
  const total = new Array<number>(q).fill(0);
  for (let at = 0; at < cells.length; at += 1) total[at % q] = (total[at % q] ?? 0) + (cells[at] ?? 0);
  const values = categories.map((category) => (category === 'noOccasion' ? 0 : category));
  const distance = typeof metric === 'function' ? metric : squaredDistances[metric];
  const apart = Array.from({ length: q * q }, (_, at) => distance(Math.floor(at / q), at % q, values, total));
  let observed = 0;
  for (let session = 0; session < n; session += 1) {
    let own = 0;
    for (let i = 0; i < q; i += 1) {
      const count = cells[session * q + i] ?? 0;
      if (count === 0) continue;
      for (let j = 0; j < q; j += 1) own += count * (cells[session * q + j] ?? 0) * (apart[i * q + j] ?? 0);
    }
    observed += own / ((raters[session] ?? 2) - 1);
  }
  let expected = 0;
  for (let at = 0; at < apart.length; at += 1)
    expected += (total[Math.floor(at / q)] ?? 0) * (total[at % q] ?? 0) * (apart[at] ?? 0);
  if (expected === 0) return { ...basis, pairable, ...unavailable('noVariance') };
  return { ...basis, pairable, value: 1 - ((pairable - 1) * observed) / expected };
}

/** Krippendorff (2011), section 2: squared differences, but for `linear`, which is the plain difference. */
const squaredDistances: Record<Metric, SquaredDistance> = {
  nominal: (i, j) => (i === j ? 0 : 1),
  ordinal: (i, j, _, used) => {
    let between = -((used[i] ?? 0) + (used[j] ?? 0)) / 2;
    for (let at = Math.min(i, j); at <= Math.max(i, j); at += 1) between += used[at] ?? 0;
    return i === j ? 0 : between ** 2;
  },
  interval: (i, j, values) => ((values[i] ?? 0) - (values[j] ?? 0)) ** 2,
  ratio: (i, j, values) => {
    const [a, b] = [values[i] ?? 0, values[j] ?? 0];
    return a === b ? 0 : ((a - b) / (a + b)) ** 2;
  },
  linear: (i, j, values) => Math.abs((values[i] ?? 0) - (values[j] ?? 0)),
};
