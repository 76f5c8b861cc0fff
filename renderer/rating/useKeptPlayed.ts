import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RatingView } from '../../preload/api';
import { ask, NotAnswered } from '../ask';
import type { Playback } from '../player/playback';
import { playedRecorder } from '../player/played';
import { tell } from '../queries';

const everyMs = 5000;

/**
 * Begins where the rater was last, and remembers where the rater is and what was played: every few seconds, at a
 * pause, on leaving. A rating that cannot be changed stays as it is, however much of it is played.
 */
export function useKeptPlayed({ rating, lock }: RatingView, playback: Playback): void {
  const { id, positionMs } = rating;
  const locked = lock !== undefined;
  const queries = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place to begin is read once, when the desk opens
  useEffect(() => playback.seek(positionMs), [id, playback]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place to begin is read once, when the desk opens
  useEffect(() => {
    if (locked) return;
    const recorder = playedRecorder();
    let kept = positionMs;
    const look = () => {
      const { playing, rate } = playback.state();
      if (!playback.settled()) recorder.leave();
      else recorder.tell({ atMs: playback.now(), nowMs: performance.now(), playing, rate });
    };
    const keep = () => {
      const now = playback.now();
      const stretches = recorder.take();
      if (now === kept && stretches.length === 0) return;
      kept = now;
      ask('keepPlayed', { ratingId: id, positionMs: now, stretches })
        .then((coverage) => {
          if (coverage === undefined) return;
          queries.setQueryData<RatingView>(['rating', id], (old) => old && { ...old, coverage });
        })
        .catch((error: unknown) => {
          // The rating was submitted meanwhile, or is somebody else's now: it is complete without.
          if (error instanceof NotAnswered && (error.reason === 'submitted' || error.reason === 'notYours')) {
            return;
          }
          recorder.giveBack(stretches);
          tell(error);
        });
    };
    const timer = setInterval(keep, everyMs);
    const offTime = playback.onTime(look);
    const off = playback.watch(() => {
      look();
      if (!playback.state().playing) keep();
    });
    window.addEventListener('beforeunload', keep);
    return () => {
      clearInterval(timer);
      offTime();
      off();
      window.removeEventListener('beforeunload', keep);
      keep();
    };
  }, [id, playback, locked]);
}
