import { usePlotArea } from 'recharts';
import styles from './Comparisons.module.css';

/** What the two sides of zero mean, at the edges where no sign reaches. */
export function SelfEdges({ above, below }: { above: string; below: string }) {
  const area = usePlotArea();
  if (area === undefined) return null;
  return (
    <>
      <text x={area.x + 6} y={area.y + 13} fontSize={12} className={styles.onLines}>
        {`↑ ${above}`}
      </text>
      <text x={area.x + 6} y={area.y + area.height - 7} fontSize={12} className={styles.onLines}>
        {`↓ ${below}`}
      </text>
    </>
  );
}
