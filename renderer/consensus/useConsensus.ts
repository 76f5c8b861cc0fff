/** One meeting: what it holds, and how it is changed. The window shows what has been committed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Overall, Score } from '../../db/model';
import { ask } from '../ask';
import { useSaved } from '../rating/useSaved';
import { overallItem } from './differences';

export type OpenMeeting = Exclude<ReturnType<typeof useConsensus>, undefined | null | { outcome: string }>;

export const useConsensusChoice = (sessionId: string) =>
  useQuery({
    queryKey: ['consensusChoice', sessionId],
    queryFn: async () => (await ask('consensusChoice', sessionId)) ?? null,
  });

/** Undefined while it is being read; null when there is none; or that it is not shown. */
export function useConsensus(ratingId: string) {
  const queries = useQueryClient();
  const queryKey = ['consensus', ratingId];
  const { saved, change: keep } = useSaved();
  const { data: view } = useQuery({
    queryKey,
    queryFn: async () => (await ask('consensus', ratingId)) ?? null,
    gcTime: 0,
  });
  if (view === undefined || view === null || view.outcome !== 'open') return view;
  const { lock } = view;

  /** Runs one change, and reads what came of it. */
  const change = <T>(asking: () => Promise<T>) =>
    keep(lock, asking, () => queries.invalidateQueries({ queryKey }));

  return {
    view,
    saved,
    /** Of an item, or of the overall, which is never without occasion. */
    decide: (
      item: number,
      some: Partial<Pick<Score & Overall, 'adherence' | 'quality' | 'noOccasion' | 'note'>>,
    ) => {
      const { noOccasion, ...levels } = some;
      return change<unknown>(() =>
        item === overallItem
          ? ask('editOverall', { ratingId, ...levels })
          : ask('editScore', { ratingId, item, ...levels, ...(noOccasion !== undefined && { noOccasion }) }),
      );
    },
    leaveUndecided: (item: number, reason: string | null) =>
      change(() => ask('leaveUndecided', { ratingId, item, reason })),
    takeOver: (markId: string) => change(() => ask('takeOverMark', { ratingId, markId })),
    leaveOut: (markId: string) => change(() => ask('removeMark', markId)),
    setMembers: (memberIds: string[]) => change(() => ask('setConsensusMembers', { ratingId, memberIds })),
    undo: () => change(() => ask('undo', ratingId)),
    redo: () => change(() => ask('redo', ratingId)),
  };
}
