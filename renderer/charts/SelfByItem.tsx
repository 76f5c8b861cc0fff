import {
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { signed } from '../format';
import { useWords } from '../words/words';
import { aboveLines } from './aboveLines';
import { ChartCard } from './ChartCard';
import styles from './Comparisons.module.css';
import { chartFileName } from './chartFileName';
import { SelfItemMarks } from './SelfItemMarks';
import { type byMeasure, reach } from './selfDifference';
import { summariesTable } from './selfTables';
import type { Side } from './series';
import { fewestForInterval } from './tInterval';

/** `about` is what files about the subject are called by. */
type Props = { about: string; summaries: ReturnType<typeof byMeasure>; side: Side };

const rows = Array.from({ length: 20 }, (_, measure) => measure);

/** The mean difference of the overall and of each item, with how many sessions stand behind it. */
export function SelfByItem({ about, summaries, side }: Props) {
  const { t, language } = useWords();
  const title = t('comparisons.selfByTitle', { side: t(`rating.${side}`).toLowerCase() });
  const furthest = reach(
    summaries.flatMap(({ mean, interval }) => [mean, ...(interval ? [interval.low, interval.high] : [])]),
  );
  const ticks = Array.from({ length: furthest * 2 + 1 }, (_, index) => index - furthest);
  const few = summaries.some(({ interval }) => interval === undefined);
  return (
    <ChartCard
      title={title}
      how={t('comparisons.selfByHow')}
      fileName={chartFileName(about, title)}
      table={summariesTable(summaries, t, language)}
      legend={
        few && (
          <ul className={styles.legend}>
            <li>
              <svg width="12" height="12" aria-hidden>
                <circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
              </svg>
              {t('comparisons.selfByFew', { fewest: fewestForInterval })}
            </li>
          </ul>
        )
      }
    >
      <div className={styles.byItem}>
        <ResponsiveContainer>
          <ScatterChart
            margin={{ top: 22, right: 44, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            title={title}
          >
            <XAxis
              dataKey="mean"
              type="number"
              domain={[-furthest, furthest]}
              ticks={ticks}
              interval={0}
              tickFormatter={(value) => signed(Number(value), language)}
              tick={{ fill: 'var(--secondary)', fontSize: 12 }}
              stroke="var(--line-strong)"
              tickLine={false}
            />
            <YAxis
              dataKey="measure"
              type="number"
              domain={[-0.6, 19.6]}
              reversed
              ticks={rows}
              interval={0}
              width={150}
              tick={false}
              axisLine={false}
              tickLine={false}
            />
            {ticks.map((tick) => (
              <ReferenceLine key={tick} x={tick} stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'} />
            ))}
            <Scatter data={summaries} isAnimationActive={false} shape={() => <g />} />
            <ZIndexLayer zIndex={aboveLines}>
              <SelfItemMarks summaries={summaries} furthest={furthest} />
            </ZIndexLayer>
          </ScatterChart>
        </ResponsiveContainer>
      </div>
    </ChartCard>
  );
}
