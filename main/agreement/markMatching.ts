import { assign, type Edge } from './assignment.ts';
import { type Value, valueOr } from './result.ts';

/** What matching needs of a mark: its item, and when. Milliseconds of the recording; null where it is a moment. */
export type Moment = { item: number; atMs: number; endMs: number | null };

export type MatchOptions = {
  /** Two moments are the same when they are at most this far apart; so are a moment and a stretch it lies beside. */
  toleranceMs: number;
  /** Two stretches are the same when they share more than this of the time they cover together, 0 to 1. */
  overlap?: number;
};

type Pair<M> = {
  first: M;
  second: M /** Start of the second after the first; negative: before. */;
  laterMs: number;
};

export type Matching<M> = {
  /** Both raters marked it, with the same item. */
  both: Pair<M>[];
  /** Both marked the moment, with different items. */
  otherItem: Pair<M>[];
  onlyFirst: M[];
  onlySecond: M[];
  /** Of all that either marked, what both did: both / (both + the rest of either). 0 to 1. */
  agreement: Value;
  /** 2 both / (marks of the first + marks of the second), 0 to 1. */
  f1: Value;
  /** The same, whatever the item: did they see the same moments? */
  f1AnyItem: Value;
};

/**
 * Which marks of two raters are the same moment: one-to-one, as many pairs as can be, and then as near as can be
 * (an assignment, not nearest first, which can lose pairs). Marks of the same item are matched first; of what is
 * left, marks with different items. Symmetric: which rater is first changes no number.
 * Compare the alignment of Quera, Bakeman & Gnisci (2007), Behavior Research Methods 39.
 */
export function matchMarks<M extends Moment>(
  first: readonly M[],
  second: readonly M[],
  options: MatchOptions,
): Matching<M> {
  const both = paired(first, second, options, (a, b) => a.item === b.item);
  const leftOfFirst = first.filter((mark) => !both.some((pair) => pair.first === mark));
  const leftOfSecond = second.filter((mark) => !both.some((pair) => pair.second === mark));
  const otherItem = paired(leftOfFirst, leftOfSecond, options, (a, b) => a.item !== b.item);
  const onlyFirst = leftOfFirst.filter((mark) => !otherItem.some((pair) => pair.first === mark));
  const onlySecond = leftOfSecond.filter((mark) => !otherItem.some((pair) => pair.second === mark));
  const marks = first.length + second.length;
  return {
    both,
    otherItem,
    onlyFirst,
    onlySecond,
    agreement: valueOr(both.length / (marks - both.length), 'noPairs'),
    f1: valueOr((2 * both.length) / marks, 'noPairs'),
    f1AnyItem: valueOr((2 * (both.length + otherItem.length)) / marks, 'noPairs'),
  };
}

function paired<M extends Moment>(
  first: readonly M[],
  second: readonly M[],
  options: MatchOptions,
  fits: (a: M, b: M) => boolean,
): Pair<M>[] {
  const edges: Edge[] = first.flatMap((a, at) =>
    second.flatMap((b, to) => {
      const cost = fits(a, b) ? misfit(a, b, options) : undefined;
      return cost === undefined ? [] : [{ first: at, second: to, cost }];
    }),
  );
  const pairs = assign(edges).flatMap((edge) => {
    const [a, b] = [first[edge.first], second[edge.second]];
    return a === undefined || b === undefined ? [] : [{ first: a, second: b, laterMs: b.atMs - a.atMs }];
  });
  return pairs.toSorted((a, b) => a.first.atMs - b.first.atMs || a.second.atMs - b.second.atMs);
}

/** How badly two marks fit in time, 0 (the same) to 1; undefined where they are not the same moment. */
function misfit(a: Moment, b: Moment, { toleranceMs, overlap = 0 }: MatchOptions): number | undefined {
  const [endA, endB] = [a.endMs ?? a.atMs, b.endMs ?? b.atMs];
  const shared = Math.min(endA, endB) - Math.max(a.atMs, b.atMs);
  if (a.endMs !== null && b.endMs !== null) {
    const share = shared / (Math.max(endA, endB) - Math.min(a.atMs, b.atMs));
    return shared > 0 && share > overlap ? 1 - share : undefined;
  }
  const gapMs = Math.max(0, -shared);
  if (gapMs > toleranceMs) return undefined;
  return toleranceMs === 0 ? 0 : gapMs / toleranceMs;
}
