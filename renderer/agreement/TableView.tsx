import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { AgreementBasis, AgreementMeasure, AgreementTable } from '../../preload/api';
import { ChartCard } from '../charts/ChartCard';
import { chartFileName } from '../charts/chartFileName';
import { SideChoice } from '../charts/SideChoice';
import type { Side } from '../charts/series';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';
import type { Unit } from './figures';
import { OccasionCard } from './OccasionCard';
import { ScoreTable } from './ScoreTable';
import { firstOrder, type Sorting, sorted } from './sorting';
import { scoreTable } from './tables';

/** What is looked at in every view of the numbers. */
export type Looked = {
  table: AgreementTable;
  side: Side;
  setSide: (side: Side) => void;
  measure: AgreementMeasure;
  setMeasure: (measure: AgreementMeasure) => void;
};

/** Limits by resampling so few sessions are too narrow. */
const fewDrawn = 15;

/** The numbers of every score in one table, each with its interval, and in words. */
export function TableView({ table, side, setSide, basis }: Looked & { basis: AgreementBasis }) {
  const { t, language } = useWords();
  const [unit, setUnit] = useState<Unit>('single');
  const [sorting, setSorting] = useState<Sorting>({ by: 'measure', down: false });
  const rows = useMemo(
    () =>
      sorted(
        table.rows.filter((row) => row.side === side),
        sorting,
        unit,
      ),
    [table, side, sorting, unit],
  );
  const nameOf = (raterId: string) => table.raters.find(({ id }) => id === raterId)?.name ?? '';
  const title = t('agreement.tableTitle', { side: t(`agreement.sideOf.${side}`) });
  return (
    <div className={styles.cards}>
      <ChartCard
        title={title}
        how={t('agreement.tableHow')}
        onScreen={t('agreement.tableDo')}
        fileName={chartFileName('', title)}
        table={scoreTable(rows, unit, nameOf, t, language)}
        choices={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('agreement.unit')}
              data={[
                { value: 'single', label: t('agreement.single') },
                { value: 'mean', label: t('agreement.ofMean') },
              ]}
              value={unit}
              onChange={(next) => setUnit(next === 'mean' ? 'mean' : 'single')}
            />
            <SideChoice side={side} choose={setSide} />
          </>
        }
        legend={
          <p className={styles.note}>
            {t('agreement.tableLegend', { samples: table.samples })}
            {table.sessions < fewDrawn && ` ${t('agreement.fewDrawn', { count: table.sessions })}`}
            {rows.some(({ limitsBy }) => limitsBy === 'approximate') && ` ${t('agreement.approximate')}`}
          </p>
        }
      >
        <ScoreTable
          rows={rows}
          unit={unit}
          nameOf={nameOf}
          sessions={basis.sessions}
          sorting={sorting}
          sort={(by) => setSorting((now) => (now.by === by ? { by, down: !now.down } : firstOrder(by)))}
        />
      </ChartCard>
      <OccasionCard rows={table.rows.filter((row) => row.side === side)} side={side} />
    </div>
  );
}
