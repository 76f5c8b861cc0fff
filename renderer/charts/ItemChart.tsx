import { goodEnoughLevel } from '../../db/scale';
import { qualityColour } from './dots';
import styles from './Progress.module.css';
import type { Point } from './series';
import { thin } from './thin';

type Props = {
  points: readonly Point[];
  /** The same for every chart of the page, so that they can be compared. */
  span: readonly [number, number];
  number?: number;
  label: string;
  chosen: boolean;
  choose: () => void;
};

const width = 120;
const height = 54;

/** A small chart of one item, as a button that brings it into the large one. */
export function ItemChart({ points, span, number, label, chosen, choose }: Props) {
  const x = (time: number) => 4 + ((time - span[0]) / (span[1] - span[0])) * (width - 8);
  const y = (level: number) => 5 + ((7 - level) / 6) * (height - 10);
  const drawn = thin(points, ({ time }) => Math.floor(x(time) / 2)).flatMap(({ session, time, mean }) =>
    mean === null ? [] : [{ id: session.id, x: x(time), y: y(mean), mean }],
  );
  const radius = Math.min(3, Math.max(1.2, 45 / Math.max(drawn.length, 1)));
  return (
    <button type="button" className={styles.item} aria-pressed={chosen} onClick={choose}>
      <span className={styles.itemName}>
        {number !== undefined && <b>{number}</b>} {label}
      </span>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.itemChart} aria-hidden>
        <line
          x1={0}
          x2={width}
          y1={y(goodEnoughLevel)}
          y2={y(goodEnoughLevel)}
          stroke="var(--accent)"
          strokeDasharray="3 3"
          strokeWidth={0.9}
        />
        <polyline
          points={drawn.map((point) => `${point.x},${point.y}`).join(' ')}
          fill="none"
          stroke={drawn.length > 40 ? 'var(--line-strong)' : 'var(--secondary)'}
          strokeWidth={drawn.length > 40 ? 0.6 : 1.1}
        />
        {drawn.map((point) => (
          <circle
            key={point.id}
            cx={point.x}
            cy={point.y}
            r={radius}
            fill={qualityColour(point.mean)}
            stroke="var(--secondary)"
            strokeWidth={radius < 2 ? 0.3 : 0.7}
          />
        ))}
      </svg>
    </button>
  );
}
