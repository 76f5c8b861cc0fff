import type { EditionItem, Score } from '../../db/model';
import type { ScaleItem } from '../../db/scale';
import { useWords } from '../words/words';
import { AdherenceCell } from './AdherenceCell';
import { QualityCell } from './QualityCell';
import type { Opened } from './Sheet';
import styles from './Sheet.module.css';

/** An item while another one is open: its name, how many marks, the two ratings. A click opens it. */
export function ItemRow(props: {
  item: ScaleItem;
  rule: EditionItem;
  score: Score;
  marks: number;
  open: (opened: Opened, byKeyboard: boolean) => void;
}) {
  const { t, language } = useWords();
  const { item, rule, score, marks } = props;
  return (
    <button
      type="button"
      className={styles.row}
      data-item={item.number}
      onClick={(event) => props.open(item.number, event.detail === 0)}
    >
      <span className={styles.number}>{item.number}</span>
      <span className={styles.name} title={item.name[language]}>
        {item.name[language]}
        {score.note !== '' && <span className={styles.noted} title={score.note} />}
      </span>
      <span className={styles.columns}>
        <span className={styles.marks} title={t('rating.marks', { count: marks })}>
          {marks > 0 && marks}
        </span>
        {score.noOccasion ? (
          <span className={styles.noOccasion}>{t('rating.noOccasion')}</span>
        ) : (
          <>
            <AdherenceCell adherence={score.adherence} takes={rule.takesAdherence} />
            <QualityCell quality={score.quality} />
          </>
        )}
      </span>
    </button>
  );
}
