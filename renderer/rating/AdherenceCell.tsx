import { useWords } from '../words/words';
import styles from './QualityCell.module.css';

/** Adherence says how often, not how well: it has no colour. A bare dash where the edition has none. */
export function AdherenceCell({ adherence, takes = true }: { adherence: number | null; takes?: boolean }) {
  const { t } = useWords();
  if (!takes) {
    return (
      <span className={`${styles.without} ${styles.usual}`} title={t('rating.noAdherence')}>
        –
      </span>
    );
  }
  if (adherence === null) return <span className={`${styles.empty} ${styles.usual}`}>–</span>;
  return <span className={`${styles.plain} ${styles.usual}`}>{adherence}</span>;
}
