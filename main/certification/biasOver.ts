import type { AgreementEstimate, SessionFigures } from '../../preload/api.ts';
import { meanWithLimits } from '../agreement/index.ts';
import { total } from './session.ts';

/**
 * The mean difference from the standard over all item ratings that both gave a level, in points, with limits by
 * Student's t over sessions: the item ratings of a session belong together, and sessions are what could be others.
 *
 * With m_i item ratings and the sum S_i of their differences in session i of n, the mean is R = S/M of the totals, and
 * its limits are those of the mean of R + n (S_i - R m_i)/M: the ratio estimate of a sample of clusters, Cochran
 * (1977), Sampling Techniques, 3rd ed., section 6.3. Where all m_i are equal, that is the mean of the sessions' means
 * with its usual limits. One session has a mean and no limits.
 */
export function biasOver(sessions: readonly Pick<SessionFigures, 'bias' | 'pairs'>[]): AgreementEstimate {
  const used = sessions
    .filter(({ pairs }) => pairs > 0)
    .map((one) => ({ sum: sumOf(one), pairs: one.pairs }));
  const pairs = total(used.map((one) => one.pairs));
  const sum = total(used.map((one) => one.sum));
  if (pairs === 0) return meanWithLimits([], 0.95).mean;
  // In whole numbers, so that sessions that differ alike have a spread of exactly 0.
  const apart = used.map((one) => ((one.sum * pairs - one.pairs * sum) * used.length) / pairs ** 2);
  const { limits } = meanWithLimits(apart, 0.95).mean;
  const value = sum / pairs;
  return {
    value,
    limits:
      limits.lower === undefined ? limits : { lower: value + limits.lower, upper: value + limits.upper },
  };
}

/** The sum of the differences, a whole number, that the mean was made from. */
export const sumOf = ({ bias, pairs }: Pick<SessionFigures, 'bias' | 'pairs'>): number =>
  Math.round((bias ?? 0) * pairs);
