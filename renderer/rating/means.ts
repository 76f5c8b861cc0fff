/** Means that stand beside a rater's own judgement and are never filled in for it: pure. */
import type { Mark, Score } from '../../db/model';

export type Mean = { mean: number; count: number };

/** Undefined where there is nothing to take the mean of. */
export function meanOf(values: readonly (number | null)[]): Mean | undefined {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return undefined;
  return { mean: given.reduce((sum, value) => sum + value, 0) / given.length, count: given.length };
}

/** Of the qualities that an item's marks were given. */
export const meanOfMarks = (marks: readonly Pick<Mark, 'quality'>[]): Mean | undefined =>
  meanOf(marks.map(({ quality }) => quality));

/** Of the items that were rated; 'no occasion' is no number and does not count. */
export const meanOfItems = (
  scores: readonly Pick<Score, 'adherence' | 'quality'>[],
  part: 'adherence' | 'quality',
): Mean | undefined => meanOf(scores.map((score) => score[part]));
