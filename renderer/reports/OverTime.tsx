import { goodEnoughLevel, levels } from '../../db/scale';
import type { Point } from '../charts/series';
import { timeSpan, timeTicks } from '../charts/timeAxis';
import { tickLabel } from '../format';
import { useWords } from '../words/words';
import styles from './Paper.module.css';

const size = { width: 688, height: 236 };
const plot = { left: 26, right: 92, top: 16, bottom: 26 };
const bottom = size.height - plot.bottom;

const yOf = (level: number): number => bottom - ((level - 1) / 6) * (bottom - plot.top);

type Props = {
  quality: readonly Point[];
  adherence: readonly Point[];
  /** Milliseconds, UTC; numbered in this order, as in their list. */
  events: readonly number[];
};

/** The overall over time as it is printed: 1 to 7 whole, the line at 4, quality and adherence each by its shape. */
export function OverTime({ quality, adherence, events }: Props) {
  const { t, language } = useWords();
  const span = timeSpan(quality.length > 0 ? quality : adherence);
  const xOf = (time: number): number =>
    plot.left + ((time - span[0]) / (span[1] - span[0])) * (size.width - plot.left - plot.right);
  const ticks = timeTicks(span, 10);
  // The more sessions, the smaller their points; never fewer of them.
  const radius = quality.length > 120 ? 2 : quality.length > 40 ? 3 : 4.5;
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('reports.section.overTime')}
    >
      {levels.map((level) => (
        <g key={level}>
          <path d={`M${plot.left} ${yOf(level)}H${size.width - plot.right}`} stroke="var(--line)" />
          <text x={plot.left - 8} y={yOf(level) + 4} textAnchor="end" fill="var(--secondary)">
            {level}
          </text>
        </g>
      ))}
      <path
        d={`M${plot.left} ${yOf(goodEnoughLevel)}H${size.width - plot.right}`}
        stroke="var(--accent)"
        strokeDasharray="5 4"
      />
      <text x={size.width - plot.right + 6} y={yOf(goodEnoughLevel) + 4} fill="var(--accent)">
        {t('reports.line')}
      </text>
      {ticks.times.map((time) => (
        <text key={time} x={xOf(time)} y={size.height - 6} textAnchor="middle" fill="var(--secondary)">
          {tickLabel(time, ticks.unit, language)}
        </text>
      ))}
      {events.map((time, index) =>
        time < span[0] || time > span[1] ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event is its number in the list
          <g key={index}>
            <path d={`M${xOf(time)} ${plot.top}V${bottom}`} stroke="var(--secondary)" strokeDasharray="1 3" />
            {apart(events, index, xOf) && (
              <text x={xOf(time)} y={11} textAnchor="middle" fill="var(--secondary)">
                {index + 1}
              </text>
            )}
          </g>
        ),
      )}
      <path d={lineOf(adherence, xOf)} fill="none" stroke="var(--secondary)" strokeDasharray="3 3" />
      {adherence.map(
        ({ session, time, mean }) =>
          mean !== null && (
            <rect
              key={session.id}
              x={xOf(time) - radius - 1}
              y={yOf(mean) - radius - 1}
              width={2 * radius + 2}
              height={2 * radius + 2}
              fill="var(--card)"
              stroke="var(--secondary)"
            />
          ),
      )}
      <path d={lineOf(quality, xOf)} fill="none" stroke="var(--ink)" strokeWidth="1.3" />
      {quality.map((point) => (
        <QualityPoint key={point.session.id} point={point} x={xOf(point.time)} radius={radius} />
      ))}
    </svg>
  );
}

/** Larger where several raters stand behind it, with their range. */
function QualityPoint({ point, x, radius }: { point: Point; x: number; radius: number }) {
  const { mean, lowest, highest, raters } = point;
  if (mean === null || lowest === null || highest === null) return null;
  return (
    <g>
      {lowest < highest && (
        <path d={`M${x} ${yOf(lowest)}V${yOf(highest)}`} stroke="var(--ink)" strokeWidth="1.2" />
      )}
      <circle
        cx={x}
        cy={yOf(mean)}
        r={raters.length > 1 ? radius + 1 : radius}
        data-quality={Math.floor(mean)}
        fill="var(--quality)"
        stroke="var(--ink)"
        strokeWidth={raters.length > 1 ? 1.6 : 0.7}
      />
    </g>
  );
}

const lineOf = (points: readonly Point[], xOf: (time: number) => number): string =>
  points
    .flatMap(({ time, mean }) => (mean === null ? [] : [`${xOf(time)} ${yOf(mean)}`]))
    .map((place, index) => `${index === 0 ? 'M' : 'L'}${place}`)
    .join('');

/** Numbers that would stand on each other are left to the list. */
const apart = (times: readonly number[], index: number, xOf: (time: number) => number): boolean =>
  times.slice(0, index).every((one) => Math.abs(xOf(one) - xOf(times[index] ?? 0)) > 12);
