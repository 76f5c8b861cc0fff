import type { SessionFigures } from '../../preload/api.ts';
import {
  type Counting,
  type ItemRating,
  isWithin1,
  itemRatings,
  type RatedAgainst,
  sidesOf,
} from './itemRatings.ts';
import { shareWithin1 } from './share.ts';

/**
 * How one rating of a session compares with the standard.
 *
 * An item rating counts where the standard has a level or 'no occasion'. It is within one point where both gave a
 * level and these are at most one point apart. 'No occasion' on one side only is a disagreement of its own kind,
 * counted as further away and by itself; so is what the rater left out. Where both found no occasion there is nothing
 * to compare. 'No occasion' is never a level: no mean counts it.
 */
export function sessionFigures(rated: RatedAgainst, counting: Counting): SessionFigures {
  const compared = itemRatings(rated, counting);
  const differences = differencesOf(compared);
  const sum = total(differences);
  return {
    sessionId: rated.sessionId,
    submittedAt: rated.submittedAt,
    within1: shareWithin1(compared.filter(isWithin1).length, compared.length),
    bias: differences.length === 0 ? undefined : sum / differences.length,
    pairs: differences.length,
    occasion: compared.filter(({ kind }) => kind === 'occasion').length,
    leftOut: compared.filter(({ kind }) => kind === 'leftOut').length,
    overall: sidesOf(counting.dimension).map((side) => ({
      side,
      difference: overallDifference(rated.own[side][0], rated.standard[side][0]),
    })),
  };
}

/** Own minus standard, in points, of those that both gave a level. */
export const differencesOf = (compared: readonly ItemRating[]): number[] =>
  compared.flatMap((one) => (one.kind === 'levels' ? [one.difference] : []));

export const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

const overallDifference = (own: number | null | undefined, standard: number | null | undefined) =>
  typeof own === 'number' && typeof standard === 'number' ? own - standard : undefined;

/** Earliest first; sessions that were submitted at the same moment keep one order, whatever order they come in. */
export const inOrderRated = <T extends Pick<SessionFigures, 'sessionId' | 'submittedAt'>>(
  rated: readonly T[],
): T[] =>
  rated.toSorted((a, b) => compare(a.submittedAt, b.submittedAt) || compare(a.sessionId, b.sessionId));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
