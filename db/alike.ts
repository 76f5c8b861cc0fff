/** What several ratings say exactly alike: pure. */
import type { EditionItem, Overall, Score } from './model.ts';
import { isDone, items } from './scale.ts';

type Said = { scores: readonly Score[]; overall: Overall };
type Levels = Pick<Score, 'adherence' | 'quality'> & Partial<Pick<Score, 'noOccasion'>>;

/**
 * Items that all of them rate, with the same levels, or all find without occasion; notes stay where they were written.
 * The overall is left out when it differs, or somebody has none.
 * @param said two or more
 */
export function alikeIn(
  said: readonly Said[],
  rules: readonly EditionItem[],
): { scores: Score[]; overall?: Overall } {
  const scores = items.flatMap(({ number }) => {
    const takes = rules.find(({ item }) => item === number)?.takesAdherence ?? true;
    const given = said.map(({ scores: all }) => all.find(({ item }) => item === number));
    const [first] = given;
    const isAlike = (one: Score | undefined) =>
      one !== undefined && first !== undefined && isDone(one, takes) && same(one, first);
    return first !== undefined && given.every(isAlike) ? [{ ...first, note: '' }] : [];
  });
  const overall = said[0]?.overall;
  const isAlike =
    overall !== undefined &&
    overall.adherence !== null &&
    overall.quality !== null &&
    said.every((one) => same(one.overall, overall));
  return { scores, ...(isAlike && { overall: { ...overall, note: '' } }) };
}

const same = (one: Levels, other: Levels): boolean =>
  one.adherence === other.adherence && one.quality === other.quality && one.noOccasion === other.noOccasion;
