import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { itemOf, items } from '../../db/scale';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';
import type { byMeasure } from './selfDifference';
import { overallMeasure } from './series';

const rows = [overallMeasure, ...items.map(({ number }) => number)];

/** A row for each measure: its name, the mean difference with its interval, and the number of sessions. */
export function SelfItemMarks({
  summaries,
  furthest,
}: {
  summaries: ReturnType<typeof byMeasure>;
  furthest: number;
}) {
  const { t, language } = useWords();
  const area = usePlotArea();
  const across = useXAxisScale();
  const down = useYAxisScale();
  if (area === undefined || across === undefined || down === undefined) return null;
  const x = (value: number) => Number(across(Math.min(furthest, Math.max(-furthest, value))));
  const right = area.x + area.width;
  return (
    <>
      <text x={x(0) + 8} y={area.y - 8} fontSize={12} className={styles.soft}>
        {`${t('comparisons.selfAbove')} →`}
      </text>
      <text x={x(0) - 8} y={area.y - 8} textAnchor="end" fontSize={12} className={styles.soft}>
        {`← ${t('comparisons.selfBelow')}`}
      </text>
      <text x={right + 36} y={area.y - 8} textAnchor="end" fontSize={12} className={styles.soft}>
        {t('comparisons.n')}
      </text>
      {rows.map((measure) => {
        const y = Number(down(measure));
        const summary = summaries.find((one) => one.measure === measure);
        return (
          <g key={measure} data-measure={measure}>
            {measure === overallMeasure ? (
              <text x={0} y={y} dy="0.35em" fontSize={12} fontWeight={600} fill="var(--ink)">
                {t('rating.overall')}
              </text>
            ) : (
              <>
                <text x={18} y={y} dy="0.35em" fontSize={12} textAnchor="end" className={styles.soft}>
                  {measure}
                </text>
                <text x={25} y={y} dy="0.35em" fontSize={12} fill="var(--ink)">
                  {itemOf(measure).short[language]}
                </text>
              </>
            )}
            {summary?.interval && (
              <path
                d={`M${x(summary.interval.low)} ${y}H${x(summary.interval.high)}`}
                stroke="var(--secondary)"
                strokeWidth={2}
              />
            )}
            {summary && (
              <circle
                cx={x(summary.mean)}
                cy={y}
                r={measure === overallMeasure ? 5.5 : 4.5}
                fill={summary.interval ? 'var(--ink)' : 'var(--card)'}
                stroke={summary.interval ? 'var(--card)' : 'var(--ink)'}
                strokeWidth={summary.interval ? 1 : 1.5}
              />
            )}
            <text x={right + 36} y={y} dy="0.35em" fontSize={11} textAnchor="end" className={styles.soft}>
              {summary?.count ?? 0}
            </text>
          </g>
        );
      })}
    </>
  );
}
