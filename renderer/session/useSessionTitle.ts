import type { Session } from '../../db/model';
import type { Library } from '../../preload/api';
import { useWords } from '../words/words';

/** 'Torsdagsgruppen · møte 34', or as much of it as is known. */
export function useSessionTitle(session: Session | undefined, library: Library | undefined): string {
  const { t } = useWords();
  const group = library?.groups.find(({ id }) => id === session?.groupId)?.name ?? t('session.noGroup');
  return session?.number == null ? group : t('session.title', { group, number: session.number });
}
