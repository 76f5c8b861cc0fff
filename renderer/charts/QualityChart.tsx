import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { goodEnoughLevel, itemOf, levels } from '../../db/scale';
import { monthShort } from '../format';
import { go } from '../place';
import { useWords } from '../words/words';
import { PointDot, RaterCount, SelfDot } from './dots';
import { PointTip } from './PointTip';
import styles from './Progress.module.css';
import { type Measure, overallMeasure, type Point } from './series';
import { monthDays, monthTicks, timeSpan } from './timeAxis';

/** One quality over sessions: the mean of the raters with their range, the therapist's own beside it. */
export function QualityChart({ points, measure }: { points: Point[]; measure: Measure }) {
  const { t, language } = useWords();
  const title =
    measure === overallMeasure ? t('progress.overall') : `${measure} ${itemOf(measure).name[language]}`;
  const drawn = points.map((point) => ({
    ...point,
    range:
      point.raters.length > 1 && point.mean !== null && point.lowest !== null && point.highest !== null
        ? [point.mean - point.lowest, point.highest - point.mean]
        : undefined,
  }));
  const openSession = (point: Point) => go({ name: 'session', sessionId: point.session.id });

  return (
    <section className="card" aria-labelledby="quality-chart">
      <h2 id="quality-chart">{title}</h2>
      <p className={styles.how}>{points.length === 1 ? t('progress.oneSession') : t('progress.how')}</p>
      {points.length === 0 ? (
        <p className={styles.nothing}>{t('progress.itemNotRated')}</p>
      ) : (
        <div className={styles.chart} data-testid="quality-chart">
          <ResponsiveContainer>
            <ComposedChart
              data={drawn}
              margin={{ top: 8, right: 86, bottom: 18, left: 0 }}
              accessibilityLayer
              title={title}
            >
              <CartesianGrid vertical={false} stroke="var(--line)" />
              <XAxis
                dataKey="time"
                type="number"
                scale="time"
                domain={timeSpan(points)}
                ticks={monthTicks(points, 9)}
                tickFormatter={(time) => monthShort(Number(time), language)}
                tick={{ fill: 'var(--secondary)', fontSize: 12, dy: 18 }}
                stroke="var(--line-strong)"
                tickLine={false}
              />
              <YAxis
                domain={[1, 7]}
                ticks={[...levels]}
                interval={0}
                width={46}
                tick={{ fill: 'var(--secondary)', fontSize: 12 }}
                axisLine={false}
                tickLine={false}
                label={{
                  value: t('rating.quality'),
                  angle: -90,
                  position: 'insideLeft',
                  offset: 10,
                  style: { fill: 'var(--secondary)', fontSize: 12, textAnchor: 'middle' },
                }}
              />
              {monthDays(points, 1).map((time) => (
                <ReferenceLine key={time} x={time} stroke="var(--line)" />
              ))}
              <ReferenceLine
                y={goodEnoughLevel}
                stroke="var(--accent)"
                strokeDasharray="5 4"
                label={{
                  value: t('progress.goodEnough'),
                  position: 'right',
                  fill: 'var(--accent)',
                  fontSize: 12,
                }}
              />
              <Tooltip content={<PointTip />} cursor={{ stroke: 'var(--line-strong)' }} />
              <Line
                dataKey="self"
                stroke="var(--secondary)"
                strokeDasharray="4 4"
                strokeWidth={1.5}
                connectNulls
                isAnimationActive={false}
                dot={<SelfDot open={openSession} />}
                activeDot={false}
              />
              <Line
                dataKey="mean"
                stroke="var(--ink)"
                strokeWidth={2}
                connectNulls
                isAnimationActive={false}
                dot={<PointDot open={openSession} />}
                activeDot={false}
              >
                <ErrorBar dataKey="range" width={6} stroke="var(--ink)" strokeWidth={1.5} direction="y" />
              </Line>
              <Line
                dataKey={() => 1}
                stroke="none"
                isAnimationActive={false}
                dot={<RaterCount />}
                activeDot={false}
                tooltipType="none"
                legendType="none"
              />
            </ComposedChart>
          </ResponsiveContainer>
        </div>
      )}
      {points.length > 0 && (
        <ul className={styles.legend}>
          <li>
            <svg width="26" height="12" aria-hidden>
              <path d="M0 6h26" stroke="var(--ink)" strokeWidth="2" />
              <circle cx="13" cy="6" r="5" fill="var(--q5)" stroke="var(--card)" />
            </svg>
            {t('progress.supervisors')}
          </li>
          <li>
            <svg width="26" height="12" aria-hidden>
              <path d="M0 6h26" stroke="var(--secondary)" strokeWidth="1.5" strokeDasharray="4 4" />
              <path d="M13 1.5 18 10.5H8Z" fill="var(--card)" stroke="var(--secondary)" strokeWidth="1.5" />
            </svg>
            {t('progress.self')}
          </li>
          <li>
            <span className={styles.count}>{t('progress.n')}</span> {t('progress.raterCount')}
          </li>
        </ul>
      )}
    </section>
  );
}
