import { type RefObject, useEffect, useMemo } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';
import styles from './Comparisons.module.css';
import { shapeOf } from './SelfSign';
import type { Difference, SelfRater } from './selfDifference';
import type { Spot } from './spread';

type Props = {
  differences: Difference[];
  selfRaters: SelfRater[];
  active: number | undefined;
  point: (index: number | undefined) => void;
  open: (index: number) => void;
  /** Hands out where each session stands. */
  placed: RefObject<Spot[]>;
};

/** So many sessions have room for signs of full size. */
const roomy = 60;

/** A sign for each session on a stem from zero: the therapist's own, or the mean of several with each beside it. */
export function SelfMarks({ differences, selfRaters, active, point, open, placed: kept }: Props) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const placed = useMemo(
    () =>
      differences.map(({ time, difference }) => ({
        x: Number(across?.(time) ?? 0),
        y: Number(up?.(difference) ?? 0),
      })),
    [differences, across, up],
  );
  useEffect(() => {
    kept.current = placed;
  }, [kept, placed]);
  if (across === undefined || up === undefined) return null;
  const zero = Number(up(0));
  const size = differences.length > roomy ? 0.6 : 1;
  const signOf = (raterId: string) => selfRaters.findIndex((rater) => rater.raterId === raterId);
  return differences.map(({ session, each }, index) => {
    const { x, y } = placed[index] ?? { x: 0, y: 0 };
    const [only] = each;
    const several = each.length > 1;
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the chart, and the table, lead there too
      <g
        key={session.id}
        data-session={session.id}
        className={styles.sign}
        onPointerEnter={() => point(index)}
        onClick={() => open(index)}
      >
        <path d={`M${x} ${zero}V${y}`} stroke="var(--line-strong)" strokeWidth={several ? 2 : 1} />
        {several &&
          each.map(({ raterId, difference }) => (
            <path
              key={raterId}
              d={shapeOf(signOf(raterId))}
              transform={`translate(${x} ${Number(up(difference))}) scale(${size * 0.85})`}
              fill="var(--card)"
              stroke="var(--secondary)"
              strokeWidth={1.5}
            />
          ))}
        <path
          d={shapeOf(several || only === undefined ? 'mean' : signOf(only.raterId))}
          transform={`translate(${x} ${y}) scale(${active === index ? size * 1.5 : size})`}
          fill="var(--ink)"
          stroke="var(--card)"
        />
      </g>
    );
  });
}
