import { Text } from '@mantine/core';
import type { SubjectProgress } from '../../db/progress';
import { dayShort } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Page.module.css';

/** What the charts leave out, and why: ratings that are not submitted, and those that one may not see yet. */
export function NotCounted({ progress }: { progress: SubjectProgress }) {
  const { t, language } = useWords();
  const { notSubmitted, withheldSessions } = progress;
  if (notSubmitted.length === 0 && withheldSessions === 0) return null;
  return (
    <Text c="dimmed" size="sm" className={styles.notCounted}>
      {notSubmitted.length > 0 && (
        <span>
          {t('progress.notSubmitted', { count: notSubmitted.length })}{' '}
          {notSubmitted.slice(0, 5).map(({ ratingId, date, raterName }) => (
            <a key={ratingId} href={hashOf({ name: 'rate', ratingId })}>
              {raterName}, {dayShort(date, language)}
            </a>
          ))}
        </span>
      )}
      {withheldSessions > 0 && <span>{t('progress.withheld', { count: withheldSessions })}</span>}
    </Text>
  );
}
