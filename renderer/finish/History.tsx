import { Button, Modal } from '@mantine/core';
import { Fragment } from 'react';
import type { Version } from '../../db/ratings';
import type { RatingView } from '../../preload/api';
import { wallTime } from '../format';
import { hashOf } from '../place';
import { useHistory } from '../queries';
import { useWords } from '../words/words';
import styles from './Finish.module.css';
import { HistoryLine } from './HistoryLine';

/** Who changed what, when, from what to what: all versions of a rating, newest first. */
export function History({ view, close }: { view: RatingView; close: () => void }) {
  const { t } = useWords();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(view.rating.id);
  if (data === undefined) return null;
  const rows = data.pages.flatMap((page) => page?.rows ?? []);
  const versions = data.pages[0]?.versions ?? [];
  // What is further back than the pages read so far comes with them.
  const oldest = hasNextPage ? rows.at(-1)?.version : 1;
  return (
    <Modal
      opened
      size="xl"
      onClose={close}
      title={t('history.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {versions
        .filter(({ version }) => version >= (oldest ?? 1))
        .map((version) => (
          <Fragment key={version.id}>
            <VersionHeading version={version} shown={version.id === view.rating.id} close={close} />
            <ul className={styles.history}>
              {version.submittedAt !== null && (
                <Event at={version.submittedAt} says={t('history.submitted')} />
              )}
              {rows
                .filter((row) => row.version === version.version)
                .map((row) => (
                  <HistoryLine key={row.id} row={row} />
                ))}
              {(version.version !== oldest || !hasNextPage) && (
                <Event
                  at={version.startedAt}
                  says={
                    version.amendReason === null
                      ? t('history.begun')
                      : t('history.amended', { reason: version.amendReason })
                  }
                />
              )}
            </ul>
          </Fragment>
        ))}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('history.earlier')}
        </Button>
      )}
    </Modal>
  );
}

function VersionHeading(props: { version: Version; shown: boolean; close: () => void }) {
  const { t } = useWords();
  const { id, version } = props.version;
  return (
    <h3 className={styles.version}>
      {t('history.version', { version })}
      {!props.shown && (
        <a href={hashOf({ name: 'rate', ratingId: id })} onClick={props.close}>
          {t('history.open')}
        </a>
      )}
    </h3>
  );
}

function Event({ at, says }: { at: string; says: string }) {
  const { language } = useWords();
  return (
    <li>
      <time className={styles.when} dateTime={at}>
        {wallTime(at, language)}
      </time>
      <b>{says}</b>
    </li>
  );
}
