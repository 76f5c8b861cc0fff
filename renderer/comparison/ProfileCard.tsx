import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { itemOf, type Language } from '../../db/scale';
import type { AgreementSide } from '../../preload/api';
import { points } from '../agreement/figures';
import { ChartCard } from '../charts/ChartCard';
import comparisons from '../charts/Comparisons.module.css';
import { chartFileName } from '../charts/chartFileName';
import type { Cell, ChartTable } from '../charts/chartTable';
import { useSize } from '../useSize';
import { useWords, type Words } from '../words/words';
import styles from './Comparison.module.css';
import { ComparisonProfile, rowKey } from './ComparisonProfile';
import { OwnSign, StandardSign } from './ComparisonSigns';
import { type ComparisonRow, furthestFirst } from './rows';

const orders = ['number', 'difference'] as const;
type Order = (typeof orders)[number];

type Props = {
  /** Of the session, for the file. */
  session: string;
  /** Whose rating it is, as a column says it. */
  whose: string;
  sides: readonly AgreementSide[];
  rows: readonly ComparisonRow[];
};

/** The profile beside the standard, by number or with what is furthest from it first. */
export function ProfileCard({ session, whose, sides, rows }: Props) {
  const { t, language } = useWords();
  const [order, setOrder] = useState<Order>('number');
  const { ref, size } = useSize<HTMLDivElement>({ width: 600, height: 600 });
  const title = t('comparison.profile');
  const measures = measuresIn(rows, order);
  const byKey = new Map(rows.map((row) => [rowKey(row.side, row.measure), row]));
  return (
    <ChartCard
      title={title}
      how={t('comparison.profileHow')}
      fileName={chartFileName(session, title)}
      table={tableOf(rows, measures, whose, t, language)}
      choices={
        <SegmentedControl
          size="xs"
          aria-label={t('results.order')}
          value={order}
          onChange={(next) => setOrder(orders.find((one) => one === next) ?? 'number')}
          data={orders.map((value) => ({ value, label: t(`comparison.order.${value}`) }))}
        />
      }
      legend={
        <ul className={comparisons.legend}>
          <li>
            <Sign>
              <OwnSign quality={undefined} />
            </Sign>
            {whose}
          </li>
          <li>
            <Sign>
              <StandardSign />
            </Sign>
            {t('comparison.standard')}
          </li>
          <li>{t('comparison.legendFar')}</li>
        </ul>
      }
    >
      <div ref={ref} className={styles.drawing}>
        <ComparisonProfile
          title={title}
          width={Math.max(sides.length > 1 ? 640 : 480, size.width)}
          sides={sides}
          rows={byKey}
          measures={measures}
        />
      </div>
    </ChartCard>
  );
}

const Sign = ({ children }: { children: React.ReactNode }) => (
  <svg width="22" height="22" viewBox="-11 -11 22 22" aria-hidden>
    {children}
  </svg>
);

/** The overall stays above. */
function measuresIn(rows: readonly ComparisonRow[], order: Order): number[] {
  const sorted =
    order === 'number'
      ? rows.toSorted((a, b) => a.measure - b.measure)
      : rows.toSorted((a, b) => Number(b.measure === 0) - Number(a.measure === 0) || furthestFirst(a, b));
  return [...new Set(sorted.map(({ measure }) => measure))];
}

function tableOf(
  rows: readonly ComparisonRow[],
  measures: readonly number[],
  whose: string,
  t: Words,
  language: Language,
): ChartTable {
  const level = (value: number | null, noOccasion: boolean): Cell =>
    noOccasion
      ? { text: t('results.noOccasion') }
      : value === null
        ? { text: '–', value: '' }
        : { text: String(value), value };
  return {
    head: [
      t('rating.item'),
      t('agreement.csv.side'),
      whose,
      t('comparison.standard'),
      t('comparison.difference'),
    ],
    rows: rows
      .toSorted((a, b) => measures.indexOf(a.measure) - measures.indexOf(b.measure))
      .map((row) => [
        {
          text:
            row.measure === 0 ? t('rating.overall') : `${row.measure} ${itemOf(row.measure).name[language]}`,
        },
        { text: t(`rating.${row.side}`) },
        level(row.own, row.ownNoOccasion),
        level(row.standard, row.standardNoOccasion),
        row.difference === undefined
          ? { text: '–', value: '' }
          : { text: points(row.difference, language, 0), value: row.difference },
      ]),
  };
}
