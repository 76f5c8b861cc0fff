import { IconHeadphones, IconVideo } from '@tabler/icons-react';
import { Fragment, memo } from 'react';
import type { SessionRow } from '../../db/library';
import { clockSeconds, dayShort } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Library.module.css';
import type { Names } from './people';
import { Ratings } from './Ratings';
import { Unset } from './Unset';

type Props = {
  index: number;
  session: SessionRow;
  names: Names;
  viewerId: string | undefined;
  /** How wide the ratings may be; undefined before it is known. */
  room: number | undefined;
};

/** A session as a row of the library. */
export const SessionLine = memo(function SessionLine({ index, session, names, viewerId, room }: Props) {
  const { t, language } = useWords();
  const group = names.group.get(session.groupId ?? '');
  const therapists = [session.firstTherapistId, session.secondTherapistId]
    .map((id) => names.therapist.get(id ?? ''))
    .filter((name) => name !== undefined);
  return (
    <tr aria-rowindex={index + 2} data-index={index}>
      <td className={styles.date}>
        <a href={hashOf({ name: 'session', sessionId: session.id })}>{dayShort(session.date, language)}</a>
      </td>
      <td title={group}>
        {group === undefined ? (
          <Unset>{t('session.noGroup')}</Unset>
        ) : (
          <span className={styles.lines}>{group}</span>
        )}
      </td>
      <td className={styles.number}>{session.number ?? '–'}</td>
      <td title={therapists.join(' · ')}>
        {therapists.length === 0 ? (
          <Unset>{t('session.noTherapists')}</Unset>
        ) : (
          <span className={styles.lines}>
            {therapists.map((name, at) => (
              <Fragment key={name}>
                {at > 0 && ' '}
                <span className={styles.person}>{at + 1 < therapists.length ? `${name} ·` : name}</span>
              </Fragment>
            ))}
          </span>
        )}
      </td>
      <td>
        <RecordingCell session={session} />
      </td>
      <td>
        <Ratings session={session} viewerId={viewerId} room={room} />
      </td>
    </tr>
  );
});

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

/** The place of a session whose page is still being read: as high as the session will be. */
export function EmptyLine({ index }: { index: number }) {
  return (
    <tr aria-rowindex={index + 2} data-index={index} aria-busy="true">
      {[70, 62, 40, 75, 60, 45].map((width) => (
        <td key={`${width}`}>
          <span className={styles.coming} style={{ width: `${width}%` }} />
        </td>
      ))}
    </tr>
  );
}
