import { Select } from '@mantine/core';
import { items } from '../../db/scale';
import type { AgreementMeasure } from '../../preload/api';
import { useWords } from '../words/words';
import { measureName } from './figures';

const measures: readonly AgreementMeasure[] = ['mean', 0, ...items.map(({ number }) => number)];

type Props = { measure: AgreementMeasure; choose: (measure: AgreementMeasure) => void };

/** The mean over items, the overall, or one item. */
export function MeasureSelect({ measure, choose }: Props) {
  const { t, language } = useWords();
  return (
    <Select
      size="xs"
      w={280}
      aria-label={t('agreement.measure')}
      allowDeselect={false}
      data={measures.map((one) => ({ value: String(one), label: measureName(one, t, language) }))}
      value={String(measure)}
      onChange={(value) => choose(measures.find((one) => String(one) === value) ?? 0)}
    />
  );
}
