import { IconCertificate } from '@tabler/icons-react';
import styles from '../library/DueNotice.module.css';
import { hashOf } from '../place';
import { useWork } from '../programmes/useProgrammes';
import { useWords } from '../words/words';

/** That a session is on the viewer's work list, and the way back there. */
export function WorkOfSession({ sessionId }: { sessionId: string }) {
  const { t } = useWords();
  const { data: work = [] } = useWork();
  const item = work.find(({ session }) => session.id === sessionId);
  if (item === undefined) return null;
  return (
    <p className={styles.notice}>
      <IconCertificate size={16} aria-hidden />
      <span>{t('programmes.work.ofSession', { name: item.programmeName })}</span>
      <a href={hashOf({ name: 'programmes' })}>{t('programmes.work.toList')}</a>
    </p>
  );
}
