import { isRated, type Row, type Table } from './table.ts';

export type ItemMeans = {
  /** The mean of a rater's levels over the items of a session; null where too few of them have one. */
  table: Row[];
  /** Cells that hold some items but too few. */
  tooFew: number;
};

/**
 * Mean over items, as the sheet shows it: of those that the rater gave a level. A session without occasion for an item
 * has a mean over the others. A mean over less than half of the items stands for another scale and is left out.
 * With every item rated, its generalizability study is that of sessions x items x raters with items fixed
 * (`generalizability.ts`).
 * @param items one table for each item, of the same shape; items that nobody rated do not count
 */
export function itemMeans(items: readonly Table[]): ItemMeans {
  const rated = items.filter((table) => table.some((row) => row.some(isRated)));
  const fewest = Math.max(1, rated.length / 2);
  let tooFew = 0;
  const table = (items[0] ?? []).map((row, session) =>
    row.map((_, rater) => {
      const levels = rated.map((item) => item[session]?.[rater]).filter(isRated);
      if (levels.length === 0) return null;
      if (levels.length < fewest) {
        tooFew += 1;
        return null;
      }
      return levels.reduce((sum, level) => sum + level, 0) / levels.length;
    }),
  );
  return { table, tooFew };
}
