import { meanWithLimits } from './meanWithLimits.ts';
import type { Basis, Value } from './result.ts';
import { basisOf, isRated, type Table, trimmed } from './table.ts';

export type Spread = Basis & {
  mean: Value;
  /** Standard deviation of all ratings, in scale points. */
  sd: Value;
  /** Standard deviation of the sessions' means. */
  sdOfSessions: Value;
  /** The ratings differ so little that an intraclass correlation says little about the raters. */
  small: boolean;
};

/**
 * Below this standard deviation of all ratings, most of them lie within what 'within one point' calls agreement:
 * sessions then differ no more than raters who agree may. A convention of this program, in scale points.
 */
const smallSpread = 1;

/**
 * How far the ratings are spread, to be shown beside every intraclass correlation: that is the sessions' share of
 * the variance, so it is low where sessions are alike, however well the raters agree.
 */
export function spreadOf(table: Table): Spread {
  const used = trimmed(table);
  const rated = used.map((row) => row.filter(isRated));
  const all = meanWithLimits(rated.flat(), 0.95);
  const means = rated.map((row) => row.reduce((sum, level) => sum + level, 0) / row.length);
  return {
    ...basisOf(used),
    mean: withoutLimits(all.mean),
    sd: all.sd,
    sdOfSessions: meanWithLimits(means, 0.95).sd,
    small: all.sd.value !== undefined && all.sd.value < smallSpread,
  };
}

const withoutLimits = (estimate: Value): Value =>
  estimate.value === undefined ? { value: undefined, reason: estimate.reason } : { value: estimate.value };
