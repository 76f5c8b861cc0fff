/** Which moments several raters all marked: pure. */
import type { Mark } from '../db/model.ts';
import { matchMarks } from './agreement/index.ts';

/** Two marks of the same item are the same moment when they are at most this far apart. */
const toleranceMs = 5000;

/**
 * Those of the first rater's marks that each of the others has as well: of the same item and kind, one for one.
 * @param marks each rater's, of two raters or more
 */
export function sharedMarks(marks: readonly (readonly Mark[])[]): Mark[] {
  const [first = [], ...others] = marks;
  if (others.length === 0) return [];
  const matched = others.map((own) => new Set((['intervention', 'missed'] as const).flatMap(pairedIn(own))));
  return first.filter((mark) => matched.every((found) => found.has(mark)));

  function pairedIn(own: readonly Mark[]) {
    return (kind: Mark['kind']): Mark[] => {
      const isOfKind = (mark: Mark) => mark.kind === kind;
      const { both } = matchMarks(first.filter(isOfKind), own.filter(isOfKind), { toleranceMs });
      return both.map((pair) => pair.first);
    };
  }
}
