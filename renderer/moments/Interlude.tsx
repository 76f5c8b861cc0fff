import { Button } from '@mantine/core';
import { itemOf } from '../../db/scale';
import { MarkShape } from '../marks/MarkShape';
import { useWords } from '../words/words';
import type { Moment } from './moments';
import styles from './Playlist.module.css';
import type { Playlist } from './playlist';
import type { Seats } from './seats';
import type { PlaylistActs } from './usePlaylistKeys';

type Props = {
  state: Exclude<Playlist['state'], 'on'>;
  /** There was nothing to play. */
  beyond: boolean;
  next: Moment | undefined;
  seats: Seats;
  act: PlaylistActs;
};

/** Between two moments, and after the last: what was, what comes, and what one can do. */
export function Interlude({ state, beyond, next, seats, act }: Props) {
  const { t, language } = useWords();
  return (
    <div className={styles.interlude}>
      <div role="status" className={styles.told}>
        {beyond && <p>{t('playlist.beyond')}</p>}
        {next === undefined ? (
          <p className={styles.nextName}>{t('playlist.done')}</p>
        ) : (
          <>
            <p>{t('playlist.comes')}</p>
            <p className={styles.nextName}>
              <b>{next.mark.item}</b> {itemOf(next.mark.item).name[language]}
            </p>
            <p className={styles.nextWho}>
              <MarkShape mark={next.mark} size={14} />
              {seats[next.mark.therapist]}
            </p>
          </>
        )}
      </div>
      <div className={styles.ways}>
        {state === 'done' ? (
          <>
            <Button onClick={act.restart}>{t('playlist.restart')}</Button>
            <Button variant="default" onClick={act.leave}>
              {t('playlist.leave')}
            </Button>
          </>
        ) : (
          <Button onClick={act.next}>{t('playlist.goOn')}</Button>
        )}
        {state === 'between' && (
          <Button variant="default" onClick={act.hold}>
            {t('playlist.hold')}
          </Button>
        )}
        {!beyond && state !== 'done' && (
          <Button variant="default" onClick={act.repeat}>
            {t('playlist.repeat')}
          </Button>
        )}
      </div>
    </div>
  );
}
