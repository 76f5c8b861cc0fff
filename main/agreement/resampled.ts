import { type BootstrapOptions, bootstrap } from './bootstrap.ts';
import type { Limits } from './result.ts';
import { basisOf, isRated, type JudgedTable, levelsOf, type Row, trimmed } from './table.ts';

/** Limits of what has no closed form for ratings of the same sessions, and of ICC(A,1) beside its own. */
const resampledNames = ['exact', 'within1', 'sd', 'occasion', 'icc'] as const;
export type Resampled = { samples: number; limits: Record<(typeof resampledNames)[number], Limits> };

/** What one session adds to the sums that the statistics are made of. */
type Parts = {
  pairs: number;
  exact: number;
  within1: number;
  count: number;
  sum: number;
  squares: number;
  alike: number;
  occasions: number;
  levels: readonly number[];
};

/** As in `simpleAgreement.ts`. */
const onePoint = 1 + 1e-9;

/**
 * Bootstrap limits of one score: the shares of pairs that are equal and within one point, the standard deviation of
 * all ratings, the share of pairs that agree on whether there was an occasion, and ICC(A,1) of a complete table.
 * Every statistic is a function of sums over sessions, so that a sample costs no more than adding them up.
 * @param table sessions by raters, as for `scoreAgreement`
 */
export function resampled(table: JudgedTable, options: BootstrapOptions): Resampled {
  const used = trimmed(table);
  const { table: levels } = levelsOf(used);
  const ofLevels = trimmed(levels);
  const complete = basisOf(ofLevels).missing === 0;
  const k = ofLevels[0]?.length ?? 0;
  const rows = used.map((row, session) => partsOf(levels[session] ?? [], row));
  const { samples, statistics } = bootstrap(
    rows,
    {
      exact: (sample) => ratio(sample, 'exact', 'pairs'),
      within1: (sample) => ratio(sample, 'within1', 'pairs'),
      sd: (sample) => sdOf(sample),
      occasion: (sample) => ratio(sample, 'alike', 'occasions'),
      icc: (sample) => (complete ? iccOf(sample, k) : undefined),
    },
    options,
  );
  const { exact, within1, sd, occasion, icc } = statistics;
  return {
    samples,
    limits: {
      exact: exact.limits,
      within1: within1.limits,
      sd: sd.limits,
      occasion: occasion.limits,
      icc: icc.limits,
    },
  };
}

function partsOf(row: Row, judged: JudgedTable[number]): Parts {
  const levels = row.filter(isRated);
  const none = judged.filter((cell) => cell === 'noOccasion').length;
  let [exact, within1] = [0, 0];
  levels.forEach((level, at) => {
    for (let other = 0; other < at; other += 1) {
      const apart = Math.abs(level - (levels[other] ?? 0));
      if (apart === 0) exact += 1;
      if (apart <= onePoint) within1 += 1;
    }
  });
  const pairsOf = (count: number) => (count * (count - 1)) / 2;
  return {
    pairs: pairsOf(levels.length),
    exact,
    within1,
    count: levels.length,
    sum: levels.reduce((sum, level) => sum + level, 0),
    squares: levels.reduce((sum, level) => sum + level * level, 0),
    alike: pairsOf(levels.length) + pairsOf(none),
    occasions: pairsOf(levels.length + none),
    levels,
  };
}

type Summed = Exclude<keyof Parts, 'levels'>;

function total(sample: readonly Parts[], of: Summed): number {
  let sum = 0;
  for (const parts of sample) sum += parts[of];
  return sum;
}

function ratio(sample: readonly Parts[], of: Summed, all: Summed): number | undefined {
  const whole = total(sample, all);
  return whole === 0 ? undefined : total(sample, of) / whole;
}

function sdOf(sample: readonly Parts[]): number | undefined {
  const count = total(sample, 'count');
  if (count < 2) return undefined;
  const sum = total(sample, 'sum');
  return Math.sqrt(Math.max(0, total(sample, 'squares') - (sum * sum) / count) / (count - 1));
}

/** ICC(A,1) by the mean squares of a complete table (McGraw & Wong 1996, table 4); undefined where it divides by 0. */
function iccOf(sample: readonly Parts[], k: number): number | undefined {
  const columns = new Float64Array(k);
  let rows = 0;
  let n = 0;
  for (const { sum, levels } of sample) {
    // A session that nobody gave a level is none of this table.
    if (levels.length === 0) continue;
    n += 1;
    rows += sum * sum;
    for (let rater = 0; rater < k; rater += 1) columns[rater] = (columns[rater] ?? 0) + (levels[rater] ?? 0);
  }
  if (n < 2 || k < 2) return undefined;
  const sum = total(sample, 'sum');
  const middle = (sum * sum) / (n * k);
  const ofRows = rows / k - middle;
  const ofColumns = columns.reduce((all, column) => all + column * column, 0) / n - middle;
  const residual = Math.max(0, total(sample, 'squares') - middle - ofRows - ofColumns);
  const [msr, msc, mse] = [ofRows / (n - 1), ofColumns / (k - 1), residual / ((n - 1) * (k - 1))];
  const divisor = msr + (k - 1) * mse + (k * (msc - mse)) / n;
  return divisor > 1e-12 ? (msr - mse) / divisor : undefined;
}
