import { useRef } from 'react';
import {
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { signed, tickLabel } from '../format';
import { go } from '../place';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { aboveLines } from './aboveLines';
import { ChartTip } from './ChartTip';
import styles from './Comparisons.module.css';
import { DifferenceTip } from './DifferenceTip';
import { SelfEdges } from './SelfEdges';
import { SelfMarks } from './SelfMarks';
import { type Difference, type DifferenceSummary, reach, type SelfRater } from './selfDifference';
import type { Spot } from './spread';
import { timeTicks } from './timeAxis';
import { useMarks } from './useMarks';

type Props = {
  differences: Difference[];
  summary: DifferenceSummary;
  selfRaters: SelfRater[];
  /** Milliseconds since 1970, UTC. */
  span: [number, number];
  title: string;
};

const axis = { fill: 'var(--secondary)', fontSize: 12 };

/** Differences over time around a line at zero, with the mean and its interval as a band. */
export function SelfDrawing({ differences, summary, selfRaters, span, title }: Props) {
  const { t, language } = useWords();
  const { ref, size } = useSize();
  // Written where the axes are known; only read when something is pointed at.
  const placed = useRef<Spot[]>([]);
  const open = (index: number) => {
    const session = differences[index]?.session;
    if (session !== undefined) go({ name: 'results', sessionId: session.id });
  };
  const { active, point, keys } = useMarks(differences.length, open);
  const { interval, mean } = summary;
  const each = differences.flatMap((one) => [
    one.difference,
    ...one.each.map(({ difference }) => difference),
  ]);
  const furthest = reach([...each, ...(interval ? [interval.low, interval.high] : [])]);
  const within = (value: number) => Math.min(furthest, Math.max(-furthest, value));
  const ticks = Array.from({ length: furthest * 2 + 1 }, (_, index) => index - furthest);
  const times = timeTicks(span, Math.max(2, Math.floor((size.width - 130) / 64)));
  const one = active === undefined ? undefined : differences[active];
  const at = active === undefined ? undefined : placed.current[active];

  return (
    <div ref={ref} className={styles.frame}>
      <div
        className={styles.over}
        role="application"
        aria-label={t('comparisons.keys', { title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrow keys go from sign to sign
        tabIndex={0}
        onPointerLeave={() => point(undefined)}
        {...keys}
      >
        <ResponsiveContainer>
          <ScatterChart margin={{ top: 0, right: 84, bottom: 4, left: 0 }} accessibilityLayer={false}>
            <XAxis
              dataKey="time"
              type="number"
              scale="time"
              domain={span}
              ticks={times.times}
              tickFormatter={(time) => tickLabel(Number(time), times.unit, language)}
              tick={axis}
              stroke="var(--line-strong)"
              tickLine={false}
            />
            <YAxis
              dataKey="difference"
              type="number"
              domain={[-furthest, furthest]}
              ticks={ticks}
              interval={0}
              padding={{ top: 24, bottom: 24 }}
              tickFormatter={(value) => signed(Number(value), language)}
              width={40}
              tick={axis}
              axisLine={false}
              tickLine={false}
            />
            {interval && (
              <ReferenceArea
                y1={within(interval.low)}
                y2={within(interval.high)}
                fill="var(--accent-ground)"
                fillOpacity={1}
              />
            )}
            {ticks.map((tick) => (
              <ReferenceLine key={tick} y={tick} stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'} />
            ))}
            <ReferenceLine
              y={mean}
              stroke="var(--accent)"
              strokeWidth={2}
              label={{
                value: t('comparisons.selfMeanOf', { mean: signed(mean, language) }),
                position: 'right',
                fill: 'var(--accent)',
                fontSize: 12,
              }}
            />
            <Scatter data={differences} isAnimationActive={false} shape={() => <g />} />
            <ZIndexLayer zIndex={aboveLines}>
              <SelfEdges above={t('comparisons.selfAbove')} below={t('comparisons.selfBelow')} />
              <SelfMarks
                differences={differences}
                selfRaters={selfRaters}
                active={active}
                point={point}
                open={open}
                placed={placed}
              />
            </ZIndexLayer>
          </ScatterChart>
        </ResponsiveContainer>
      </div>
      <ChartTip at={at && { ...at, radius: 10 }} frame={size}>
        {one !== undefined && <DifferenceTip difference={one} />}
      </ChartTip>
    </div>
  );
}
