import { IconHeadphones, IconVideo } from '@tabler/icons-react';
import type { RatingProgress, SessionRow } from '../../db/library';
import { items } from '../../db/scale';
import { clockSeconds, dayShort } from '../format';
import { hashOf } from '../place';
import { QualityCell } from '../rating/QualityCell';
import { useWords } from '../words/words';
import styles from './Library.module.css';
import type { Names } from './search';

export function SessionTable({ sessions, names }: { sessions: readonly SessionRow[]; names: Names }) {
  const { t, language } = useWords();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('session.date')}</th>
          <th>{t('session.group')}</th>
          <th className={styles.number}>{t('session.numberShort')}</th>
          <th>{t('session.therapists')}</th>
          <th>{t('session.recording')}</th>
          <th>{t('session.ratings')}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <td className={styles.date}>
              <a href={hashOf({ name: 'session', sessionId: session.id })}>
                {dayShort(session.date, language)}
              </a>
            </td>
            <td>{names.group.get(session.groupId ?? '') ?? <Unset>{t('session.noGroup')}</Unset>}</td>
            <td className={styles.number}>{session.number ?? '–'}</td>
            <td className={styles.people}>
              <TherapistNames session={session} names={names} />
            </td>
            <td className={styles.recording}>
              <RecordingCell session={session} />
            </td>
            <td>
              <div className={styles.ratings}>
                {session.ratings.length === 0 && <Unset>{t('session.notRated')}</Unset>}
                {session.ratings.map((rating) => (
                  <RatingChip key={rating.ratingId} rating={rating} />
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Unset = ({ children }: { children: string }) => <span className={styles.unset}>{children}</span>;

function TherapistNames({ session, names }: { session: SessionRow; names: Names }) {
  const { t } = useWords();
  const both = [session.firstTherapistId, session.secondTherapistId]
    .map((id) => names.therapist.get(id ?? ''))
    .filter((name) => name !== undefined);
  return both.length === 0 ? <Unset>{t('session.noTherapists')}</Unset> : both.join(' · ');
}

function RecordingCell({ session }: { session: SessionRow }) {
  const { t } = useWords();
  if (session.recordingId === null) return <Unset>{t('session.noRecording')}</Unset>;
  const Icon = session.picture === false ? IconHeadphones : IconVideo;
  return (
    <span className={styles.file} title={session.recordingName ?? ''}>
      <Icon size={15} aria-hidden />
      <span className="tabular">{session.durationMs === null ? '–' : clockSeconds(session.durationMs)}</span>
    </span>
  );
}

/** Who rated how far, and the overall quality; a click opens the rating. */
function RatingChip({ rating }: { rating: RatingProgress }) {
  const { t } = useWords();
  const done = rating.itemsDone === items.length;
  return (
    <a className={styles.chip} href={hashOf({ name: 'rate', ratingId: rating.ratingId })}>
      <QualityCell quality={rating.overallQuality} small />
      <span>
        {rating.purpose === 'selfRating' ? t('purpose.selfOf', { name: rating.raterName }) : rating.raterName}
      </span>
      {!done && (
        <span className={styles.part}>{t('rating.part', { done: rating.itemsDone, all: items.length })}</span>
      )}
    </a>
  );
}
