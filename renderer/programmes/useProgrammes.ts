/** What the window knows of programmes, and of the viewer's own work in them. */
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Rating } from '../../db/model';
import type { WorkItem } from '../../preload/api';
import { ask } from '../ask';
import { go } from '../place';
import { useRefresh } from '../queries';
import { useWords } from '../words/words';

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

/** The work that a rating was made for; undefined when it is in no programme, or not the viewer's. */
export function useWorkOf(rating: Pick<Rating, 'id'>): WorkItem | undefined {
  const { data: work = [] } = useWork();
  return work.find(({ ratingId }) => ratingId === rating.id);
}

/** Opens the rating of an own assignment at the desk, or says why it is not opened. */
export function useBeginWork() {
  const { t } = useWords();
  const refresh = useRefresh();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (item: WorkItem) => ask('beginWork', item.assignmentId),
    onSuccess: async (rating, { assignmentId }) => {
      await refresh();
      if (rating !== undefined) {
        go({ name: 'rate', ratingId: rating.id });
        return;
      }
      // It was taken back, somebody else sits here by now, or another session of the test comes first.
      const work = await queries.fetchQuery({ queryKey: ['work'], queryFn: () => ask('work') });
      const isStillThere = work.some((item) => item.assignmentId === assignmentId);
      notifications.show({
        message: t(isStillThere ? 'programmes.work.notNext' : 'programmes.work.takenBack'),
        autoClose: false,
        closeButtonProps: { 'aria-label': t('close') },
      });
    },
  });
}
