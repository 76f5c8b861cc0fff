import type { StandardBy } from '../../preload/api';
import { wallDay } from '../format';
import { useWords } from '../words/words';

/** 'Consensus: Solveig K., Henrik B. · 12 November 2026'; the names are kept from who is to be compared with it. */
export function useStandardSaid(): (standard: StandardBy) => string {
  const { t, language } = useWords();
  return ({ how, names, at }) => {
    const day = wallDay(at, language);
    return names.length === 0
      ? t(`programmes.standard.unnamed.${how}`, { day })
      : t(`programmes.standard.${how}`, { names: names.join(', '), day });
  };
}
