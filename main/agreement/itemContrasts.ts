import { isRated, type Row, type Table } from './table.ts';

export type ItemContrasts = {
  /** The mean over items, null where a rater left out any item. */
  mean: Row[];
  /** One table less than items: orthonormal contrasts between items (Helmert's). */
  contrasts: Row[][];
  /** Cells that hold some items but not all: they count as missing. */
  incomplete: number;
};

/**
 * Turns one table per item into the mean and contrasts that are independent of it, so that a study of sessions x
 * items x raters falls apart into studies of sessions x raters.
 * @param items one table for each item, of the same shape
 */
export function itemContrasts(items: readonly Table[]): ItemContrasts {
  const count = items.length;
  const mean: Row[] = [];
  const contrasts: Row[][] = Array.from({ length: Math.max(0, count - 1) }, () => []);
  let incomplete = 0;
  (items[0] ?? []).forEach((row, session) => {
    const cells = row.map((_, rater) => items.map((table) => table[session]?.[rater]).filter(isRated));
    incomplete += cells.filter(({ length }) => length > 0 && length < count).length;
    const whole = cells.map((cell) => (cell.length === count ? cell : undefined));
    mean.push(whole.map((cell) => (cell === undefined ? null : cell.reduce((sum, x) => sum + x, 0) / count)));
    contrasts.forEach((table, at) => {
      table.push(whole.map((cell) => (cell === undefined ? null : helmert(cell, at + 1))));
    });
  });
  return { mean, contrasts, incomplete };
}

/** The mean of the first `size` values against the next one, with length 1. */
function helmert(values: readonly number[], size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += values[i] ?? 0;
  return (sum - size * (values[size] ?? 0)) / Math.sqrt(size * (size + 1));
}
