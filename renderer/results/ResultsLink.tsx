import { Button } from '@mantine/core';
import { IconChartDots3 } from '@tabler/icons-react';
import { hashOf } from '../place';
import { useWords } from '../words/words';

/** To what the submitted ratings of a session say. */
export function ResultsLink({ sessionId, size = 'sm' }: { sessionId: string; size?: 'xs' | 'sm' }) {
  const { t } = useWords();
  return (
    <Button
      size={size}
      component="a"
      href={hashOf({ name: 'results', sessionId })}
      leftSection={<IconChartDots3 size={16} aria-hidden />}
    >
      {t('results.title')}
    </Button>
  );
}
