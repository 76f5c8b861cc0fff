import { useEffect } from 'react';
import type { Rating } from '../../db/model';
import { ask } from '../ask';
import type { Playback } from '../player/playback';
import { tell } from '../queries';

const everyMs = 5000;

/** Begins where the rater was last, and remembers it: every few seconds, at a pause, on leaving. */
export function useKeptPosition(rating: Rating, playback: Playback): void {
  const { id, positionMs } = rating;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place to begin is read once, when the desk opens
  useEffect(() => {
    playback.seek(positionMs);
    let kept = positionMs;
    const keep = () => {
      const now = playback.now();
      if (now === kept) return;
      kept = now;
      ask('keepPosition', { ratingId: id, positionMs: now }).catch(tell);
    };
    const timer = setInterval(keep, everyMs);
    const off = playback.watch(() => {
      if (!playback.state().playing) keep();
    });
    window.addEventListener('beforeunload', keep);
    return () => {
      clearInterval(timer);
      off();
      window.removeEventListener('beforeunload', keep);
      keep();
    };
  }, [id, playback]);
}
