import { FocusTrap } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useHeld } from '../held';
import { Picture } from '../player/Picture';
import { keepFocus } from '../rating/keepFocus';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import { Interlude } from './Interlude';
import { MomentCaption } from './MomentCaption';
import type { Player } from './MomentPlayer';
import type { Moment } from './moments';
import styles from './Playlist.module.css';
import { PlaylistBar } from './PlaylistBar';
import { PlaylistHeader } from './PlaylistHeader';
import { PlaylistSide } from './PlaylistSide';
import { pace } from './pace';
import { stretchOf } from './playlist';
import { StretchLine } from './StretchLine';
import { StretchWave } from './StretchWave';
import type { Seats } from './seats';
import { usePlaylist } from './usePlaylist';
import { usePlaylistKeys } from './usePlaylistKeys';
import { useWholeScreen } from './useWholeScreen';

type Props = {
  /** Of the session. */
  title: string;
  /** At least one. */
  queue: readonly Moment[];
  player: Player;
  preRollMs: number;
  seats: Seats;
  raters: boolean;
  /** Told which moment was on last. */
  close: (last: Moment | undefined) => void;
};

/** Fills the screen and plays moments one after the other, for people who look at them together. */
export function Playlist({ title, queue, player, preRollMs, seats, raters, close }: Props) {
  const { t } = useWords();
  const { recording, playback, state, sound } = player;
  const screen = useRef<HTMLDivElement>(null);
  const { lengthSeconds, stopAfterEach } = useHeld(pace);
  const [side, setSide] = useState(true);
  const durationMs = state.durationMs || (recording?.durationMs ?? 0);
  const stretches = queue.map(({ mark }) =>
    stretchOf(mark, { preRollMs, lengthMs: lengthSeconds * 1000, durationMs }),
  );
  const { playlist, tell, toggle } = usePlaylist(playback, stretches, stopAfterEach);
  const moment = queue[playlist.at];
  const leave = () => close(moment);
  const whole = useWholeScreen(screen, leave);
  useFocusBack();

  const choose = useCallback((at: number) => tell({ kind: 'choose', at }), [tell]);
  const act = {
    toggle,
    next: () => tell({ kind: 'next' }),
    previous: () => tell({ kind: 'previous' }),
    repeat: () => tell({ kind: 'repeat' }),
    hold: () => tell({ kind: 'hold' }),
    restart: () => choose(0),
    side: () => setSide((shown) => !shown),
    stop() {
      if (!stopAfterEach) tell({ kind: 'hold' });
      pace.set((now) => ({ ...now, stopAfterEach: !stopAfterEach }));
    },
    fullScreen: whole.toggle,
    leave,
  };
  usePlaylistKeys(screen, act);
  if (moment === undefined) return null;
  const stretch = stretches[playlist.at];
  const soundAlone = recording?.picture === false;

  return createPortal(
    <FocusTrap innerRef={screen}>
      <div
        role="dialog"
        aria-modal
        aria-label={t('playlist.title')}
        className={styles.playlist}
        data-side={side || undefined}
        data-sound={soundAlone || undefined}
        onMouseDown={keepFocus}
      >
        <PlaylistHeader
          title={title}
          at={playlist.at}
          all={queue.length}
          length={lengthSeconds}
          setLength={(length) => pace.set((now) => ({ ...now, lengthSeconds: length }))}
          stopAfterEach={stopAfterEach}
          act={act}
        />
        <div className={styles.picture}>
          <Picture
            recording={recording}
            playback={playback}
            sound={sound.control}
            failed={state.failed}
            help={null}
          />
        </div>
        <div className={styles.stretch}>
          {soundAlone && <StretchWave player={player} stretch={stretch} />}
          <StretchLine playback={playback} stretch={stretch} atMs={moment.mark.atMs} />
        </div>
        {playlist.state !== 'on' && !state.failed && (
          <Interlude
            state={playlist.state}
            beyond={stretch === undefined}
            next={queue[playlist.at + 1]}
            seats={seats}
            act={act}
          />
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long note is scrolled by keyboard */}
        <section className={styles.caption} aria-live="polite" aria-label={t('playlist.now')} tabIndex={0}>
          <MomentCaption
            moment={moment}
            seats={seats}
            raters={raters}
            size={soundAlone ? 'largest' : 'large'}
          />
        </section>
        <PlaylistBar
          player={player}
          durationMs={durationMs}
          on={playlist.state === 'on'}
          side={side}
          full={whole.full}
          act={act}
        />
        {side && (
          <PlaylistSide queue={queue} at={playlist.at} seats={seats} raters={raters} choose={choose} />
        )}
      </div>
    </FocusTrap>,
    document.body,
  );
}
