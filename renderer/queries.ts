/** What the window knows of the record, and how a failed question is told. */
import { notifications } from '@mantine/notifications';
import {
  MutationCache,
  notifyManager,
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import i18next from 'i18next';
import type { FeedbackAbout } from '../db/model';
import type { Subject } from '../db/progress';
import { ask, NotAnswered } from './ask';

export function newQueries(): QueryClient {
  // At once: what comes with an answer, such as the new selection, is drawn together with it.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    queryCache: new QueryCache({ onError: tell }),
    mutationCache: new MutationCache({ onError: tell }),
    // The main process is always there, and answers the same to the same question.
    defaultOptions: {
      queries: { retry: false, staleTime: 0, refetchOnWindowFocus: false, networkMode: 'always' },
      // What was asked can be a passphrase: it is forgotten with the form that it was typed in.
      mutations: { networkMode: 'always', gcTime: 0 },
    },
  });
}

/** Says what was not done, and why. */
export function tell(error: unknown): void {
  const reason = error instanceof NotAnswered ? error.reason : 'bug';
  notifications.show({
    id: `not-saved-${reason}`,
    color: 'red',
    title: i18next.t('failure.title'),
    message: i18next.t(`failure.${reason}`),
    autoClose: false,
    closeButtonProps: { 'aria-label': i18next.t('close') },
  });
}

export const useLibrary = () => useQuery({ queryKey: ['library'], queryFn: () => ask('library') });

export const useSession = (sessionId: string | undefined) =>
  useQuery({
    queryKey: ['session', sessionId],
    // `null` tells 'there is none' apart from 'not asked yet'.
    queryFn: async () => (sessionId === undefined ? null : ((await ask('session', sessionId)) ?? null)),
    enabled: sessionId !== undefined,
  });

export const useResults = (sessionId: string) =>
  useQuery({
    queryKey: ['results', sessionId],
    queryFn: async () => (await ask('results', sessionId)) ?? null,
  });

export const useSubjects = () => useQuery({ queryKey: ['subjects'], queryFn: () => ask('subjects') });

export const useProgress = (subject: Subject | undefined) =>
  useQuery({
    queryKey: ['progress', subject],
    queryFn: async () => (subject === undefined ? null : ask('progress', subject)),
    enabled: subject !== undefined,
  });

/** How many recordings may be kept no longer than today. */
export const useDueCount = () => useQuery({ queryKey: ['dueCount'], queryFn: () => ask('dueCount') });

export const useFeedback = (about: FeedbackAbout) =>
  useQuery({ queryKey: ['feedback', about], queryFn: () => ask('feedback', about) });

/** What a rating lacks, as the record says now. */
export const useMissing = (ratingId: string) =>
  useQuery({
    queryKey: ['missing', ratingId],
    queryFn: async () => (await ask('missing', ratingId)) ?? null,
    gcTime: 0,
  });

export const useHistory = (ratingId: string) =>
  useInfiniteQuery({
    queryKey: ['history', ratingId],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam }) => (await ask('history', { ratingId, before: pageParam })) ?? null,
    getNextPageParam: (page) => page?.next,
    gcTime: 0,
  });

/**
 * Asks everything again that a change of the library can touch. What is not on the screen is forgotten: drawn first
 * and asked for again after, it could show for a moment what the viewer may not see any more.
 */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => {
    queries.removeQueries({ type: 'inactive' });
    return queries.invalidateQueries();
  };
}
