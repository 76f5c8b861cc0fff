import type { Backup } from '../../preload/api';
import type { Words } from '../words/words';

type Counted = NonNullable<Backup['counts']>;

/** '12 sessions, 30 ratings, 400 moments'; what there is none of is left out. */
export function holdsText(counts: Counted, t: Words): string {
  const parts = [
    t('backups.sessions', { count: counts.sessions }),
    counts.ratings > 0 && t('backups.ratings', { count: counts.ratings }),
    counts.marks > 0 && t('backups.marks', { count: counts.marks }),
  ];
  return parts.filter((part) => part !== false).join(', ');
}
