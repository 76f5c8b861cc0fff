/** What a report is called: on its first page, in its document and at the foot of each page. */
import type { Session } from '../../db/model';
import type { Words } from '../words/words';

/** 'Torsdagsgruppen · møte 34', or as much of it as is known. */
export function sessionTitle(
  session: Pick<Session, 'groupId' | 'number'>,
  groups: readonly { id: string; name: string }[],
  t: Words,
): string {
  const group = groups.find(({ id }) => id === session.groupId)?.name ?? t('session.noGroup');
  return session.number === null ? group : t('session.title', { group, number: session.number });
}
