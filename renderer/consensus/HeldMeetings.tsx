import type { ConsensusChoice } from '../../preload/api';
import { wallDay } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Dialogs.module.css';

/** The meetings over a session, the newest first, each with its way there. */
export function HeldMeetings({ meetings }: Pick<ConsensusChoice, 'meetings'>) {
  const { t, language } = useWords();
  return (
    <>
      <h3 className={styles.dialogHead}>{t('consensus.meetings')}</h3>
      <ul className={styles.meetings}>
        {meetings.map(({ ratingId, leaderName, startedAt, submittedAt }) => (
          <li key={ratingId}>
            <a href={hashOf({ name: 'consensus', ratingId })}>
              {t('consensus.meetingOf', { day: wallDay(startedAt, language), name: leaderName })}
            </a>
            <span>
              {submittedAt === null
                ? t('consensus.underWay')
                : t('consensus.finishedOn', { day: wallDay(submittedAt, language) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
