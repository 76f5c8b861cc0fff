import type { Within1 } from '../../preload/api.ts';
import { normalQuantile } from '../agreement/index.ts';

/**
 * A share with its 95 % score interval. Formula: Wilson (1927), Journal of the American Statistical Association 22;
 * Brown, Cai & DasGupta (2001), Statistical Science 16, on why it and not the usual one: shares here are near 1, and
 * rest on 19 item ratings and fewer.
 *
 * It takes the item ratings as independent. Those of one session are not: seen over sessions, the share varies more
 * than the interval says.
 *
 * @param count of `of`, whole numbers, 0 <= count <= of
 */
export function shareWithin1(count: number, of: number): Within1 {
  if (of === 0)
    return {
      count,
      of,
      share: undefined,
      limits: { lower: undefined, upper: undefined, reason: 'noPairs' },
    };
  const share = count / of;
  const z2 = normalQuantile(0.975) ** 2;
  const middle = (count + z2 / 2) / (of + z2);
  const reach = Math.sqrt(z2 * (share * (1 - share) * of + z2 / 4)) / (of + z2);
  // At 0 and 1 the limit is the share itself, but for rounding.
  const lower = count === 0 ? 0 : middle - reach;
  const upper = count === of ? 1 : middle + reach;
  return { count, of, share, limits: { lower, upper } };
}

/** Whether the share is at least so many per cent, without the rounding of fractions. */
export const reaches = ({ count, of }: Pick<Within1, 'count' | 'of'>, percent: number): boolean =>
  of > 0 && count * 100 >= percent * of;
