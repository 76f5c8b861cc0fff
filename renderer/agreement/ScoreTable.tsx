import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { AgreementMeasure, AgreementRow, AgreementSession } from '../../preload/api';
import { useWords } from '../words/words';
import type { Unit } from './figures';
import { IntervalAxis } from './IntervalBar';
import { ScoreRow } from './ScoreRow';
import styles from './ScoreTable.module.css';
import type { NameOf } from './sentences';
import { type Column, columns, type Sorting } from './sorting';

type Props = {
  /** In the order in which they stand. */
  rows: readonly AgreementRow[];
  unit: Unit;
  nameOf: NameOf;
  sessions: readonly AgreementSession[];
  sorting: Sorting;
  sort: (by: Column) => void;
};

/** Two lines for each score: the numbers, and what they say. A name opens all that is behind them. */
export function ScoreTable({ rows, unit, nameOf, sessions, sorting, sort }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState<AgreementMeasure>();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={styles.head}
              data-column={column}
              colSpan={column === 'interval' ? 2 : undefined}
              aria-sort={sorting.by === column ? (sorting.down ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                className={styles.sort}
                title={t(`agreement.headSaid.${column}`)}
                onClick={() => sort(column)}
              >
                {t(`agreement.head.${column}`, {
                  form: unit === 'single' ? 'ICC(A,1)' : 'ICC(A,k)',
                })}
                {sorting.by === column &&
                  (sorting.down ? (
                    <IconArrowDown size={12} aria-hidden />
                  ) : (
                    <IconArrowUp size={12} aria-hidden />
                  ))}
              </button>
              {column === 'interval' && <IntervalAxis />}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <ScoreRow
          key={row.measure}
          row={row}
          unit={unit}
          nameOf={nameOf}
          sessions={sessions}
          open={open === row.measure}
          toggle={() => setOpen((now) => (now === row.measure ? undefined : row.measure))}
        />
      ))}
    </table>
  );
}
