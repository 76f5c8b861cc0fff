/** Which of the moments are looked at, and which of those are played. Pure. */
import { goodEnoughLevel } from '../../db/scale';
import type { Moment } from './moments';

export const therapists = ['first', 'second', 'both'] as const;
export const qualities = ['below', 'at', 'above', 'without'] as const;

/** What is undefined is not filtered by. */
export type Filters = {
  item: number | undefined;
  /** Of one therapist are also the moments of both; 'both' are only those. */
  therapist: (typeof therapists)[number] | undefined;
  /** Below good enough, just good enough, above it, or without a level of its own. */
  quality: (typeof qualities)[number] | undefined;
  ratingId: string | undefined;
};

/** In the order in which they came. */
export function sifted(moments: readonly Moment[], filters: Filters): Moment[] {
  const { item, therapist, quality, ratingId } = filters;
  return moments.filter(
    ({ mark }) =>
      (item === undefined || mark.item === item) &&
      (therapist === undefined || mark.therapist === therapist || mark.therapist === 'both') &&
      (quality === undefined || qualityOf(mark.quality) === quality) &&
      (ratingId === undefined || mark.ratingId === ratingId),
  );
}

function qualityOf(level: number | null): (typeof qualities)[number] {
  if (level === null) return 'without';
  if (level === goodEnoughLevel) return 'at';
  return level < goodEnoughLevel ? 'below' : 'above';
}

/** What 'Play these moments' plays: those of the list that are chosen, or all of it where none is. */
export function queueOf(listed: readonly Moment[], chosen: ReadonlySet<string>): readonly Moment[] {
  const some = listed.filter(({ mark }) => chosen.has(mark.id));
  return some.length === 0 ? listed : some;
}

/** How much of the list is chosen. */
export function chosenOf(listed: readonly Moment[], chosen: ReadonlySet<string>): 'all' | 'some' | 'none' {
  const count = listed.filter(({ mark }) => chosen.has(mark.id)).length;
  if (count === 0) return 'none';
  return count === listed.length ? 'all' : 'some';
}

/** Chooses the whole list, or none of it; what is chosen beside it stays. */
export function withAll(
  listed: readonly Moment[],
  chosen: ReadonlySet<string>,
  wanted: boolean,
): Set<string> {
  const next = new Set(chosen);
  for (const { mark } of listed) {
    if (wanted) next.add(mark.id);
    else next.delete(mark.id);
  }
  return next;
}

export function withOne(chosen: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
