import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Rater } from '../../db/model';
import type { RatingView } from '../../preload/api';
import { ask } from '../ask';
import { hashOf } from '../place';
import { useWorkOf } from '../programmes/useProgrammes';
import { tell, useRefresh } from '../queries';
import { ResultsLink } from '../results/ResultsLink';
import { useWords } from '../words/words';
import styles from './Finish.module.css';

type Props = { view: RatingView; rater: Rater | undefined; own: boolean };

/** In the place of the keys' words: why nothing can be set here, and what can be done about it. */
export function LockedBar({ view, rater, own }: Props) {
  const { t } = useWords();
  const refresh = useRefresh();
  const { rating, versions } = view;
  const name = rater?.name ?? '';
  const work = useWorkOf(rating);
  const [latest] = versions;
  const become = async () => {
    await ask('chooseRater', { raterId: rating.raterId });
    await refresh();
  };
  return (
    <div className={styles.locked} role="note">
      <IconLock size={16} aria-hidden />
      <span className={styles.why}>
        {latest !== undefined && latest.id !== rating.id
          ? t('locked.earlier', { version: rating.version, latest: latest.version })
          : view.lock === 'notYours'
            ? t('locked.notYours', { name })
            : own
              ? t('locked.submitted')
              : t('locked.submittedBy', { name })}
      </span>
      {latest !== undefined && latest.id !== rating.id && (
        <Button
          size="xs"
          variant="default"
          component="a"
          href={hashOf({ name: 'rate', ratingId: latest.id })}
        >
          {t('locked.openLatest', { latest: latest.version })}
        </Button>
      )}
      {view.lock === 'notYours' && (
        <Button size="xs" variant="default" onClick={() => become().catch(tell)}>
          {t('locked.become', { name })}
        </Button>
      )}
      {work?.comparable && (
        <Button
          size="xs"
          variant="default"
          component="a"
          href={hashOf({ name: 'comparison', assignmentId: work.assignmentId })}
        >
          {t('programmes.work.compare')}
        </Button>
      )}
      {work !== undefined && (
        <Button size="xs" component="a" href={hashOf({ name: 'programmes' })}>
          {t('programmes.work.toList')}
        </Button>
      )}
      {work === undefined && rating.submittedAt !== null && (
        <ResultsLink sessionId={rating.sessionId} size="xs" />
      )}
    </div>
  );
}
