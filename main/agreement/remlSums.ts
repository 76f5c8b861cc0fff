import { isRated, type Row } from './table.ts';

/**
 * All that REML needs to know of the ratings, so that one evaluation of the likelihood does not depend on how many
 * sessions there are: sums over sessions that have the same number of ratings.
 */
export type RemlSums = {
  /** Sessions, raters, ratings. */
  n: number;
  k: number;
  ratings: number;
  /** How many variables were rated in each cell; they share which cells are missing. */
  variables: number;
  /** Ratings per rater. */
  perRater: number[];
  bySize: SizeClass[];
  /** For each variable: sum of squares, and sum per rater. */
  squares: number[];
  raterTotals: number[][];
};

/** Sessions with `size` ratings. */
type SizeClass = {
  size: number;
  sessions: number;
  /** k by k, flat: in how many of these sessions did both raters rate? */
  together: number[];
  /** For each variable, over these sessions: sum of session totals, of their squares, and per rater who rated. */
  totals: number[];
  totalSquares: number[];
  totalsOfRater: number[][];
};

/**
 * @param tables one for each variable, the same cells missing in all of them; no empty rows or columns
 */
export function remlSums(tables: readonly (readonly Row[])[]): RemlSums {
  const first = tables[0] ?? [];
  const k = first[0]?.length ?? 0;
  const variables = tables.length;
  const zeros = (length: number) => new Array<number>(length).fill(0);
  const rows = (length: number) => Array.from({ length: variables }, () => zeros(length));
  const perRater = zeros(k);
  const squares = zeros(variables);
  const raterTotals = rows(k);
  const classes = new Map<number, SizeClass>();
  const means = tables.map(meanOf);
  let ratings = 0;
  first.forEach((pattern, session) => {
    const raters: number[] = [];
    pattern.forEach((level, rater) => {
      if (isRated(level)) raters.push(rater);
    });
    const size = raters.length;
    ratings += size;
    const found = classes.get(size);
    const own = found ?? {
      size,
      sessions: 0,
      together: zeros(k * k),
      totals: zeros(variables),
      totalSquares: zeros(variables),
      totalsOfRater: rows(k),
    };
    if (found === undefined) classes.set(size, own);
    own.sessions += 1;
    for (const rater of raters) {
      add(perRater, rater, 1);
      for (const other of raters) add(own.together, rater * k + other, 1);
    }
    tables.forEach((table, variable) => {
      let total = 0;
      for (const rater of raters) {
        const x = (table[session]?.[rater] ?? 0) - (means[variable] ?? 0);
        total += x;
        add(squares, variable, x * x);
        add(raterTotals[variable], rater, x);
      }
      add(own.totals, variable, total);
      add(own.totalSquares, variable, total * total);
      for (const rater of raters) add(own.totalsOfRater[variable], rater, total);
    });
  });
  const bySize = [...classes.values()];
  return { n: first.length, k, ratings, variables, perRater, bySize, squares, raterTotals };
}

function add(to: number[] | undefined, at: number, amount: number) {
  if (to !== undefined) to[at] = (to[at] ?? 0) + amount;
}

/** Sums are taken of differences from the mean: less is lost to rounding. */
function meanOf(table: readonly Row[]): number {
  let sum = 0;
  let count = 0;
  for (const row of table)
    for (const level of row)
      if (isRated(level)) {
        sum += level;
        count += 1;
      }
  return count === 0 ? 0 : sum / count;
}
