import { goodEnoughLevel, levels } from '../../db/scale';
import type { Figure } from './choosing';
import styles from './Profile.module.css';

const width = 210;
const height = 15;
const at = (level: number): number => 8 + ((level - 1) / 6) * (width - 16);
const middle = height / 2;

type Props = { quality: Figure; adherence?: Figure | undefined; self?: Figure | undefined };

/** One line of the profile, 1 to 7 whole, with the line at 4. The numbers stand beside it as text. */
export function LevelStrip({ quality, adherence, self }: Props) {
  const { mean, lowest, highest } = quality;
  const own = self?.mean ?? null;
  const kept = adherence?.mean ?? null;
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden
    >
      <path d={`M8 ${middle}H${width - 8}`} stroke="var(--line)" />
      {levels.map((level) => (
        <path key={level} d={`M${at(level)} ${middle - 2}v4`} stroke="var(--line-strong)" />
      ))}
      <path d={`M${at(goodEnoughLevel)} 0V${height}`} stroke="var(--accent)" strokeDasharray="3 2" />
      {lowest !== null && highest !== null && lowest < highest && (
        <path
          d={`M${at(lowest)} ${middle - 3}v6m0 -3H${at(highest)}m0 -3v6`}
          fill="none"
          stroke="var(--ink)"
          strokeWidth="1.2"
        />
      )}
      {kept !== null && (
        <rect
          x={at(kept) - 5}
          y={middle - 5}
          width="10"
          height="10"
          fill="none"
          stroke="var(--secondary)"
          strokeWidth="1.2"
        />
      )}
      {mean !== null && (
        <circle
          cx={at(mean)}
          cy={middle}
          r="4"
          data-quality={Math.floor(mean)}
          fill="var(--quality)"
          stroke="var(--ink)"
          strokeWidth="0.8"
        />
      )}
      {own !== null && (
        <path
          d={`M${at(own)} ${middle - 6} l5.5 10h-11Z`}
          fill="none"
          stroke="var(--ink)"
          strokeWidth="1.1"
        />
      )}
    </svg>
  );
}

/** The levels above the strips. */
export function LevelAxis() {
  return (
    <svg className={styles.strip} viewBox={`0 0 ${width} 12`} width={width} height="12" aria-hidden>
      {levels.map((level) => (
        <text
          key={level}
          x={at(level)}
          y="10"
          textAnchor="middle"
          fill={level === goodEnoughLevel ? 'var(--accent)' : 'var(--secondary)'}
        >
          {level}
        </text>
      ))}
    </svg>
  );
}
