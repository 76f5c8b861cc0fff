import { useWords } from '../words/words';
import styles from './QualityCell.module.css';

/** A quality as colour and number, 'no occasion' as a word, or the dashed place of what is not rated yet. */
export function QualityCell(props: { quality: number | null; noOccasion?: boolean; small?: boolean }) {
  const { t } = useWords();
  const size = props.small ? styles.small : styles.usual;
  if (props.noOccasion) {
    return (
      <span className={`${styles.none} ${size}`} title={t('rating.noOccasion')}>
        {t('rating.noOccasionShort')}
      </span>
    );
  }
  if (props.quality === null) {
    return (
      <span className={`${styles.empty} ${size}`} title={t('rating.notYet')}>
        –
      </span>
    );
  }
  return (
    <span className={`${styles.cell} ${size}`} data-quality={props.quality}>
      {props.quality}
    </span>
  );
}
