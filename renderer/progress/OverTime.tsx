import { useMemo, useRef } from 'react';
import type { Subject, SubjectProgress } from '../../db/progress';
import { itemOf } from '../../db/scale';
import type { Library } from '../../preload/api';
import { ChartCard } from '../charts/ChartCard';
import { chartFileName } from '../charts/chartFileName';
import { MeasureChart } from '../charts/MeasureChart';
import { MeasureLegend } from '../charts/MeasureLegend';
import { measureTable } from '../charts/measureTable';
import { SideChoice } from '../charts/SideChoice';
import { type Measure, overallMeasure, type Point, pointsOf, type Side } from '../charts/series';
import { thinned } from '../charts/thin';
import { trendOf } from '../charts/trend';
import { go } from '../place';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { Beside } from './Beside';
import { EveryItem } from './EveryItem';
import styles from './Page.module.css';

type Props = {
  /** As files about the subject are called. */
  about: string;
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

/** One level over time in a large chart, and every other in small ones that lead there. */
export function OverTime(props: Props) {
  const { about, subject, library, progress, measure, side } = props;
  const { t, language } = useWords();
  const { ref, size } = useSize();
  const large = useRef<HTMLDivElement>(null);
  const points = useMemo(() => pointsOf(progress, measure, side), [progress, measure, side]);
  const trend = useMemo(
    () => trendOf(points.flatMap(({ time, mean }) => (mean === null ? [] : [{ time, level: mean }]))),
    [points],
  );
  const title =
    measure === overallMeasure
      ? t(`progress.overallOf.${side}`)
      : `${measure} ${itemOf(measure).name[language]}: ${t(`progress.sideOf.${side}`)}`;
  const choose = (next: Measure) => {
    props.setMeasure(next);
    large.current?.scrollIntoView({ block: 'nearest' });
  };
  const drawn = size.width === 0 ? points.length : thinned(points, size.width).length;

  return (
    <>
      <div className={styles.top} ref={large}>
        <ChartCard
          title={title}
          how={points.length === 1 ? t('progress.oneSession') : t('progress.how')}
          {...(points.length > 0 && { onScreen: t('progress.howOpens') })}
          fileName={chartFileName(about, title)}
          table={measureTable(points, t, language)}
          choices={<SideChoice side={side} choose={props.setSide} />}
          legend={<MeasureLegend points={points} trend={props.trend && trend.outcome === 'trend'} />}
        >
          <div className={styles.chart} ref={ref} data-testid="measure-chart">
            {points.length === 0 && <p className={styles.nothing}>{t('progress.notRated')}</p>}
            {points.length > 0 && size.width > 0 && (
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
      <EveryItem {...{ about, progress, side, measure, choose }} />
    </>
  );
}

const openSession = ({ session }: Point) => go({ name: 'results', sessionId: session.id });
