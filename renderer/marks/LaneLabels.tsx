import { memo, type ReactNode } from 'react';
import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import type { Lane } from './lanes';
import styles from './TimeLine.module.css';

/** What each row is: phases, then the number and short name of each item. */
export const LaneLabels = memo(function LaneLabels({
  lanes,
  addPhase,
}: {
  lanes: readonly Lane[];
  addPhase: ReactNode;
}) {
  const { t, language } = useWords();
  return (
    <div className={styles.labels}>
      <div className={styles.label}>
        {t('timeLine.phases')} {addPhase}
      </div>
      {lanes.map(({ item }) => (
        <div key={item} className={styles.label} data-label={item} title={itemOf(item).name[language]}>
          <b>{item}</b> {itemOf(item).short[language]}
        </div>
      ))}
    </div>
  );
});
