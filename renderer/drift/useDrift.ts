import { useQuery } from '@tanstack/react-query';
import { ask } from '../ask';

export const useDrift = (programmeId: string) =>
  useQuery({
    queryKey: ['drift', programmeId],
    // `null` tells 'not the viewer's to see' apart from 'not asked yet'.
    queryFn: async () => (await ask('drift', programmeId)) ?? null,
  });

export const useCohort = (programmeId: string) =>
  useQuery({
    queryKey: ['cohort', programmeId],
    queryFn: async () => (await ask('cohort', programmeId)) ?? null,
  });
