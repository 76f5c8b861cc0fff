import type { CertificateFacts } from '../../preload/api';
import type { Words } from '../words/words';

/** '3 sessions · 114 item ratings'. */
export function testSetSaid({ sessions }: Pick<CertificateFacts, 'sessions'>, t: Words): string {
  const ratings = sessions.reduce((sum, { within1 }) => sum + within1.of, 0);
  return [
    t('attempt.value.sessions', { count: sessions.length }),
    t('attempt.value.itemRatings', { count: ratings }),
  ].join(' · ');
}
