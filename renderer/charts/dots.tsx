/** The signs on a chart. Recharts clones them with the place and the data of each point. */
import { useYAxisScale } from 'recharts';
import styles from './Progress.module.css';
import type { Point } from './series';

type Dot = {
  cx?: number;
  cy?: number;
  payload?: Point;
  radius: number;
  open?: ((point: Point) => void) | undefined;
};

/** A mean takes the colour of the level it has reached: 3.9 is not yet good enough. */
export const qualityColour = (mean: number): string => `var(--q${Math.floor(mean)})`;

/** The mean of the raters, coloured by level; larger where several raters stand behind it. */
export function PointDot({ cx, cy, payload, radius, open }: Dot) {
  if (cx === undefined || cy === undefined || payload?.mean == null) return null;
  const drawn = payload.raters.length > 1 ? radius * 1.27 : radius;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the arrows and Enter, and the table its links
    <g onClick={() => open?.(payload)} className={open && styles.dot}>
      {/* What the mouse may hit is never smaller than it can. */}
      {open && drawn < 7 && <circle cx={cx} cy={cy} r={7} fill="transparent" />}
      <circle
        cx={cx}
        cy={cy}
        r={drawn}
        fill={qualityColour(payload.mean)}
        stroke={radius < 4 ? 'var(--secondary)' : 'var(--card)'}
        strokeWidth={radius < 4 ? 0.6 : 1.5}
        data-session={payload.session.id}
      />
    </g>
  );
}

/**
 * Therapists' own ratings: open triangles, which no therapist's marks have. Where one would lie under the mean of the
 * raters it stands a little to the right.
 */
export function SelfDot({ cx, payload, radius, open }: Dot) {
  const y = useYAxisScale();
  if (cx === undefined || y === undefined || payload === undefined) return null;
  const size = Math.max(radius + 0.5, 3);
  const own = [...new Set(payload.self.map(({ level }) => level))];
  return own.map((level) => {
    const cy = y(level);
    const x = payload.mean !== null && Math.abs(level - payload.mean) < 0.25 ? cx + size * 1.6 : cx;
    return (
      cy !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the arrows and Enter, and the table its links
        <path
          key={level}
          d={`M${x} ${cy - size} ${x + size} ${cy + size * 0.75}H${x - size}Z`}
          fill="var(--card)"
          stroke="var(--secondary)"
          strokeWidth={size < 4.5 ? 1 : 1.5}
          className={open && styles.dot}
          onClick={() => open?.(payload)}
        />
      )
    );
  });
}
