import { useRef } from 'react';
import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { goodEnoughLevel, levels } from '../../db/scale';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { AgainstFields } from './AgainstFields';
import { AgainstMarks } from './AgainstMarks';
import { AgainstTip } from './AgainstTip';
import { aboveLines } from './aboveLines';
import { countFields } from './against';
import type { AgainstMark } from './againstMarks';
import { ChartTip } from './ChartTip';
import styles from './Comparisons.module.css';
import type { Spot } from './spread';
import { useMarks } from './useMarks';

type Props = {
  marks: AgainstMark[];
  pairs: readonly { adherence: number; quality: number }[];
  ofItems: boolean;
  title: string;
};

const axis = { fill: 'var(--secondary)', fontSize: 12 };
const axisTitle = { fill: 'var(--secondary)', fontSize: 12, textAnchor: 'middle' as const };

/** Adherence to the right, quality upwards, both whole from 1 to 7, with a line at 4 across and one up. */
export function AgainstDrawing({ marks, pairs, ofItems, title }: Props) {
  const { t } = useWords();
  const { ref, size } = useSize();
  // Written where the axes are known; only read when something is pointed at.
  const placed = useRef<Spot[]>([]);
  const { active, point, keys } = useMarks(marks.length);
  const mark = active === undefined ? undefined : marks[active];
  const at = active === undefined ? undefined : placed.current[active];
  return (
    <div ref={ref} className={styles.frame}>
      <div
        className={ofItems ? styles.against : styles.bubbles}
        role="application"
        aria-label={t('comparisons.keys', { title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrow keys go from sign to sign
        tabIndex={0}
        onPointerLeave={() => point(undefined)}
        {...keys}
      >
        <ResponsiveContainer>
          <ScatterChart margin={{ top: 0, right: 0, bottom: 16, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--line)" />
            <XAxis
              dataKey="adherence"
              type="number"
              domain={[1, 7]}
              ticks={[...levels]}
              interval={0}
              padding={{ left: 28, right: 28 }}
              tick={axis}
              stroke="var(--line-strong)"
              tickLine={false}
              label={{
                value: t('rating.adherence'),
                position: 'insideBottom',
                offset: -10,
                style: axisTitle,
              }}
            />
            <YAxis
              dataKey="quality"
              type="number"
              domain={[1, 7]}
              ticks={[...levels]}
              interval={0}
              padding={{ top: 42, bottom: 42 }}
              width={46}
              tick={axis}
              stroke="var(--line-strong)"
              tickLine={false}
              label={{
                value: t('rating.quality'),
                angle: -90,
                position: 'insideLeft',
                offset: 10,
                style: axisTitle,
              }}
            />
            <ReferenceLine x={goodEnoughLevel} stroke="var(--secondary)" strokeDasharray="2 4" />
            <ReferenceLine y={goodEnoughLevel} stroke="var(--accent)" strokeDasharray="5 4" />
            <Scatter data={marks} isAnimationActive={false} shape={() => <g />} />
            <ZIndexLayer zIndex={aboveLines}>
              <AgainstFields count={countFields(pairs)} ofItems={ofItems} />
              <AgainstMarks marks={marks} active={active} point={point} placed={placed} />
            </ZIndexLayer>
          </ScatterChart>
        </ResponsiveContainer>
      </div>
      <ChartTip at={at && { ...at, radius: 10 }} frame={size}>
        {mark !== undefined && <AgainstTip mark={mark} />}
      </ChartTip>
    </div>
  );
}
