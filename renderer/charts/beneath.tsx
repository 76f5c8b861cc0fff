/** What stands beneath the levels of a chart: sessions without occasion, and how many raters there were. */
import { usePlotArea } from 'recharts';
import { useWords } from '../words/words';
import { joinNumbers } from './labels';
import styles from './Progress.module.css';

/** Sessions in which no rater found an occasion: open squares under the lowest level, for they have none. */
export function NoOccasions({ places, size }: { places: readonly number[]; size: number }) {
  const area = usePlotArea();
  if (area === undefined) return null;
  const side = Math.min(Math.max(size * 1.5, 4), 7);
  const y = area.y + area.height - 6 - side / 2;
  return (
    <g fill="var(--card)" stroke="var(--secondary)" strokeWidth={1.2}>
      {places.map((x) => (
        <rect key={x} x={x - side / 2} y={y} width={side} height={side} />
      ))}
    </g>
  );
}

/** How many raters stand behind each point, just under the axis; joined where points stand close. */
export function RaterCounts({ numbers }: { numbers: readonly { x: number; value: number }[] }) {
  const { t } = useWords();
  const area = usePlotArea();
  if (area === undefined) return null;
  const y = area.y + area.height + 14;
  const close = numbers.some(({ x }, index) => x - (numbers[index - 1]?.x ?? Number.NEGATIVE_INFINITY) < 12);
  return (
    <g className={styles.count}>
      <text x={area.x - 14} y={y} textAnchor="middle">
        {t('progress.n')}
      </text>
      {joinNumbers(numbers, close ? 30 : 12).map(({ x, lowest, highest }) => (
        <text key={x} x={x} y={y} textAnchor="middle">
          {lowest === highest ? lowest : `${lowest}–${highest}`}
        </text>
      ))}
    </g>
  );
}
