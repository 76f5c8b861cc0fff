/** How far the ratings that a meeting starts from lie apart, item by item: pure. */
import type { EditionItem } from '../../db/model';
import { isDone, items } from '../../db/scale';
import type { ConsensusSource } from '../../preload/api';

/** Stands for the overall in a list of items. */
export const overallItem = 0;

type Said = Pick<ConsensusSource, 'scores' | 'overall'>;
/** What one rating says of one item; the overall is never without occasion. */
export type Levels = { adherence: number | null; quality: number | null; noOccasion: boolean };

export type Difference = {
  /** 1 to 19; 0 for the overall. */
  item: number;
  /** One found no occasion where another gave a level. */
  occasion: boolean;
  /** From the lowest to the highest level, 0 to 6; undefined where fewer than two gave one. */
  adherence: number | undefined;
  quality: number | undefined;
  /** All of them rated it, with the same levels, or all without occasion. */
  alike: boolean;
};

const nothing: Levels = { adherence: null, quality: null, noOccasion: false };

export function levelsIn({ scores, overall }: Said, item: number): Levels {
  if (item === overallItem) return { ...overall, noOccasion: false };
  return scores.find((score) => score.item === item) ?? nothing;
}

/**
 * All items and the overall, from the largest difference to the smallest: first where some found no occasion, then by
 * the wider of both sides, then by number, the overall after the items. It depends on nothing that a meeting changes.
 */
export function differences(sources: readonly Said[], rules: readonly EditionItem[]): Difference[] {
  const numbers = [...items.map(({ number }) => number), overallItem];
  return numbers
    .map((item) =>
      differenceOf(item, sources, rules.find((rule) => rule.item === item)?.takesAdherence ?? true),
    )
    .sort((a, b) => Number(b.occasion) - Number(a.occasion) || most(b) - most(a) || place(a) - place(b));
}

export const most = ({ adherence = 0, quality = 0 }: Pick<Difference, 'adherence' | 'quality'>): number =>
  Math.max(adherence, quality);

const place = ({ item }: Difference): number => (item === overallItem ? items.length + 1 : item);

function differenceOf(item: number, sources: readonly Said[], takesAdherence: boolean): Difference {
  const said = sources.map((source) => levelsIn(source, item));
  const rated = said.filter(({ adherence, quality }) => (adherence ?? quality) !== null);
  const [first] = said;
  return {
    item,
    occasion: rated.length > 0 && said.some(({ noOccasion }) => noOccasion),
    adherence: takesAdherence ? range(rated.map(({ adherence }) => adherence)) : undefined,
    quality: range(rated.map(({ quality }) => quality)),
    alike:
      first !== undefined &&
      said.length > 1 &&
      said.every((one) => isDone(one, takesAdherence) && sameLevels(one, first)),
  };
}

function range(levels: readonly (number | null)[]): number | undefined {
  const given = levels.filter((level) => level !== null);
  return given.length < 2 ? undefined : Math.max(...given) - Math.min(...given);
}

export const sameLevels = (one: Levels, other: Levels): boolean =>
  one.adherence === other.adherence && one.quality === other.quality && one.noOccasion === other.noOccasion;
