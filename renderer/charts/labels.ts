/** Places words on a chart so that they never lie on each other: pure. Pixels. */

export type Placed<T> = {
  item: T;
  x: number /** From the lowest row, nearest to the drawing, up. */;
  row: number | null;
};

/**
 * Puts each word into the lowest row that is free where it begins. What finds no row gets none: it is drawn without
 * its word. Words begin at `x` and end before the right edge: those near it end at `x` instead.
 */
export function placeWords<T>(
  items: readonly { item: T; x: number; width: number }[],
  rows: number,
  right: number,
): Placed<T>[] {
  const ends: [number, number][][] = Array.from({ length: rows }, () => []);
  return items.map(({ item, x, width }) => {
    const from = x + width > right ? x - width : x;
    const row = ends.findIndex((taken) =>
      taken.every(([start, end]) => from >= end || from + width <= start),
    );
    if (row === -1) return { item, x: from, row: null };
    ends[row]?.push([from, from + width]);
    return { item, x: from, row };
  });
}

export type Run = { x: number; lowest: number; highest: number };

/**
 * Joins the numbers beneath points that lie closer than `room` into one: from the lowest to the highest of them, so
 * that none is left out. In order of x.
 */
export function joinNumbers(numbers: readonly { x: number; value: number }[], room: number): Run[] {
  const runs: { from: number; to: number; lowest: number; highest: number }[] = [];
  for (const { x, value } of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && x - (run.from + run.to) / 2 < room) {
      run.to = x;
      run.lowest = Math.min(run.lowest, value);
      run.highest = Math.max(run.highest, value);
    } else runs.push({ from: x, to: x, lowest: value, highest: value });
  }
  return runs.map(({ from, to, lowest, highest }) => ({ x: (from + to) / 2, lowest, highest }));
}
