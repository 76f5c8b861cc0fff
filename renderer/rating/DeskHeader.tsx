import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconChevronLeft } from '@tabler/icons-react';
import type { Rating, Session } from '../../db/model';
import type { Library } from '../../preload/api';
import { FinishButtons, type FinishDialog } from '../finish/FinishButtons';
import { dayLong, wallDay } from '../format';
import { useHeld } from '../held';
import type { Seats } from '../marks/MarkPanel';
import { MarkShape } from '../marks/MarkShape';
import { hashOf } from '../place';
import { useKeys } from '../player/useKeys';
import { useWorkOf } from '../programmes/useProgrammes';
import { useSessionTitle } from '../session/useSessionTitle';
import { useWords } from '../words/words';
import styles from './Desk.module.css';
import type { OpenRating } from './useRating';

type Props = {
  rating: Rating;
  session: Session;
  library: Library;
  seats: Seats;
  open: OpenRating;
  unsaved: boolean;
  finish: (dialog: FinishDialog) => void;
};

export function DeskHeader({ rating, session, library, seats, open, unsaved, finish }: Props) {
  const { t, language } = useWords();
  const { withKey } = useKeys();
  const title = useSessionTitle(session, library);
  const state = useHeld(open.saved);
  const saved = unsaved && state === 'saved' ? 'saving' : state;
  const rater = library.raters.find(({ id }) => id === rating.raterId);
  // Who came from the work list goes on there.
  const isWork = useWorkOf(rating) !== undefined;
  const back = t(isWork ? 'programmes.work.toList' : 'desk.back');
  return (
    <div className={styles.header}>
      <Tooltip label={back}>
        <ActionIcon
          component="a"
          href={hashOf(isWork ? { name: 'programmes' } : { name: 'session', sessionId: session.id })}
          variant="subtle"
          color="gray"
          aria-label={back}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <h1>{title}</h1>
      <span className={styles.day}>{dayLong(session.date, language)}</span>
      <span className={styles.seat}>
        <MarkShape mark={{ therapist: 'first', quality: null, kind: 'intervention' }} />
        {seats.first}
      </span>
      {seats.second !== undefined && (
        <span className={styles.seat}>
          <MarkShape mark={{ therapist: 'second', quality: null, kind: 'intervention' }} />
          {seats.second}
        </span>
      )}
      <span className={styles.who}>
        {t(`purpose.${rating.purpose}`)} · {rater?.name}
      </span>
      {open.view.lock === undefined ? (
        <output className={styles.saved} data-state={saved}>
          {t(`saved.${saved}`)}
        </output>
      ) : (
        <span className={styles.state}>
          {rating.submittedAt === null
            ? t('submit.readOnly')
            : t('submit.submitted', {
                day: wallDay(rating.submittedAt, language),
                version: rating.version,
              })}
        </span>
      )}
      <Tooltip label={withKey(t('desk.undo'), 'undo')}>
        <ActionIcon
          variant="default"
          aria-label={t('desk.undo')}
          disabled={open.view.lock !== undefined || !open.view.canUndo}
          onClick={() => void open.undo()}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={withKey(t('desk.redo'), 'redo')}>
        <ActionIcon
          variant="default"
          aria-label={t('desk.redo')}
          disabled={open.view.lock !== undefined || !open.view.canRedo}
          onClick={() => void open.redo()}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <FinishButtons view={open.view} own={rating.raterId === library.viewerId} ask={finish} />
    </div>
  );
}
