import { IconChevronLeft } from '@tabler/icons-react';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Certificate.module.css';

export function Back() {
  const { t } = useWords();
  return (
    <a className={styles.back} href={hashOf({ name: 'programmes' })}>
      <IconChevronLeft size={16} aria-hidden />
      {t('certificate.back')}
    </a>
  );
}
