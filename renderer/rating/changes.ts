/** A rating as it is after a change: pure, so that the window need not read everything again. */
import type { EditionItem, Mark, Score } from '../../db/model';
import { isDone, items } from '../../db/scale';
import type { Judgements } from '../../preload/api';

const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

const inTime = (a: Mark, b: Mark): number => a.atMs - b.atMs || (a.id < b.id ? -1 : 1);

export function withMark<T extends Pick<Judgements, 'marks'>>(view: T, mark: Mark): T {
  if (view.marks.some((one) => one.id === mark.id && same(one, mark))) return view;
  return { ...view, marks: [...view.marks.filter(({ id }) => id !== mark.id), mark].sort(inTime) };
}

export function withoutMark<T extends Pick<Judgements, 'marks'>>(view: T, id: string): T {
  return { ...view, marks: view.marks.filter((mark) => mark.id !== id) };
}

export function withScore<T extends Pick<Judgements, 'scores'>>(view: T, score: Score): T {
  if (view.scores.some((one) => same(one, score))) return view;
  const others = view.scores.filter(({ item }) => item !== score.item);
  return { ...view, scores: [...others, score].sort((a, b) => a.item - b.item) };
}

/** The score of an item, or the empty one where nothing was rated yet. */
export function scoreOf(scores: readonly Score[], ratingId: string, item: number): Score {
  const found = scores.find((score) => score.item === item);
  return found ?? { ratingId, item, adherence: null, quality: null, noOccasion: false, note: '' };
}

/** What the edition says of an item; the usual where it says nothing. */
export function ruleOf(rules: readonly EditionItem[], item: number): EditionItem {
  const found = rules.find((rule) => rule.item === item);
  return found ?? { item, takesAdherence: true, mayBeNoOccasion: true };
}

/** How many of the 19 items are done. */
export const doneCount = (scores: readonly Score[], rules: readonly EditionItem[]): number =>
  items.filter(({ number }) =>
    scores.some((score) => score.item === number && isDone(score, ruleOf(rules, number).takesAdherence)),
  ).length;
