import type { Overall, Score } from '../../db/model';
import { useWords } from '../words/words';
import { AdherenceCell } from './AdherenceCell';
import { ItemMeans } from './ItemMeans';
import { QualityCell } from './QualityCell';
import type { Opened } from './Sheet';
import styles from './Sheet.module.css';

export function OverallRow({
  overall,
  scores,
  open,
}: {
  overall: Overall;
  scores: readonly Score[];
  open: (opened: Opened, byKeyboard: boolean) => void;
}) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={`${styles.row} ${styles.overall}`}
      data-item="overall"
      onClick={(event) => open('overall', event.detail === 0)}
    >
      <span />
      <span className={styles.name}>
        <strong>{t('rating.overall')}</strong>
        <ItemMeans scores={scores} />
      </span>
      <span className={styles.columns}>
        <span />
        <AdherenceCell adherence={overall.adherence} />
        <QualityCell quality={overall.quality} />
      </span>
    </button>
  );
}
