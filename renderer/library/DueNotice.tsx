import { IconCalendarDue } from '@tabler/icons-react';
import { hashOf } from '../place';
import { useDueCount } from '../queries';
import { useWords } from '../words/words';
import styles from './DueNotice.module.css';

/** That recordings are due to be deleted. Quiet, and only when there are any. */
export function DueNotice() {
  const { t } = useWords();
  const { data: count = 0 } = useDueCount();
  if (count === 0) return null;
  return (
    <p className={styles.notice}>
      <IconCalendarDue size={16} aria-hidden />
      <span>{t('due.notice', { count })}</span>
      <a href={hashOf({ name: 'safety', part: 'due' })}>{t('due.look')}</a>
    </p>
  );
}
