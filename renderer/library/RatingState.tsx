import { IconCheck } from '@tabler/icons-react';
import type { RatingProgress } from '../../db/library';
import { items } from '../../db/scale';
import { wallDay } from '../format';
import { useWords } from '../words/words';
import styles from './RatingState.module.css';

/** Submitted, or how far the rater has come. */
export function RatingState({ rating }: { rating: RatingProgress }) {
  const { t, language } = useWords();
  const { submittedAt, itemsDone, version } = rating;
  if (submittedAt === null) {
    return <span className={styles.part}>{t('rating.part', { done: itemsDone, all: items.length })}</span>;
  }
  const says = t('submit.submitted', { day: wallDay(submittedAt, language), version });
  return (
    <span className={styles.submitted} title={says} role="img" aria-label={says}>
      <IconCheck size={14} stroke={2.4} aria-hidden />
    </span>
  );
}
