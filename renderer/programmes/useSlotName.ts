import { useWords } from '../words/words';
import type { Slot } from './slots';

export function useSlotName(): (slot: Slot) => string {
  const { t } = useWords();
  return ({ part, testSet }) =>
    testSet === null ? t(`programmes.part.${part}`) : t('programmes.testOf', { attempt: testSet });
}
