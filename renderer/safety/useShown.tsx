import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/words';

/** The first of a long list, and the button that shows the rest of it or puts it away again. */
export function useShown<T>(all: readonly T[], atFirst: number): { shown: readonly T[]; more: ReactNode } {
  const { t } = useWords();
  const [whole, setWhole] = useState(false);
  const rest = all.length - atFirst;
  return {
    shown: whole ? all : all.slice(0, atFirst),
    more: rest > 0 && (
      <Button
        mt={6}
        size="compact-sm"
        variant="subtle"
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        {whole ? t('safety.fewer') : t('safety.more', { count: rest })}
      </Button>
    ),
  };
}
