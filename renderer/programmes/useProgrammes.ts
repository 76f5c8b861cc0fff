/** What the window knows of programmes, and of the viewer's own work in them. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { WorkItem } from '../../preload/api';
import { ask } from '../ask';
import { go } from '../place';
import { useRefresh } from '../queries';

export const useProgrammes = () => useQuery({ queryKey: ['programmes'], queryFn: () => ask('programmes') });

export const useWork = () => useQuery({ queryKey: ['work'], queryFn: () => ask('work') });

export const useProgramme = (id: string | undefined) =>
  useQuery({
    queryKey: ['programme', id],
    // `null` tells 'there is none' apart from 'not asked yet'.
    queryFn: async () => (id === undefined ? null : ((await ask('programme', id)) ?? null)),
    enabled: id !== undefined,
  });

export const useStandardChoices = (programmeId: string | undefined) =>
  useQuery({
    queryKey: ['standardChoices', programmeId],
    queryFn: async () => (programmeId === undefined ? [] : ask('standardChoices', programmeId)),
    enabled: programmeId !== undefined,
  });

/** Opens the rating of an own assignment at the desk. */
export function useBeginWork() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (item: WorkItem) => ask('beginWork', item.assignmentId),
    onSuccess: async (rating) => {
      await refresh();
      // It can have been taken back, or somebody else can sit here by now.
      if (rating !== undefined) go({ name: 'rate', ratingId: rating.id });
    },
  });
}
