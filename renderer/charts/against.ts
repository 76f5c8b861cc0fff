/** Adherence beside quality: pure. Both are levels from 1 to 7, and are never merged. */
import type { ProgressSession, SubjectProgress } from '../../db/progress';
import { goodEnoughLevel, items } from '../../db/scale';
import { type Measure, mean, pointsOf } from './series';

/** A measure of one session, as the raters see it who gave it both levels. */
export type SessionPair = {
  session: ProgressSession;
  adherence: number;
  quality: number;
  raters: number;
};

/** An item over its sessions, each session counted once. */
export type ItemPair = {
  item: number;
  adherence: number;
  quality: number;
  sessions: number;
  /** Of those, with one rater only. */
  oneRater: number;
};

type Ratings = Pick<SubjectProgress, 'sessions' | 'ratings'>;

/** One for each session in which a rater gave the measure both levels, in order of time. Self-ratings are not in it. */
export function sessionPairs(progress: Ratings, measure: Measure): SessionPair[] {
  const both = {
    sessions: progress.sessions,
    ratings: progress.ratings.filter(
      ({ adherence, quality, purpose }) =>
        adherence[measure] != null && quality[measure] != null && purpose !== 'selfRating',
    ),
  };
  const adherence = new Map(
    pointsOf(both, measure, 'adherence').map((point) => [point.session.id, point.mean]),
  );
  return pointsOf(both, measure, 'quality').flatMap(({ session, mean: quality, raters }) => {
    const other = adherence.get(session.id) ?? null;
    return quality === null || other === null
      ? []
      : [{ session, adherence: other, quality, raters: raters.length }];
  });
}

/** The items that have both levels somewhere, by number. */
export function itemPairs(progress: Ratings): ItemPair[] {
  return items.flatMap(({ number }) => {
    const pairs = sessionPairs(progress, number);
    const adherence = mean(pairs.map((pair) => pair.adherence));
    const quality = mean(pairs.map((pair) => pair.quality));
    if (adherence === null || quality === null) return [];
    const oneRater = pairs.filter(({ raters }) => raters === 1).length;
    return [{ item: number, adherence, quality, sessions: pairs.length, oneRater }];
  });
}

/** Items that have a quality in some session, and an adherence in none: the chart has no place for them. */
export function withoutAdherence({ ratings }: Pick<SubjectProgress, 'ratings'>): number[] {
  const counted = ratings.filter(({ purpose }) => purpose !== 'selfRating');
  return items
    .map(({ number }) => number)
    .filter(
      (number) =>
        counted.some(({ quality }) => quality[number] != null) &&
        counted.every(({ adherence }) => adherence[number] == null),
    );
}

/** The four parts of the chart, as the lines at 4 cut it. */
export const fields = ['rareGood', 'presentGood', 'rareBelow', 'presentBelow'] as const;
export type Field = (typeof fields)[number];
type Place = { adherence: number; quality: number };

/** A mean has to reach 4: 3.9 is not yet good enough. */
export function fieldOf({ adherence, quality }: Place): Field {
  const present = adherence >= goodEnoughLevel;
  if (quality >= goodEnoughLevel) return present ? 'presentGood' : 'rareGood';
  return present ? 'presentBelow' : 'rareBelow';
}

export function countFields(places: readonly Place[]): Record<Field, number> {
  const count = { rareGood: 0, presentGood: 0, rareBelow: 0, presentBelow: 0 };
  for (const place of places) count[fieldOf(place)] += 1;
  return count;
}

export type Bubble<Pair extends Place> = Place & { pairs: Pair[] };

/**
 * Sessions at the same place, counted together, so that none hides another. A mean stands at the half that it has
 * reached (4.67 at 4.5), so that no bubble crosses the line at 4 and bubbles keep room between them.
 */
export function bubblesOf<Pair extends Place>(pairs: readonly Pair[]): Bubble<Pair>[] {
  const groups = Map.groupBy(pairs, ({ adherence, quality }) => half(adherence) * 20 + half(quality));
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, together]) => ({
      adherence: Math.floor(key / 20) / 2,
      quality: (key % 20) / 2,
      pairs: together,
    }));
}

/** How many halves a mean has reached: 2 to 14. Sums of thirds may lie a hair below. */
const half = (level: number): number => Math.floor(level * 2 + 1e-9);
