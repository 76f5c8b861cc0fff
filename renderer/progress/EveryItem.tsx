import { useMemo } from 'react';
import type { SubjectProgress } from '../../db/progress';
import { itemOf, items } from '../../db/scale';
import { ChartCard } from '../charts/ChartCard';
import { chartFileName } from '../charts/chartFileName';
import { heatOf } from '../charts/heat';
import { heatTable } from '../charts/heatTable';
import { ItemChart } from '../charts/ItemChart';
import { type Measure, overallMeasure, pointsOf, type Side } from '../charts/series';
import { timeSpan } from '../charts/timeAxis';
import { dayShort } from '../format';
import { useWords } from '../words/words';
import styles from './Page.module.css';

type Props = {
  /** As files about the subject are called. */
  about: string;
  progress: SubjectProgress;
  side: Side;
  measure: Measure;
  choose: (measure: Measure) => void;
};

const measures: readonly Measure[] = [overallMeasure, ...items.map(({ number }) => number)];

/** The overall and each item over time in a small chart, which leads to the large one. */
export function EveryItem({ about, progress, side, measure, choose }: Props) {
  const { t, language } = useWords();
  const small = useMemo(
    () => measures.map((one) => ({ measure: one, points: pointsOf(progress, one, side) })),
    [progress, side],
  );
  const sessions = useMemo(() => heatOf(progress, side), [progress, side]);
  const first = sessions[0]?.session.date;
  const last = sessions.at(-1)?.session.date;
  const title = t('progress.everyItem', { side: t(`progress.sideOf.${side}`) });
  return (
    <ChartCard
      title={title}
      how={how()}
      onScreen={t('progress.everyItemDo')}
      fileName={chartFileName(about, title)}
      table={heatTable(sessions, t, language)}
    >
      <div className={styles.small}>
        {small.map((one) => (
          <ItemChart
            key={one.measure}
            points={one.points}
            span={timeSpan(sessions)}
            {...(one.measure === overallMeasure
              ? { label: t(`progress.overallOf.${side}`) }
              : { number: one.measure, label: itemOf(one.measure).short[language] })}
            chosen={one.measure === measure}
            choose={() => choose(one.measure)}
          />
        ))}
      </div>
    </ChartCard>
  );

  function how(): string {
    if (first === undefined || last === undefined || first === last) return t('progress.everyItemHow');
    const days = { from: dayShort(first, language), to: dayShort(last, language) };
    return `${t('progress.everyItemHow')} ${t('progress.everyItemDays', days)}`;
  }
}
