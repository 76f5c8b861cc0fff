/** Marks of a lane that lie too close together to be told apart, and those that do not: pure. */
import type { Mark } from '../../db/model';
import { sameMarks } from './lanes';

/** Marks in one cell of the lane, drawn as their number. */
export type Crowd = { fromMs: number; toMs: number; marks: readonly Mark[] };

/** More than this many in a cell are a crowd; up to it, each is drawn. */
const most = 3;

/** Where cells hold more than this on average, numbers are calmer than shapes, for two marks as well. */
const dense = 2.5;

/** A lane with no more than this many has no crowds. */
const few = 8;

/** As many rows as a lane has room for. */
const mostRows = 4;

const lengthOf = ({ atMs, endMs }: Mark): number => (endMs ?? atMs) - atMs;

/**
 * Divides the time in cells. Stretches longer than a cell are always drawn, and so is what is few.
 * @param marks in order of time
 * @param before crowds that are the same now are the same objects
 */
export function crowdsOf(
  marks: readonly Mark[],
  cellMs: number,
  before: readonly Crowd[] = [],
): { alone: readonly Mark[]; crowds: readonly Crowd[] } {
  if (marks.length <= few) return { alone: marks, crowds: [] };
  const cells = Map.groupBy(
    marks.filter((mark) => lengthOf(mark) < cellMs),
    ({ atMs }) => Math.floor(atMs / cellMs),
  );
  const short = [...cells].reduce((sum, [, inside]) => sum + inside.length, 0);
  const limit = short > dense * cells.size ? 1 : most;
  const crowds = [...cells]
    .filter(([, inside]) => inside.length > limit)
    .map(([cell, inside]) => {
      const crowd = { fromMs: cell * cellMs, toMs: (cell + 1) * cellMs, marks: inside };
      return before.find((one) => sameCrowd(one, crowd)) ?? crowd;
    });
  if (crowds.length === 0) return { alone: marks, crowds };
  const crowded = new Set(crowds.flatMap((crowd) => crowd.marks));
  return { alone: marks.filter((mark) => !crowded.has(mark)), crowds };
}

const sameCrowd = (one: Crowd, other: Crowd): boolean =>
  one.fromMs === other.fromMs && one.toMs === other.toMs && sameMarks(one.marks, other.marks);

/**
 * For each mark how far above or below the middle of its lane it stands, in rows: marks that would cover each
 * other stand on rows of their own, at most four.
 * @param marks in order of time
 * @param nearMs moments closer than this cover each other
 */
export function rowsOf(marks: readonly Mark[], nearMs: number): readonly number[] {
  const rows: number[] = [];
  /** When each row is free again. */
  let free: number[] = [];
  let begin = 0;
  const close = (end: number) => {
    // Those that cover each other stand evenly around the middle.
    for (let index = begin; index < end; index += 1) rows[index] = (rows[index] ?? 0) - (free.length - 1) / 2;
    begin = end;
    free = [];
  };
  marks.forEach(({ atMs, endMs }, index) => {
    if (free.every((until) => until <= atMs)) close(index);
    const found = free.findIndex((until) => until <= atMs);
    const row = found >= 0 ? found : free.length < mostRows ? free.length : index % mostRows;
    free[row] = Math.max(free[row] ?? 0, endMs ?? 0, atMs + nearMs);
    rows[index] = row;
  });
  close(marks.length);
  return rows;
}

/** How many of the marks have each quality, those without one last. */
export function qualitiesOf(
  marks: readonly Mark[],
): readonly { quality: number | undefined; count: number }[] {
  const byQuality = Map.groupBy(marks, ({ quality }) => quality ?? 8);
  return [...byQuality]
    .sort(([a], [b]) => a - b)
    .map(([quality, { length }]) => ({ quality: quality === 8 ? undefined : quality, count: length }));
}
