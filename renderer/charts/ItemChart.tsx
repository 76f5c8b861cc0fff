import { Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { goodEnoughLevel } from '../../db/scale';
import { qualityColour } from './dots';
import styles from './Progress.module.css';
import type { Point } from './series';
import { timeSpan } from './timeAxis';

type Props = { points: Point[]; number?: number; label: string; chosen: boolean; choose: () => void };

/** A small chart of one item, as a button that brings it into the large one. */
export function ItemChart({ points, number, label, chosen, choose }: Props) {
  return (
    <button type="button" className={styles.item} aria-pressed={chosen} onClick={choose}>
      <span className={styles.itemName}>
        {number !== undefined && <b>{number}</b>} {label}
      </span>
      <span className={styles.itemChart} aria-hidden>
        <ResponsiveContainer>
          <LineChart
            data={points}
            margin={{ top: 4, right: 6, bottom: 4, left: 6 }}
            accessibilityLayer={false}
          >
            <XAxis dataKey="time" type="number" scale="time" domain={timeSpan(points)} hide />
            <YAxis domain={[1, 7]} hide />
            <ReferenceLine y={goodEnoughLevel} stroke="var(--accent)" strokeDasharray="3 3" />
            <Line
              dataKey="mean"
              stroke="var(--secondary)"
              strokeWidth={1.2}
              connectNulls={false}
              isAnimationActive={false}
              dot={<SmallDot />}
              activeDot={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </span>
    </button>
  );
}

function SmallDot({ cx, cy, payload }: { cx?: number; cy?: number; payload?: Point }) {
  if (cx === undefined || cy === undefined || payload?.mean == null) return null;
  return (
    <circle
      cx={cx}
      cy={cy}
      r={3}
      fill={qualityColour(payload.mean)}
      stroke="var(--secondary)"
      strokeWidth={0.8}
    />
  );
}
