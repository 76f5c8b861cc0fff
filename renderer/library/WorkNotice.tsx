import { IconCertificate } from '@tabler/icons-react';
import { hashOf } from '../place';
import { useWork } from '../programmes/useProgrammes';
import { useWords } from '../words/words';
import styles from './DueNotice.module.css';

/** That there are sessions to rate in programmes. Quiet, and only when there are any. */
export function WorkNotice() {
  const { t } = useWords();
  const { data: work = [] } = useWork();
  const left = work.filter(({ submittedAt }) => submittedAt === null).length;
  if (left === 0) return null;
  return (
    <p className={styles.notice}>
      <IconCertificate size={16} aria-hidden />
      <span>{t('programmes.work.notice', { count: left })}</span>
      <a href={hashOf({ name: 'programmes' })}>{t('programmes.work.toList')}</a>
    </p>
  );
}
