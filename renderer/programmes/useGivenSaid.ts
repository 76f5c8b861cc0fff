import type { Given } from '../../preload/api';
import { useWords } from '../words/words';

/** What came of giving a test: how many sessions, or why none. */
export function useGivenSaid(): (given: Given) => string {
  const { t } = useWords();
  return (given) => {
    if (given.outcome !== 'given') return t(`programmes.refused.${given.outcome}`);
    const sessions = t('programmes.give.given', { count: given.sessions });
    return given.leftOut === 0
      ? sessions
      : `${sessions} ${t('programmes.give.leftOut', { count: given.leftOut })}`;
  };
}
