/** The playhead, written straight into the page; while playing, the view turns pages after it. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { clockSeconds } from '../format';
import type { Playback } from '../player/playback';
import type { TimeView } from './useTimeView';
import { inView, share, turned } from './zoom';

/** Playback that is this far from where it was a moment ago was sent there. */
const jumpMs = 1500;

/**
 * @param held true while the view must stay, since something on it is being dragged
 * @returns what to call when the view was moved by hand: it stays where one looks
 */
export function useFollow(
  playback: Playback,
  durationMs: number,
  { exact, show }: TimeView,
  playheads: readonly RefObject<HTMLElement | null>[],
  slider: RefObject<HTMLElement | null>,
  held: RefObject<boolean>,
): () => void {
  const following = useRef(true);
  // The list is made anew at every render, what is in it is not.
  const heads = useRef(playheads);
  heads.current = playheads;

  useEffect(() => {
    let before = playback.now();
    return playback.onTime((ms) => {
      for (const { current } of heads.current)
        if (current !== null) current.style.left = share(ms, durationMs);
      slider.current?.setAttribute('aria-valuenow', String(Math.round(ms / 1000)));
      slider.current?.setAttribute('aria-valuetext', clockSeconds(ms));
      const sent = ms !== before && (Math.abs(ms - before) > jumpMs || !playback.state().playing);
      before = ms;
      if (sent) following.current = true;
      if (!following.current || held.current) return;
      const fromMs = turned(exact.current, ms, durationMs);
      if (fromMs !== undefined && (sent || playback.state().playing)) {
        show({ zoom: exact.current.zoom, fromMs });
      }
    });
  }, [playback, durationMs, exact, show, slider, held]);

  return useCallback(() => {
    following.current = inView(exact.current, playback.now(), durationMs);
  }, [exact, playback, durationMs]);
}
