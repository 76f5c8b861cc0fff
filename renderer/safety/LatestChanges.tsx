import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../ask';
import { dayShort, number, wallTime } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { folded } from './folded';
import styles from './Safety.module.css';

const atFirst = 8;
const atATime = 40;

/** Who did what and when, newest first. */
export function LatestChanges() {
  const { t, language } = useWords();
  const [most, setMost] = useState(atFirst);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['latestChanges'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => ask('latestChanges', { before: pageParam }),
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
  const lines = folded(data?.pages.flatMap((page) => page.rows) ?? []);
  if (lines.length === 0) return null;
  const showMore = () => {
    setMost(most + atATime);
    if (hasNextPage && lines.length < most + atATime) void fetchNextPage();
  };
  return (
    <section aria-labelledby="latest-changes">
      <h3 className={styles.title} id="latest-changes">
        {t('log.latest')}
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('log.when')}</th>
            <th scope="col">{t('log.who')}</th>
            <th scope="col">{t('log.what')}</th>
            <th scope="col">{t('log.session')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map(({ id, at, noun, what, raterName, session, erased, count }) => (
            <tr key={id}>
              <td className={styles.time}>{wallTime(at, language)}</td>
              <td>{raterName === undefined ? '–' : <bdi>{raterName}</bdi>}</td>
              <td>
                {t(`log.noun.${noun}`)}: {t(`log.did.${what}`)}
                {count > 1 && <span className={styles.quiet}> × {number(count, language)}</span>}
                {erased && <div className={styles.quiet}>{t('log.contentErased')}</div>}
              </td>
              <td className={styles.time}>
                {session !== undefined && (
                  <a href={hashOf({ name: 'session', sessionId: session.id })}>
                    {dayShort(session.date, language)}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(hasNextPage || lines.length > most) && (
        <Button mt={6} size="compact-sm" variant="subtle" loading={isFetchingNextPage} onClick={showMore}>
          {t('log.more')}
        </Button>
      )}
    </section>
  );
}
