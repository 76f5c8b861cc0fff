import type { Overall } from '../../db/model';
import { useWords } from '../words/words';
import { AdherenceCell } from './AdherenceCell';
import { QualityCell } from './QualityCell';
import type { Opened } from './Sheet';
import styles from './Sheet.module.css';

export function OverallRow({
  overall,
  open,
}: {
  overall: Overall;
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
      <strong className={styles.name}>{t('rating.overall')}</strong>
      <span className={styles.columns}>
        <span />
        <AdherenceCell adherence={overall.adherence} />
        <QualityCell quality={overall.quality} />
      </span>
    </button>
  );
}
