/** Places words on a chart so that they never lie on each other: pure. Pixels. */

export type Word<T> = { item: T /** Where its line stands. */; line: number; width: number };
export type Placed<T> = Word<T> & {
  /** Where the word begins. */
  x: number;
  /** From the lowest row, nearest to the drawing, up; null when there is no room for the word. */
  row: number | null;
};

/**
 * Puts the words of lines into rows above a drawing, each in the lowest row where no other word lies and no line
 * passes through a word: a line comes down from its word through the rows beneath. Words begin at their line; those
 * that would not end before the right edge end there instead. Order stays.
 */
export function placeWords<T>(words: readonly Word<T>[], rows: number, right: number): Placed<T>[] {
  const placed = new Map<Word<T>, Placed<T>>();
  const isTurned = ({ line, width }: Word<T>) => line + width > right;
  // Begun next to each other's ends: what reaches across other lines then goes above, and no line has to pass it.
  const turned = words.filter(isTurned).sort((a, b) => a.line - b.line);
  const others = words.filter((word) => !isTurned(word)).sort((a, b) => b.line - a.line);
  for (const word of [...turned, ...others]) {
    const x = isTurned(word) ? word.line - word.width : word.line;
    const free = Array.from({ length: rows }, (_, row) => ({ ...word, x, row })).find((here) =>
      [...placed.values()].every((other) => !collide(here, other) && !collide(other, here)),
    );
    placed.set(word, free ?? { ...word, x, row: null });
  }
  return words.flatMap((word) => placed.get(word) ?? []);
}

/** Whether one lies on the other's word, or its line passes through it. */
function collide(one: Placed<unknown>, other: Placed<unknown>): boolean {
  if (one.row === null || other.row === null || one.row < other.row) return false;
  const [from, to] = [other.x, other.x + other.width];
  return one.row === other.row ? one.x < to && one.x + one.width > from : one.line > from && one.line < to;
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
