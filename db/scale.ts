/** The MBT-G Adherence and Quality Scale: 19 items, quality and adherence each 1 to 7. */
import type { Score } from './model.ts';
import edition from './scale.json' with { type: 'json' };

export type Language = 'nb' | 'en';

export type ScaleItem = {
  /** 1 to 19. */
  readonly number: number;
  /** Items 1-9 belong to the group; 10-19 are shared with individual MBT. */
  readonly scope: 'group' | 'shared';
  readonly name: Readonly<Record<Language, string>>;
  /** For charts and lanes. */
  readonly short: Readonly<Record<Language, string>>;
  /** A paraphrase of level 4, the line between good enough and not. */
  readonly goodEnough: Readonly<Record<Language, string>>;
  readonly evidence: Evidence;
};

/** What level 4 asks for, as far as marks can show it. Only ever a hint. */
export type Evidence = {
  /** At least so many marks. */
  readonly minMarks?: number;
  /** Marks in at least so many phases. */
  readonly minDistinctPhases?: number;
  /** What the item's marks tell apart. */
  readonly aspects?: readonly string[];
  /** When the session gives no occasion for the item. */
  readonly noOccasionWhen?: 'singleTherapist' | 'phenomenonAbsent';
};

export const goodEnoughLevel = edition.quality.adequate;
export const levels = [1, 2, 3, 4, 5, 6, 7] as const;
export const scaleEdition = `${edition.id}/${edition.version}`;
export const items: readonly ScaleItem[] = edition.items.map((item) => ({
  ...item,
  scope: item.scope === 'group' ? 'group' : 'shared',
  evidence: evidenceOf(item.evidence),
}));

/** The edition's JSON knows `noOccasionWhen` as any string. */
function evidenceOf({ noOccasionWhen, ...evidence }: (typeof edition.items)[number]['evidence']): Evidence {
  if (noOccasionWhen !== 'singleTherapist' && noOccasionWhen !== 'phenomenonAbsent') return evidence;
  return { ...evidence, noOccasionWhen };
}

/** What 1, 4 and 7 mean, in the words of the edition. */
export const levelWords: Readonly<
  Record<'quality' | 'adherence', Record<Language, Readonly<Record<string, string>>>>
> = { quality: edition.quality.labels, adherence: edition.adherence.labels };

export function itemOf(number: number): ScaleItem {
  const item = items[number - 1];
  if (item === undefined) throw new RangeError(`the scale has no item ${number}`);
  return item;
}

/** An item is done with the ratings that the edition asks for, or with 'no occasion'. */
export const isDone = (
  { adherence, quality, noOccasion }: Pick<Score, 'adherence' | 'quality' | 'noOccasion'>,
  takesAdherence: boolean,
): boolean => noOccasion || (quality !== null && (adherence !== null || !takesAdherence));
