import { meanWithLimits } from './meanWithLimits.ts';
import type { Basis, Estimate, Value } from './result.ts';
import { valueOr } from './result.ts';
import { basisOf, pairsOf, type Row, ratedIn, type Table, trimmed } from './table.ts';

/** How many of how many; the value is a share, 0 to 1. */
export type Share = Value & { count: number; of: number };

export const shareOf = (count: number, of: number): Share => ({
  ...valueOr(count / of, 'noPairs'),
  count,
  of,
});

/** Means over items are fractions: a difference of one point must not be missed by rounding. */
const onePoint = 1 + 1e-9;

export type PairAgreement = Basis & {
  exact: Share;
  within1: Share;
  /** Mean of first - second in scale points, with limits by Student's t: above 0, the first rates higher. */
  bias: Estimate;
  /** Standard deviation of the differences, in scale points. */
  sd: Value;
};

/**
 * What two raters feel of their agreement, or a rater and the standard: the same level, at most one point apart, and
 * how much higher one rates than the other.
 * @param first, second one level for each session, null where there is none
 * @returns `n`: sessions both rated; `missing`: sessions only one rated
 */
export function pairAgreement(first: Row, second: Row, confidence = 0.95): PairAgreement {
  const table = first.map((level, session) => [level, second[session] ?? null]);
  const pairs = pairsOf(table, 0, 1);
  const differences = pairs.first.map((level, at) => level - (pairs.second[at] ?? 0));
  const { mean, sd } = meanWithLimits(differences, confidence);
  const n = differences.length;
  return {
    n,
    k: 2,
    missing: pairs.missing,
    exact: shareOf(differences.filter((d) => d === 0).length, n),
    within1: shareOf(differences.filter((d) => Math.abs(d) <= onePoint).length, n),
    bias: mean,
    sd,
  };
}

export type TableAgreement = Basis & {
  /** Of all pairs of ratings of the same session. */
  exact: Share;
  within1: Share;
  /** Sessions whose ratings all lie within one point; of those with two ratings or more. */
  sessionsWithin1: Share;
};

/** The same for any number of raters: all pairs of ratings of a session count alike. */
export function tableAgreement(table: Table): TableAgreement {
  const used = trimmed(table);
  let [pairs, exact, within1, sessions, close] = [0, 0, 0, 0, 0];
  for (const row of used) {
    const rated = ratedIn(row);
    if (rated < 2) continue;
    sessions += 1;
    let farthest = 0;
    for (let i = 0; i < row.length; i += 1) {
      const own = row[i];
      if (own === null || own === undefined) continue;
      for (let j = 0; j < i; j += 1) {
        const other = row[j];
        if (other === null || other === undefined) continue;
        const apart = Math.abs(own - other);
        pairs += 1;
        if (apart === 0) exact += 1;
        if (apart <= onePoint) within1 += 1;
        farthest = Math.max(farthest, apart);
      }
    }
    if (farthest <= onePoint) close += 1;
  }
  return {
    ...basisOf(used),
    exact: shareOf(exact, pairs),
    within1: shareOf(within1, pairs),
    sessionsWithin1: shareOf(close, sessions),
  };
}
