import type { BeyondChance } from './beyondChance.ts';
import { ac2 } from './chanceAgreement.ts';
import type { Basis } from './result.ts';
import { type Share, shareOf } from './simpleAgreement.ts';
import { basisOf, type JudgedTable, trimmed } from './table.ts';

export type OccasionAgreement = Basis & {
  /** Judgements of 'no occasion'. */
  noOccasion: number;
  /** Pairs of judgements of the same session. `different`: one saw no occasion, the other rated. */
  bothRated: number;
  bothNoOccasion: number;
  different: number;
  /** Pairs that agree on whether there was an occasion. */
  agreement: Share;
  /** The same beyond chance, as Gwet's AC1 of two categories: 'no occasion' is rare for most items. */
  ac1: BeyondChance;
};

/**
 * Do raters agree on whether a session gave an occasion for the item? 'No occasion' against a level is a
 * disagreement of its own kind: it has no distance in points, and no mean counts it.
 */
export function occasionAgreement(table: JudgedTable): OccasionAgreement {
  const used = trimmed(table);
  let [noOccasion, bothRated, bothNoOccasion, different] = [0, 0, 0, 0];
  for (const row of used) {
    const none = row.filter((cell) => cell === 'noOccasion').length;
    const rated = row.filter((cell) => typeof cell === 'number').length;
    noOccasion += none;
    bothRated += (rated * (rated - 1)) / 2;
    bothNoOccasion += (none * (none - 1)) / 2;
    different += none * rated;
  }
  const occasions = used.map((row) => row.map((cell) => (typeof cell === 'number' ? 1 : cell)));
  return {
    ...basisOf(used),
    noOccasion,
    bothRated,
    bothNoOccasion,
    different,
    agreement: shareOf(bothRated + bothNoOccasion, bothRated + bothNoOccasion + different),
    ac1: ac2(occasions, { weights: 'identity', categories: [1, 'noOccasion'] }),
  };
}
