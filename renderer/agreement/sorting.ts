/** The order of the table's rows: pure. */
import type { AgreementRow } from '../../preload/api';
import { iccOf, type Unit } from './figures';

export const columns = ['measure', 'interval', 'within1', 'bias', 'ac2', 'sd', 'n', 'k', 'occasion'] as const;
export type Column = (typeof columns)[number];
export type Sorting = { by: Column; down: boolean };

/** The first click on a heading puts what matters first: names from the start, the lowest agreement, the largest bias. */
export const firstOrder = (by: Column): Sorting => ({
  by,
  down: by === 'bias' || by === 'occasion' || by === 'n' || by === 'k',
});

/** What has no number stands last, whichever way; equals keep the order of the scale. */
export function sorted(
  rows: readonly AgreementRow[],
  { by, down }: Sorting,
  unit: Unit,
): readonly AgreementRow[] {
  if (by === 'measure') return down ? rows.toReversed() : rows;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, by, unit) }));
  return keyed
    .toSorted((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined);
      return down ? b.key - a.key : a.key - b.key;
    })
    .map(({ row }) => row);
}

function keyOf(row: AgreementRow, by: Exclude<Column, 'measure'>, unit: Unit): number | undefined {
  switch (by) {
    case 'interval':
      return iccOf(row, unit).value;
    case 'within1':
      return row.within1.value;
    case 'bias':
      return row.bias?.difference.value === undefined ? undefined : Math.abs(row.bias.difference.value);
    case 'ac2':
      return row.ac2.value;
    case 'sd':
      return row.sd.value;
    case 'n':
      return row.n;
    case 'k':
      return row.k;
    case 'occasion':
      return row.occasion.different;
    default:
      return by satisfies never;
  }
}
