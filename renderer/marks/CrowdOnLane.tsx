import { memo } from 'react';
import { clockSeconds } from '../format';
import type { Words } from '../words/words';
import { type Crowd, qualitiesOf } from './crowds';
import styles from './Lane.module.css';
import { share } from './zoom';

type Props = { t: Words; crowd: Crowd; item: number; durationMs: number; open: (crowd: Crowd) => void };

/** Marks too close to be told apart: how many, and below it their qualities as parts of a line. */
export const CrowdOnLane = memo(function CrowdOnLane({ t, crowd, item, durationMs, open }: Props) {
  const count = crowd.marks.length;
  const toMs = Math.min(crowd.toMs, durationMs);
  const words = t('timeLine.crowd', {
    item,
    number: count,
    from: clockSeconds(crowd.fromMs),
    to: clockSeconds(toMs),
  });
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.crowd}
      data-crowd={crowd.fromMs}
      data-many={count >= 20 ? 3 : count >= 10 ? 2 : 1}
      style={{ left: share(crowd.fromMs, durationMs), width: share(toMs - crowd.fromMs, durationMs) }}
      aria-label={words}
      onClick={() => open(crowd)}
      title={words}
    >
      {count}
      <span className={styles.qualities}>
        {qualitiesOf(crowd.marks).map(({ quality, count: parts }) => (
          <i key={quality ?? 'none'} data-quality={quality} style={{ flexGrow: parts }} />
        ))}
      </span>
    </button>
  );
});
