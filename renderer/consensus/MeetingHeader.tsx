import { ActionIcon, Progress as Bar, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Library } from '../../preload/api';
import { BackLink } from '../BackLink';
import { AmendDialog } from '../finish/AmendDialog';
import { dayLong, wallDay } from '../format';
import { useHeld } from '../held';
import { useKeys } from '../player/useKeys';
import { useSessionTitle } from '../session/useSessionTitle';
import { useWords } from '../words/words';
import { AtTheTable } from './AtTheTable';
import styles from './Consensus.module.css';
import type { Progress } from './decided';
import type { OpenMeeting } from './useConsensus';

type Props = {
  meeting: OpenMeeting;
  library: Library;
  progress: Progress;
  /** A reason is still being written. */
  unsaved: boolean;
  finish: () => void;
};

/** Which session, who sits there, how far they have come, and the way to the end. */
export function MeetingHeader({ meeting, library, progress, unsaved, finish }: Props) {
  const { t, language } = useWords();
  const { withKey } = useKeys();
  const { rating, session, lock, canUndo, canRedo } = meeting.view;
  const title = useSessionTitle(session, library);
  const state = useHeld(meeting.saved);
  const saved = unsaved && state === 'saved' ? 'saving' : state;
  const [amending, setAmending] = useState(false);
  const leader = library.raters.find(({ id }) => id === rating.raterId)?.name ?? '';
  const own = rating.raterId === library.viewerId;
  const isOpen = rating.submittedAt === null;
  return (
    <header className={styles.header}>
      <div className={styles.titles}>
        <BackLink to={{ name: 'session', sessionId: session.id }}>{t('desk.back')}</BackLink>
        <h1>{t('consensus.title', { session: title })}</h1>
        <p className={styles.facts}>
          <span>{dayLong(session.date, language)}</span>
          <span>{t('consensus.ledBy', { name: leader })}</span>
          <AtTheTable meeting={meeting} raters={library.raters} />
        </p>
      </div>
      <div className={styles.state}>
        <div className={styles.buttons}>
          {lock === undefined ? (
            <output className={styles.saved} data-state={saved}>
              {t(`saved.${saved}`)}
            </output>
          ) : (
            <span className={styles.saved}>
              {rating.submittedAt === null
                ? t('consensus.readOnly', { name: leader })
                : t('consensus.finished', {
                    day: wallDay(rating.submittedAt, language),
                    version: rating.version,
                  })}
            </span>
          )}
          {isOpen && (
            <>
              <Tooltip label={withKey(t('desk.undo'), 'undo')}>
                <ActionIcon
                  variant="default"
                  aria-label={t('desk.undo')}
                  disabled={lock !== undefined || !canUndo}
                  onClick={() => void meeting.undo()}
                >
                  <IconArrowBackUp size={18} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={withKey(t('desk.redo'), 'redo')}>
                <ActionIcon
                  variant="default"
                  aria-label={t('desk.redo')}
                  disabled={lock !== undefined || !canRedo}
                  onClick={() => void meeting.redo()}
                >
                  <IconArrowForwardUp size={18} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Button size="xs" disabled={lock !== undefined} onClick={finish}>
                {t('consensus.finish')}
              </Button>
            </>
          )}
          {!isOpen && own && (
            <Button size="xs" variant="default" onClick={() => setAmending(true)}>
              {t('amend.open')}
            </Button>
          )}
        </div>
        <div className={styles.progress}>
          <Bar
            size="sm"
            value={(100 * (progress.decided + progress.undecided)) / progress.all}
            aria-label={t('consensus.progress')}
          />
          <output>
            {[
              t('consensus.decided', { count: progress.decided, all: progress.all }),
              ...(progress.undecided > 0 ? [t('consensus.undecided', { count: progress.undecided })] : []),
              ...(isOpen ? [t('consensus.open', { count: progress.open })] : []),
            ].join(' · ')}
          </output>
        </div>
      </div>
      {amending && (
        <AmendDialog
          rating={rating}
          to={(ratingId) => ({ name: 'consensus', ratingId })}
          close={() => setAmending(false)}
        />
      )}
    </header>
  );
}
