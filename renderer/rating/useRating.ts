/** One open rating: what it holds, and how it is changed. The window shows what has been committed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { MarkChange, NewMark, OverallChange, Phase, PhasesChange, ScoreChange } from '../../db/model';
import type { RatingView, SessionView } from '../../preload/api';
import { ask } from '../ask';
import { tell } from '../queries';
import { withMark, withoutMark, withScore } from './changes';
import { useSaved } from './useSaved';

export type OpenRating = Extract<ReturnType<typeof useRating>, { view: RatingView }>;

/** Undefined while it is being read; null when there is none; or that it is not shown. */
export function useRating(ratingId: string) {
  const queries = useQueryClient();
  const key = ['rating', ratingId];
  const { saved, change: keep } = useSaved();
  const phasing = useRef<Promise<void>>(Promise.resolve());
  const { data: view } = useQuery({
    queryKey: key,
    queryFn: async () => (await ask('rating', ratingId)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (view === undefined || view === null || view.outcome !== 'open') return view;
  const { lock } = view;

  const sessionKey = ['session', view.rating.sessionId] as const;

  /** Runs one change; on screen when it is on disk. */
  const change = <T>(asking: () => Promise<T>, show: (view: RatingView, answer: T) => RatingView) =>
    keep(lock, asking, (answer) => {
      queries.setQueryData<RatingView>(key, (old) => {
        const next = old && show(old, answer);
        // The record keeps no change that changes nothing, and undo and redo stay as they were.
        return next === undefined || next === old ? old : { ...next, canUndo: true, canRedo: false };
      });
    });

  async function travel(direction: 'undo' | 'redo'): Promise<void> {
    await change(
      () => ask(direction, ratingId),
      (old) => old,
    );
    await queries.invalidateQueries({ queryKey: key });
    await ask('phases', sessionKey[1]).then(showPhases, tell);
  }

  const showPhases = (phases: Phase[]) =>
    queries.setQueryData<SessionView>(sessionKey, (old) => old && { ...old, phases });

  /**
   * Phases belong to the session; at this desk they are undone with the rating. They are kept as one list, so one
   * change waits for the one before and begins with what came of it.
   */
  function setPhases(next: (phases: readonly Phase[]) => PhasesChange['phases']): Promise<void> {
    const asked = phasing.current.then(async () => {
      const before = queries.getQueryData<SessionView>(sessionKey)?.phases ?? [];
      const phases = next(before).map(({ id, name, startMs, endMs }) => ({ id, name, startMs, endMs }));
      const asking = () => ask('setPhases', { sessionId: sessionKey[1], ratingId, phases });
      const now = await change(asking, (old, answer) =>
        JSON.stringify(answer) === JSON.stringify(before) ? old : { ...old },
      );
      if (now !== undefined) showPhases(now);
    });
    phasing.current = asked;
    return asked;
  }

  return {
    view,
    saved,
    addMark: (mark: NewMark) => change(() => ask('addMark', mark), withMark),
    editMark: (edit: MarkChange) =>
      change(
        () => ask('editMark', edit),
        (old, mark) => (mark === undefined ? old : withMark(old, mark)),
      ),
    removeMark: (id: string) =>
      change(
        () => ask('removeMark', id),
        (old) => withoutMark(old, id),
      ),
    editScore: (edit: ScoreChange) => change(() => ask('editScore', edit), withScore),
    editOverall: (edit: OverallChange) =>
      change(
        () => ask('editOverall', edit),
        (old, overall) => ({ ...old, overall }),
      ),
    setPhases,
    undo: () => travel('undo'),
    redo: () => travel('redo'),
  };
}
