import { IconAlertTriangle } from '@tabler/icons-react';
import type { Enrolled } from '../../preload/api';
import { wallDay } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';

/** Checks after certification, and an alarm with the way to what it rests on. */
export function ChecksCell({
  rater: { checks, alarm, rater },
  programmeId,
}: {
  rater: Enrolled;
  programmeId: string;
}) {
  const { t, language } = useWords();
  if (checks.given === 0 && !alarm) return <span className={styles.quiet}>–</span>;
  return (
    <>
      {checks.given > 0 && (
        <span
          title={
            checks.lastAt === null
              ? undefined
              : t('programmes.checks.last', { day: wallDay(checks.lastAt, language) })
          }
        >
          {t('programmes.raters.doneOf', { done: checks.done, of: checks.given })}
        </span>
      )}
      {alarm && (
        <a
          className={styles.alarm}
          href={hashOf({ name: 'programme', programmeId, view: 'drift' })}
          aria-label={t('programmes.checks.alarmOf', { name: rater.name })}
        >
          <IconAlertTriangle size={16} aria-hidden />
          {t('programmes.checks.alarm')}
        </a>
      )}
    </>
  );
}
