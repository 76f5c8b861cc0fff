import type { Enrolled } from '../../preload/api';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';

/** How much of the practice is submitted. */
export function PracticeCell({ practice: { done, of } }: Pick<Enrolled, 'practice'>) {
  const { t } = useWords();
  if (of === 0) return <span className={styles.quiet}>{t('programmes.raters.noPractice')}</span>;
  return (
    <span className={styles.share}>
      <svg width="54" height="6" aria-hidden>
        <rect width="54" height="6" rx="3" fill="var(--line)" />
        {done > 0 && <rect width={(54 * done) / of} height="6" rx="3" fill="var(--accent)" />}
      </svg>
      {t('programmes.raters.doneOf', { done, of })}
    </span>
  );
}
