/** The levels that one rating gives, as charts and reports read them: pure. */
import type { Overall, Score } from './model.ts';

/** By item number, 1 to 19, with the overall as 0; null where there is no level. */
export type Levels = {
  adherence: (number | null)[];
  quality: (number | null)[];
  /** Items without occasion, in order. */
  noOccasion: number[];
};

export function levelsOf(
  scores: readonly Pick<Score, 'item' | 'adherence' | 'quality' | 'noOccasion'>[],
  overall: Pick<Overall, 'adherence' | 'quality'> | undefined,
): Levels {
  const adherence: (number | null)[] = Array.from({ length: 20 }, () => null);
  const quality: (number | null)[] = Array.from({ length: 20 }, () => null);
  adherence[0] = overall?.adherence ?? null;
  quality[0] = overall?.quality ?? null;
  for (const score of scores) {
    adherence[score.item] = score.adherence;
    quality[score.item] = score.quality;
  }
  const noOccasion = scores.filter((score) => score.noOccasion).map(({ item }) => item);
  return { adherence, quality, noOccasion: noOccasion.sort((a, b) => a - b) };
}
