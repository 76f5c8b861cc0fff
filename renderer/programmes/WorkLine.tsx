import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { items as scaleItems } from '../../db/scale';
import type { WorkItem } from '../../preload/api';
import { wallDay } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { useBeginWork } from './useProgrammes';
import { useSessionName } from './useSessionName';
import styles from './Work.module.css';
import { stateOf } from './work';

type Props = {
  item: WorkItem;
  /** From 1. */
  place: number;
  next: boolean;
};

/** One session to rate: where one is with it, and the one thing that can be done. */
export function WorkLine({ item, place, next }: Props) {
  const { t, language } = useWords();
  const nameOf = useSessionName();
  const { mutate: begin, isPending } = useBeginWork();
  const { assignmentId, session, itemsDone, submittedAt, comparable, hasRecording } = item;
  const state = stateOf(item);
  const name = nameOf(session);
  return (
    <li className={styles.line} aria-current={next ? 'step' : undefined} value={place}>
      <span className={styles.place}>{place}</span>
      <span className={styles.session}>{name}</span>
      <span className={styles.state}>
        {submittedAt !== null ? (
          <>
            <IconCheck size={14} stroke={2.4} aria-hidden />{' '}
            {t('programmes.work.submitted', { day: wallDay(submittedAt, language) })}
          </>
        ) : !hasRecording ? (
          t('programmes.work.noRecording')
        ) : state === 'begun' ? (
          t('programmes.work.begun', { done: itemsDone, of: scaleItems.length })
        ) : (
          t('programmes.work.toRate')
        )}
      </span>
      <span className={styles.go}>{way()}</span>
    </li>
  );

  function way() {
    if (comparable) {
      return (
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          href={hashOf({ name: 'comparison', assignmentId })}
          aria-label={t('programmes.work.compareOf', { session: name })}
        >
          {t('programmes.work.compare')}
        </Button>
      );
    }
    if (state === 'submitted' || !(next || state === 'begun')) return null;
    const said = state === 'begun' ? 'goOn' : 'begin';
    return (
      <Button
        size="compact-sm"
        variant={next ? 'filled' : 'default'}
        disabled={isPending}
        onClick={() => begin(item)}
        aria-label={t(`programmes.work.${said}With`, { session: name })}
      >
        {t(`programmes.work.${said}`)}
      </Button>
    );
  }
}
