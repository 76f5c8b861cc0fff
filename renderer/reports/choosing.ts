/** Which numbers a report tells, and which items it points out: pure. Levels are 1 to 7. */
import type { Levels } from '../../db/levels';
import type { Purpose } from '../../db/model';
import { goodEnoughLevel, items } from '../../db/scale';
import { oneEach, type Side } from '../charts/series';

/** What a report says of one measure: an item by its number, or 0 for the overall. */
export type Figure = {
  measure: number;
  /** How many levels stand behind it: of raters in a session, of sessions in a period. */
  count: number;
  /** To the millionth, so that the order of adding leaves no trace; null where there is no level. */
  mean: number | null;
  lowest: number | null;
  highest: number | null;
  /** How many found no occasion for the item: told, never averaged. */
  noOccasion: number;
};

/** What good enough and better is pointed out as a strength. */
const strongLevel = 5;
const most = 5;

/** @param levels of one measure, in any order */
export function figureOf(measure: number, levels: readonly number[], noOccasion: number): Figure {
  const count = levels.length;
  const sum = levels.reduce((total, level) => total + level, 0);
  return {
    measure,
    count,
    mean: count === 0 ? null : Math.round((1e6 * sum) / count) / 1e6,
    lowest: count === 0 ? null : Math.min(...levels),
    highest: count === 0 ? null : Math.max(...levels),
    noOccasion,
  };
}

/** One measure over ratings of one session. A rater's 'no occasion' is counted, and is no level. */
export const figureIn = (ratings: readonly Levels[], measure: number, side: Side): Figure =>
  figureOf(
    measure,
    ratings.flatMap((rating) => rating[side][measure] ?? []),
    ratings.filter(({ noOccasion }) => noOccasion.includes(measure)).length,
  );

type Found = Figure & { mean: number };
const rated = (figures: readonly Figure[]): Found[] =>
  figures.flatMap((figure) =>
    figure.measure > 0 && figure.mean !== null ? { ...figure, mean: figure.mean } : [],
  );

/** Up to five items with the highest mean quality of at least 5, the highest first; ties in the order of the items. */
export const strengthsOf = (figures: readonly Figure[]): Found[] =>
  rated(figures)
    .filter(({ mean }) => mean >= strongLevel)
    .sort((a, b) => b.mean - a.mean || a.measure - b.measure)
    .slice(0, most);

/** Up to five items with a mean quality below 4, the lowest first; ties in the order of the items. */
export const toWorkOn = (figures: readonly Figure[]): Found[] =>
  rated(figures)
    .filter(({ mean }) => mean < goodEnoughLevel)
    .sort((a, b) => a.mean - b.mean || a.measure - b.measure)
    .slice(0, most);

/** The mean of the items that have one, each counting once; never the overall. */
export function itemMean(figures: readonly Figure[]): Figure {
  const found = rated(figures).toSorted((a, b) => a.measure - b.measure);
  return figureOf(
    0,
    found.map(({ mean }) => mean),
    0,
  );
}

/** The figures of all 19 items, in order. */
export const everyItem = (figure: (item: number) => Figure): Figure[] =>
  items.map(({ number }) => figure(number));

const purposes: readonly Purpose[] = ['supervision', 'research', 'consensus'];

/** Exercises are never reported. */
export const isReported = (purpose: Purpose): boolean =>
  purpose === 'selfRating' || purposes.includes(purpose);

/** The ratings that the numbers are taken of, one for each rater: others', or therapists' own where there are no others. */
export function countedOf<R extends { raterId: string; purpose: Purpose }>(ratings: readonly R[]): R[] {
  const others = ratings.filter(({ purpose }) => purpose !== 'selfRating');
  return oneEach(others.length > 0 ? others : ratings);
}
