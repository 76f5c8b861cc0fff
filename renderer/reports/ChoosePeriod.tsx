import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { Edition } from '../../db/model';
import { useWords } from '../words/words';
import type { Choices } from './choices';
import styles from './Report.module.css';

type Props = {
  choices: Choices;
  /** The first and the last day there is a session of. */
  days: readonly [string, string];
  editions: readonly Pick<Edition, 'id' | 'name'>[];
  edition: string;
};

/** Which sessions the report is about. */
export function ChoosePeriod({ choices, days, editions, edition }: Props) {
  const { t, language } = useWords();
  const { from, to } = choices.own;
  const valueFormat = language === 'nb' ? 'D. MMM YYYY' : 'D MMM YYYY';
  return (
    <>
      <div className={styles.days}>
        <DateInput
          label={t('reports.from')}
          valueFormat={valueFormat}
          value={from ?? days[0]}
          onChange={(day) => choices.chooseOwn({ from: day ?? undefined })}
        />
        <DateInput
          label={t('reports.to')}
          valueFormat={valueFormat}
          value={to ?? days[1]}
          onChange={(day) => choices.chooseOwn({ to: day ?? undefined })}
        />
      </div>
      {editions.length > 1 && (
        <Select
          label={t('reports.edition')}
          description={t('reports.editionsApart')}
          data={editions.map(({ id, name }) => ({ value: id, label: name }))}
          value={edition}
          allowDeselect={false}
          onChange={(id) => choices.chooseOwn({ edition: id ?? undefined })}
        />
      )}
    </>
  );
}
