import type { ItemFigures } from '../../preload/api.ts';
import { type Counting, type ItemRating, isWithin1, itemRatings, type RatedAgainst } from './itemRatings.ts';
import { differencesOf, total } from './session.ts';

/** So many items can be practised at a time. */
const mostToPractise = 5;

/**
 * Each item over the sessions of an attempt, furthest from the standard first: most often not within one point, then
 * the largest mean difference, then in order of item. `n` counts the sessions where there was something to compare.
 *
 * Advice: at most five items, on the sides where they were not within one point on at least half of their sessions,
 * or more than one point from the standard on average. This is a convention of this program, no rule of the scale.
 */
export function itemFigures(rated: readonly RatedAgainst[], counting: Counting): ItemFigures[] {
  const all = rated.flatMap((one) => itemRatings(one, counting));
  const figures = [...Map.groupBy(all, ({ item, side }) => `${item} ${side}`).values()]
    .flatMap((group) => {
      const first = group[0];
      return first === undefined ? [] : [figuresOf(first, group)];
    })
    .sort(furthestFirst);
  const far = figures.filter(isFar);
  const practise = new Set([...new Set(far.map(({ item }) => item))].slice(0, mostToPractise));
  return figures.map((one) => ({ ...one, practise: isFar(one) && practise.has(one.item) }));
}

type Figures = Omit<ItemFigures, 'practise'>;

function figuresOf({ item, side }: ItemRating, group: readonly ItemRating[]): Figures {
  const differences = differencesOf(group);
  return {
    item,
    side,
    n: group.length,
    within1: group.filter(isWithin1).length,
    bias: differences.length === 0 ? undefined : total(differences) / differences.length,
    occasion: group.filter(({ kind }) => kind === 'occasion').length,
  };
}

const isFar = ({ n, within1, bias }: Figures): boolean => (n - within1) * 2 >= n || Math.abs(bias ?? 0) > 1;

const furthestFirst = (a: Figures, b: Figures): number =>
  a.within1 / a.n - b.within1 / b.n ||
  Math.abs(b.bias ?? 0) - Math.abs(a.bias ?? 0) ||
  a.item - b.item ||
  (a.side === 'quality' ? -1 : 1);
