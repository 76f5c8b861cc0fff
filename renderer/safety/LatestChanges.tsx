import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../ask';
import { dayShort, wallTime } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Log.module.css';

/** Who did what and when, newest first. */
export function LatestChanges() {
  const { t, language } = useWords();
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['latestChanges'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => ask('latestChanges', { before: pageParam }),
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={styles.changes} id="latest-changes">
        {t('log.latest')}
      </h3>
      <section className={styles.scrolled} aria-labelledby="latest-changes">
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
            {rows.map(({ id, at, noun, what, raterName, session, erased }) => (
              <tr key={id}>
                <td>{wallTime(at, language)}</td>
                <td>{raterName === undefined ? '–' : <bdi>{raterName}</bdi>}</td>
                <td>
                  {t(`log.noun.${noun}`)}: {t(`log.did.${what}`)}
                  {erased && <div className={styles.quiet}>{t('log.contentErased')}</div>}
                </td>
                <td>
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
        {hasNextPage && (
          <Button mt="xs" variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('log.more')}
          </Button>
        )}
      </section>
    </>
  );
}
