/** A judgement as it is after a change of some of its fields: pure. */
import type { Mark, MarkChange, Overall, OverallChange, Score, ScoreChange } from './model.ts';

/** The fields that are given; `undefined` means 'as it is'. */
export function given<T extends object>(change: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  // Entries lose the types of their keys; none is added or renamed here.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

/** Only item 3 has aspects: moved to another item, a mark loses its own. */
export function changedMark(before: Mark, change: MarkChange): Mark {
  const after = { ...before, ...given(change) };
  return after.item === 3 ? after : { ...after, aspect: null };
}

/** 'No occasion' and a rating exclude each other: the later one holds. */
export function changedScore(before: Score | undefined, change: ScoreChange): Score {
  const { ratingId, item } = change;
  const empty = { ratingId, item, adherence: null, quality: null, noOccasion: false, note: '' };
  const after = { ...empty, ...before, ...given(change) };
  if (change.noOccasion) return { ...after, adherence: null, quality: null };
  const rated = (change.adherence ?? change.quality ?? null) !== null;
  return rated ? { ...after, noOccasion: false } : after;
}

export function changedOverall(before: Overall | undefined, change: OverallChange): Overall {
  const empty = { ratingId: change.ratingId, adherence: null, quality: null, note: '' };
  return { ...empty, ...before, ...given(change) };
}
