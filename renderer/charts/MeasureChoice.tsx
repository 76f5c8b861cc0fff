import { Select } from '@mantine/core';
import { items } from '../../db/scale';
import { useWords } from '../words/words';
import { type Measure, overallMeasure } from './series';

/** All items together, the overall, or one item. */
export type MeasureChosen = Measure | 'items';

type Props = {
  chosen: MeasureChosen;
  choose: (chosen: MeasureChosen) => void;
  /** What all items together are called here. */
  allItems: string;
};

export function MeasureChoice({ chosen, choose, allItems }: Props) {
  const { t, language } = useWords();
  return (
    <Select
      size="xs"
      w={280}
      aria-label={t('comparisons.measure')}
      allowDeselect={false}
      data={[
        { value: 'items', label: allItems },
        { value: String(overallMeasure), label: t('rating.overall') },
        ...items.map(({ number, name }) => ({
          value: String(number),
          label: `${number} ${name[language]}`,
        })),
      ]}
      value={String(chosen)}
      onChange={(value) => choose(value === 'items' || value === null ? 'items' : Number(value))}
    />
  );
}
