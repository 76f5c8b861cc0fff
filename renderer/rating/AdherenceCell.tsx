import styles from './QualityCell.module.css';

/** Adherence says how often, not how well: it has no colour. */
export function AdherenceCell({ adherence }: { adherence: number | null }) {
  if (adherence === null) return <span className={`${styles.empty} ${styles.usual}`}>–</span>;
  return <span className={`${styles.plain} ${styles.usual}`}>{adherence}</span>;
}
