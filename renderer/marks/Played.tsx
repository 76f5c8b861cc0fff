import { memo } from 'react';
import { useWords } from '../words/words';
import styles from './TimeLine.module.css';
import { share } from './zoom';

export type Stretch = { fromMs: number; toMs: number };

/** What has really been played, as a thin line along the recording. */
export const Played = memo(function Played({
  played,
  durationMs,
}: {
  played: readonly Stretch[];
  durationMs: number;
}) {
  const { t } = useWords();
  return (
    <div className={styles.played} title={t('timeLine.played')}>
      {played.map(({ fromMs, toMs }) => (
        <span
          key={fromMs}
          style={{ left: share(fromMs, durationMs), width: share(toMs - fromMs, durationMs) }}
        />
      ))}
    </div>
  );
});
