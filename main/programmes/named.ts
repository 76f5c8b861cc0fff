import type { NamedSession } from '../../db/programmeSessions.ts';
import type { Store } from '../../db/store.ts';

/** A session as lists name it; the record holds that it is there. */
export function namedSession({ sessions }: Pick<Store, 'sessions'>, id: string): NamedSession {
  const found = sessions.find(id);
  return { id, date: found?.date ?? '', number: found?.number ?? null, groupId: found?.groupId ?? null };
}
