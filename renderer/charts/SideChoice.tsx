import { SegmentedControl } from '@mantine/core';
import { useWords } from '../words/words';
import type { Side } from './series';

/** Which of the two ratings a chart shows; they are never merged. */
export function SideChoice({ side, choose }: { side: Side; choose: (side: Side) => void }) {
  const { t } = useWords();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('comparisons.side')}
      data={[
        { value: 'quality', label: t('rating.quality') },
        { value: 'adherence', label: t('rating.adherence') },
      ]}
      value={side}
      onChange={(value) => choose(value === 'adherence' ? 'adherence' : 'quality')}
    />
  );
}
