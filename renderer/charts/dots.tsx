/** The signs on a chart. Recharts clones them with the place and the data of each point. */

import styles from './Progress.module.css';
import type { Point } from './series';

type Dot = { cx?: number; cy?: number; payload?: Point; open: (point: Point) => void };

/** A mean takes the colour of the level it has reached: 3.9 is not yet good enough. */
export const qualityColour = (mean: number): string => `var(--q${Math.floor(mean)})`;

/** The mean of the raters, coloured by quality; larger where several raters stand behind it. */
export function PointDot({ cx, cy, payload, open }: Dot) {
  if (cx === undefined || cy === undefined || payload?.mean == null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside has a link for each point
    <circle
      cx={cx}
      cy={cy}
      r={payload.raters.length > 1 ? 7 : 5.5}
      fill={qualityColour(payload.mean)}
      stroke="var(--card)"
      strokeWidth={1.5}
      className={styles.dot}
      data-session={payload.session.id}
      onClick={() => open(payload)}
    />
  );
}

/** The therapist's own rating: an open triangle, which no therapist's marks have. */
export function SelfDot({ cx, cy, payload, open }: Dot) {
  if (cx === undefined || cy === undefined || payload?.self.length !== 1) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside has a link for each point
    <path
      d={`M${cx} ${cy - 6} ${cx + 6} ${cy + 4.5}H${cx - 6}Z`}
      fill="var(--card)"
      stroke="var(--secondary)"
      strokeWidth={1.5}
      className={styles.dot}
      onClick={() => open(payload)}
    />
  );
}

/** How many raters stand behind the point above, just under the axis. */
export function RaterCount({ cx, cy, payload }: Partial<Dot>) {
  if (cx === undefined || cy === undefined || payload === undefined) return null;
  return (
    <text x={cx} y={cy + 16} textAnchor="middle" className={styles.count}>
      {payload.raters.length}
    </text>
  );
}
