import type { WorkItem } from '../../preload/api';
import { dayShort } from '../format';
import { useLibrary } from '../queries';
import { useWords } from '../words/words';

type Named = WorkItem['session'];

/** '12 Nov 2026 · Thursday group · session 34', or as much of it as is known. */
export function useSessionName(): (session: Named) => string {
  const { t, language } = useWords();
  const { data: library } = useLibrary();
  return ({ date, groupId, number }) =>
    [
      dayShort(date, language),
      library?.groups.find(({ id }) => id === groupId)?.name ?? t('session.noGroup'),
      ...(number === null ? [] : [t('session.numberOf', { number })]),
    ].join(' · ');
}
