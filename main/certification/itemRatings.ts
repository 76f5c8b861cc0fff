/** The item ratings of one session beside those of the standard, one by one. */
import type { Levels } from '../../db/levels.ts';
import { items } from '../../db/scale.ts';
import type { AgreementSide, Dimension } from '../../preload/api.ts';

/** Which item ratings count. */
export type Counting = {
  /** `both`: each item counts once for each side. */
  dimension: Dimension;
  /** The items of which the edition asks an adherence; the others have a quality alone. */
  adherenceItems: ReadonlySet<number>;
};

/** A rating of a session and the standard it is compared with, or another's rating in its place. */
export type RatedAgainst = {
  sessionId: string;
  /** When the rating was submitted, ISO-8601 UTC. */
  submittedAt: string;
  own: Levels;
  standard: Levels;
};

/**
 * One item on one side, for which the standard has a level or 'no occasion'.
 * - `levels`: both gave a level; `difference` is own minus standard, in points
 * - `occasion`: only one of them found an occasion
 * - `leftOut`: the rater gave neither a level nor 'no occasion'
 */
export type ItemRating = { item: number; side: AgreementSide } & (
  | { kind: 'levels'; own: number; standard: number; difference: number }
  | { kind: 'occasion' }
  | { kind: 'leftOut' }
);

export const sidesOf = (dimension: Dimension): readonly AgreementSide[] =>
  dimension === 'both' ? ['quality', 'adherence'] : [dimension];

/** Levels are whole numbers: one point apart, or none. */
export const isWithin1 = (one: ItemRating): boolean => one.kind === 'levels' && Math.abs(one.difference) <= 1;

/**
 * What there is to compare, in order of item. An item does not count where the standard says nothing about it (it was
 * left undecided), nor where both found no occasion: there is nothing to compare then.
 */
export function itemRatings({ own, standard }: Pick<RatedAgainst, 'own' | 'standard'>, counting: Counting) {
  return items.flatMap(({ number: item }) =>
    sidesOf(counting.dimension)
      .filter((side) => side === 'quality' || counting.adherenceItems.has(item))
      .map((side) => itemRating(item, side, own, standard))
      .filter((one) => one !== undefined),
  );
}

function itemRating(
  item: number,
  side: AgreementSide,
  own: Levels,
  standard: Levels,
): ItemRating | undefined {
  const asked = judgementOf(standard, item, side);
  const given = judgementOf(own, item, side);
  if (asked === null || (asked === 'noOccasion' && given === 'noOccasion')) return undefined;
  if (given === null) return { item, side, kind: 'leftOut' };
  if (asked === 'noOccasion' || given === 'noOccasion') return { item, side, kind: 'occasion' };
  return { item, side, kind: 'levels', own: given, standard: asked, difference: given - asked };
}

function judgementOf(levels: Levels, item: number, side: AgreementSide): number | 'noOccasion' | null {
  return levels.noOccasion.includes(item) ? 'noOccasion' : (levels[side][item] ?? null);
}
