import { SegmentedControl } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { Subject, SubjectProgress } from '../../db/progress';
import { itemOf, items } from '../../db/scale';
import type { Library } from '../../preload/api';
import { ChartCard } from '../charts/ChartCard';
import { ItemChart } from '../charts/ItemChart';
import { MeasureChart } from '../charts/MeasureChart';
import { MeasureLegend } from '../charts/MeasureLegend';
import { measureTable } from '../charts/measureTable';
import { type Measure, overallMeasure, type Point, pointsOf, type Side } from '../charts/series';
import { thinned } from '../charts/thin';
import { timeSpan } from '../charts/timeAxis';
import { trendOf } from '../charts/trend';
import { useSize } from '../charts/useSize';
import { go } from '../place';
import { useWords } from '../words/words';
import { Beside } from './Beside';
import styles from './Page.module.css';

type Props = {
  subject: Subject;
  library: Library;
  /** Filtered, of one edition. */
  progress: SubjectProgress;
  measure: Measure;
  setMeasure: (measure: Measure) => void;
  side: Side;
  setSide: (side: Side) => void;
  trend: boolean;
  setTrend: (shown: boolean) => void;
};

const measures: readonly Measure[] = [overallMeasure, ...items.map(({ number }) => number)];

/** One level over time in a large chart, and every other in small ones that lead there. */
export function OverTime(props: Props) {
  const { subject, library, progress, measure, side } = props;
  const { t, language } = useWords();
  const { ref, size } = useSize();
  const large = useRef<HTMLDivElement>(null);
  const points = useMemo(() => pointsOf(progress, measure, side), [progress, measure, side]);
  const small = useMemo(
    () => measures.map((one) => ({ measure: one, points: pointsOf(progress, one, side) })),
    [progress, side],
  );
  const trend = useMemo(
    () => trendOf(points.flatMap(({ time, mean }) => (mean === null ? [] : [{ time, level: mean }]))),
    [points],
  );
  const span = timeSpan(small.flatMap((one) => one.points).sort((a, b) => a.time - b.time));
  const title =
    measure === overallMeasure
      ? t(`progress.overallOf.${side}`)
      : `${measure} ${itemOf(measure).name[language]}: ${t(`progress.sideOf.${side}`)}`;
  const choose = (next: Measure) => {
    props.setMeasure(next);
    large.current?.scrollIntoView({ block: 'nearest' });
  };
  const drawn = size === undefined ? points.length : thinned(points, size.width).length;

  return (
    <>
      <div className={styles.top} ref={large}>
        <ChartCard
          title={title}
          how={points.length === 1 ? t('progress.oneSession') : t('progress.how')}
          fileName={title}
          table={measureTable(points, t, language)}
          choices={
            <SegmentedControl
              size="xs"
              aria-label={t('progress.side')}
              data={[
                { value: 'quality', label: t('rating.quality') },
                { value: 'adherence', label: t('rating.adherence') },
              ]}
              value={side}
              onChange={(value) => props.setSide(value === 'adherence' ? 'adherence' : 'quality')}
            />
          }
          legend={<MeasureLegend points={points} trend={props.trend && trend.outcome === 'trend'} />}
        >
          <div className={styles.chart} ref={ref} data-testid="measure-chart">
            {points.length === 0 && <p className={styles.nothing}>{t('progress.notRated')}</p>}
            {points.length > 0 && size !== undefined && (
              <MeasureChart
                label={title}
                points={points}
                side={side}
                {...size}
                events={progress.events}
                trend={props.trend ? trend : undefined}
                open={openSession}
              />
            )}
          </div>
          {drawn < points.length && (
            <p className={styles.note}>{t('progress.thinned', { drawn, count: points.length })}</p>
          )}
        </ChartCard>
        <Beside
          subject={subject}
          library={library}
          events={progress.events}
          measure={measure}
          trend={trend}
          shown={props.trend}
          show={props.setTrend}
        />
      </div>
      <section className="card" aria-labelledby="every-item">
        <h2 id="every-item">
          {t('progress.everyItem')} <span className={styles.note}>{t('progress.everyItemHow')}</span>
        </h2>
        <div className={styles.small}>
          {small.map((one) => (
            <ItemChart
              key={one.measure}
              points={one.points}
              span={span}
              {...(one.measure === overallMeasure
                ? { label: t(`progress.overallOf.${side}`) }
                : { number: one.measure, label: itemOf(one.measure).short[language] })}
              chosen={one.measure === measure}
              choose={() => choose(one.measure)}
            />
          ))}
        </div>
      </section>
    </>
  );
}

const openSession = ({ session }: Point) => go({ name: 'results', sessionId: session.id });
