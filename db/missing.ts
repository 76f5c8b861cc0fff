/** What a rating lacks before it is complete: pure. The list of the library counts the same in SQL. */
import type { Overall, Score } from './model.ts';
import { isDone, items } from './scale.ts';

/** Stands for the overall in a list of items. */
const overallItem = 0;

/**
 * Items without both ratings and not found without occasion, in order, and 0 for an overall without both.
 * @param adherenceItems the items of which the rating's edition asks an adherence
 */
export function missing(
  scores: readonly Score[],
  overall: Pick<Overall, 'adherence' | 'quality'>,
  adherenceItems: ReadonlySet<number>,
): number[] {
  const done = new Set(
    scores.filter((score) => isDone(score, adherenceItems.has(score.item))).map(({ item }) => item),
  );
  const lacking = items.map(({ number }) => number).filter((item) => !done.has(item));
  const overallDone = overall.adherence !== null && overall.quality !== null;
  return overallDone ? lacking : [...lacking, overallItem];
}
