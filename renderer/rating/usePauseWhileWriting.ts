import { useMemo, useRef } from 'react';
import type { Playback } from '../player/playback';

/** With the setting on, writing a note pauses what is playing, and Enter plays on from a little before. */
export function usePauseWhileWriting(playback: Playback, wanted: boolean) {
  const paused = useRef(false);
  return useMemo(
    () => ({
      begun() {
        if (!wanted || !playback.state().playing) return;
        paused.current = true;
        playback.pause();
      },
      ended(byEnter: boolean) {
        if (paused.current && byEnter) playback.play();
        paused.current = false;
      },
    }),
    [playback, wanted],
  );
}
