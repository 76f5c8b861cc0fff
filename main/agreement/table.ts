/**
 * The one shape of data: a row for each session, a column for each rater, the same length in every row. A cell without
 * a judgement is null, as it comes from the record.
 *
 * `'noOccasion'` is a judgement of its own and no level: no mean ever counts it. Statistics that measure distances
 * take levels (`levelsOf` counts what it leaves out); statistics of names (nominal) may take it as a category.
 */
import type { Basis } from './result.ts';

export type Cell = number | 'noOccasion' | null;
export type JudgedTable = readonly (readonly Cell[])[];

export type Row = readonly (number | null)[];
/** Levels only; null where a rater did not rate. */
export type Table = readonly Row[];

/** The levels of the scale: these are the categories, whichever of them occur. */
export const levels: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * The levels of a table, for statistics that measure distances.
 * @returns `noOccasion`: cells that hold no level because the session gave no occasion
 */
export function levelsOf(table: JudgedTable): { table: Table; noOccasion: number } {
  let noOccasion = 0;
  const rows = table.map((row) =>
    row.map((cell) => {
      if (cell !== 'noOccasion') return cell;
      noOccasion += 1;
      return null;
    }),
  );
  return { table: rows, noOccasion };
}

/** How many cells of a row hold a rating. */
export function ratedIn(row: readonly Cell[]): number {
  let rated = 0;
  for (const cell of row) if (cell !== null) rated += 1;
  return rated;
}

/** The table without sessions that have fewer than `atLeast` ratings, and without raters who then have none. */
export function trimmed<C extends Cell>(
  table: readonly (readonly C[])[],
  atLeast = 1,
): readonly (readonly C[])[] {
  const rows = table.filter((row) => ratedIn(row) >= atLeast);
  const raters = columnsOf(rows);
  const used = Array.from({ length: raters }, (_, rater) => rows.some((row) => isRated(row[rater])));
  if (rows.length === table.length && used.every(Boolean)) return table;
  return rows.map((row) => row.filter((_, rater) => used[rater]));
}

/** Basis of a table that was trimmed. */
export function basisOf(table: readonly (readonly Cell[])[]): Basis {
  const n = table.length;
  const k = columnsOf(table);
  return { n, k, missing: n * k - table.reduce((sum, row) => sum + ratedIn(row), 0) };
}

export const columnsOf = (table: readonly (readonly Cell[])[]): number => table[0]?.length ?? 0;

export const isRated = <C extends Cell>(cell: C | undefined): cell is Exclude<C, null> =>
  cell !== null && cell !== undefined;

export type Pairs = { first: number[]; second: number[]; missing: number };

/** The sessions that both of two raters rated. `missing`: the sessions that only one did. */
export function pairsOf(table: Table, first: number, second: number): Pairs {
  const pairs: Pairs = { first: [], second: [], missing: 0 };
  for (const row of table) {
    const a = row[first];
    const b = row[second];
    if (isRated(a) && isRated(b)) {
      pairs.first.push(a);
      pairs.second.push(b);
    } else if (isRated(a) || isRated(b)) pairs.missing += 1;
  }
  return pairs;
}
