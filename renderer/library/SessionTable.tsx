import { IconHeadphones, IconVideo } from '@tabler/icons-react';
import type { RatingProgress, SessionRow } from '../../db/library';
import { clockSeconds, dayShort } from '../format';
import { hashOf } from '../place';
import { QualityCell } from '../rating/QualityCell';
import { useWords } from '../words/words';
import styles from './Library.module.css';
import { RatingState } from './RatingState';
import type { Names } from './search';

type Props = { sessions: readonly SessionRow[]; names: Names; viewerId: string | undefined };

export function SessionTable({ sessions, names, viewerId }: Props) {
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
                {session.ratings.length + session.hiddenRatings === 0 && (
                  <Unset>{t('session.notRated')}</Unset>
                )}
                {session.ratings.map((rating) => (
                  <RatingChip
                    key={rating.ratingId}
                    rating={rating}
                    covered={session.sight === 'covered' && rating.raterId !== viewerId}
                  />
                ))}
                {session.hiddenRatings > 0 && (
                  <Unset>{t('session.hidden', { count: session.hiddenRatings })}</Unset>
                )}
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
function RatingChip({ rating, covered }: { rating: RatingProgress; covered: boolean }) {
  const { t } = useWords();
  return (
    <a
      className={styles.chip}
      data-covered={covered || undefined}
      href={hashOf({ name: 'rate', ratingId: rating.ratingId })}
    >
      {!covered && <QualityCell quality={rating.overallQuality} small />}
      <span>
        {rating.purpose === 'selfRating' ? t('purpose.selfOf', { name: rating.raterName }) : rating.raterName}
        {rating.purpose !== 'selfRating' && rating.purpose !== 'supervision' && (
          <span className={styles.purpose}>{t(`purpose.${rating.purpose}`)}</span>
        )}
      </span>
      <RatingState rating={rating} />
    </a>
  );
}
