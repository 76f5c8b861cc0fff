import { Text } from '@mantine/core';
import type { Results } from '../../db/results';
import { ShowOthers } from '../finish/ShowOthers';
import { hashOf, ratingPlace } from '../place';
import { useWords } from '../words/words';
import styles from './Results.module.css';

type Props = { results: Results; viewerId: string | undefined };

/** How many are named; more are told by their number. */
const mostNamed = 6;

/** What the results leave out, and why: ratings that are not submitted, and those that one may not see yet. */
export function LeftOut({ results, viewerId }: Props) {
  const { t } = useWords();
  const { notSubmitted, withheld, sight, session } = results;
  if (notSubmitted.length === 0 && withheld === 0) return null;
  return (
    <div className={styles.leftOut}>
      {notSubmitted.length > 0 && (
        <p>
          {t('results.notSubmitted', { count: notSubmitted.length })}{' '}
          {notSubmitted.slice(0, mostNamed).map(({ ratingId, raterName, purpose }) => (
            <a key={ratingId} href={hashOf(ratingPlace({ ratingId, purpose }))}>
              {raterName}, {t(`purpose.${purpose}`)}
            </a>
          ))}
          {notSubmitted.length > mostNamed && '…'}
        </p>
      )}
      {withheld > 0 && sight === 'hidden' && (
        <p>{t(viewerId === undefined ? 'withheld.countForNobody' : 'withheld.count', { count: withheld })}</p>
      )}
      {withheld > 0 && sight === 'covered' && (
        <div className={styles.covered}>
          <ShowOthers sessionId={session.id} />
          <Text c="dimmed" size="sm">
            {t('results.withheld', { count: withheld })} {t('withheld.covered')}
          </Text>
        </div>
      )}
    </div>
  );
}
