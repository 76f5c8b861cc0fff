import { useCallback, useEffect, useRef, useState } from 'react';
import type { Playback } from '../player/playback';
import { begun, type Playlist, type PlaylistEvent, type Stretch, step } from './playlist';

/** How long the next moment is announced before it begins. */
const announcedMs = 3000;

/** Plays stretches of the recording one after the other, from the first. */
export function usePlaylist(
  playback: Playback,
  stretches: readonly (Stretch | undefined)[],
  stopAfterEach: boolean,
) {
  const rules = useRef({ stretches, stopAfterEach });
  rules.current = { stretches, stopAfterEach };
  const [playlist, setPlaylist] = useState(() => begun(0, rules.current));
  /** What holds now, also while it is not drawn yet. */
  const now = useRef(playlist);

  /** The player follows at once: the time of the moment before must not end the next. */
  const follow = useCallback(
    (next: Playlist) => {
      const stretch = rules.current.stretches[next.at];
      if (next.state !== 'on') playback.pause();
      else if (stretch !== undefined) {
        playback.seek(stretch.fromMs);
        playback.play();
      }
    },
    [playback],
  );

  const tell = useCallback(
    (event: PlaylistEvent) => {
      const before = now.current;
      const next = step(before, event, rules.current);
      if (next === before) return;
      now.current = next;
      if (next.turn !== before.turn || next.state !== before.state) follow(next);
      setPlaylist(next);
    },
    [follow],
  );

  useEffect(() => {
    follow(now.current);
    return playback.onTime((ms) => tell({ kind: 'time', ms }));
  }, [playback, follow, tell]);

  const { state } = playlist;
  const between = state === 'between' ? playlist.turn : undefined;
  useEffect(() => {
    if (between === undefined) return;
    const timer = setTimeout(() => tell({ kind: 'next' }), announcedMs);
    return () => clearTimeout(timer);
  }, [between, tell]);

  return {
    playlist,
    tell,
    /** Plays or pauses; between two moments, it goes on to the next; at the end, it begins again. */
    toggle(): void {
      if (state === 'on') playback.toggle();
      else tell(state === 'done' ? { kind: 'choose', at: 0 } : { kind: 'next' });
    },
  };
}
