import { useQueryClient } from '@tanstack/react-query';
import { type ComponentProps, useCallback, useEffect, useMemo, useState } from 'react';
import type { RecordingView } from '../../preload/api';
import { playerProblem, stopsPlaying } from '../player/playable';
import { usePlayback } from '../player/usePlayback';
import { useSound } from '../player/useSound';
import { useSettings } from '../settings/useSettings';
import { useWords } from '../words/words';
import { type Filters, queueOf, sifted, withOne } from './filters';
import { MomentFilters } from './MomentFilters';
import { MomentList } from './MomentList';
import { MomentPlayer } from './MomentPlayer';
import type { Moments } from './Moments';
import styles from './Moments.module.css';
import { type Moment, momentsOf } from './moments';
import { Playlist } from './Playlist';
import { PlayThese } from './PlayThese';
import type { Seats } from './seats';

type Props = ComponentProps<typeof Moments> & {
  /** Of the session. */
  title: string;
  recording: RecordingView | null;
  seats: Seats;
};

const all: Filters = { item: undefined, therapist: undefined, quality: undefined, ratingId: undefined };

/** Left the list, right the player; over both, when asked for, the playlist that fills the screen. */
export function OpenMoments({ results, shown, item, chooseItem, title, recording, seats }: Props) {
  const { t } = useWords();
  const { settings } = useSettings();
  const queries = useQueryClient();
  const { preRollMs } = settings;
  const { playback, state } = usePlayback(settings.resumeBackMs);
  const sound = useSound(recording);
  const moments = useMemo(() => momentsOf(shown, results.phases), [shown, results.phases]);
  const [others, setOthers] = useState(all);
  const filters = useMemo(() => {
    // A rating that is no longer shown takes its filter with it.
    const ratingId = shown.find(({ rating }) => rating.id === others.ratingId)?.rating.id;
    return { ...others, ratingId, item };
  }, [others, item, shown]);
  const listed = useMemo(() => sifted(moments, filters), [moments, filters]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<Moment>();
  const [queue, setQueue] = useState<readonly Moment[]>();

  // What stopped the player may have happened to the file: it is looked at again.
  useEffect(() => {
    if (state.failed) void queries.invalidateQueries({ queryKey: ['session'] });
  }, [state.failed, queries]);

  const play = useCallback(
    (moment: Moment) => {
      setCurrent(moment);
      playback.seek(Math.max(0, moment.mark.atMs - preRollMs));
      playback.play();
    },
    [playback, preRollMs],
  );
  const toggle = useCallback((id: string) => setChosen((before) => withOne(before, id)), []);

  const filter = (next: Filters) => {
    setOthers(next);
    if (next.item !== item) chooseItem(next.item);
  };
  const plays = recording !== null && !state.failed && !stopsPlaying(playerProblem(recording));
  const waiting = queueOf(listed, chosen);
  const player = { recording, playback, state, sound };

  return (
    <section className={`card ${styles.moments}`} aria-labelledby="moments">
      <div className={styles.head}>
        <h2 id="moments">{t('moments.title')}</h2>
        <PlayThese
          count={waiting.length}
          chosen={listed.some(({ mark }) => chosen.has(mark.id))}
          disabled={!plays}
          play={() => {
            playback.pause();
            setQueue(waiting);
          }}
        />
      </div>
      {moments.length === 0 ? (
        <p className={styles.none}>{t('moments.none')}</p>
      ) : (
        <div className={styles.halves}>
          <div className={styles.left}>
            <MomentFilters filters={filters} filter={filter} moments={moments} shown={shown} seats={seats} />
            <span className={styles.count} role="status">
              {t('moments.count', { shown: listed.length, count: moments.length })}
            </span>
            <MomentList
              listed={listed}
              chosen={chosen}
              choose={setChosen}
              toggle={toggle}
              currentId={current?.mark.id}
              play={play}
              seats={seats}
              raters={shown.length > 1}
              showAll={() => filter(all)}
            />
          </div>
          <MomentPlayer
            sessionId={results.session.id}
            player={player}
            moment={current}
            seats={seats}
            raters={shown.length > 1}
            away={queue !== undefined}
          />
        </div>
      )}
      {queue !== undefined && (
        <Playlist
          title={title}
          queue={queue}
          player={player}
          preRollMs={preRollMs}
          seats={seats}
          raters={shown.length > 1}
          close={(last) => {
            playback.pause();
            setCurrent(last);
            setQueue(undefined);
          }}
        />
      )}
    </section>
  );
}
