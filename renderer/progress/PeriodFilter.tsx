import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { localDay } from '../format';
import { useWords } from '../words/words';
import { monthsBefore } from './filter';
import styles from './Page.module.css';

type Period = { from: string | undefined; to: string | undefined };
type Props = Period & { change: (period: Period) => void };

const quick = [6, 12] as const;

/** From a day to a day, or one of the usual periods up to now. */
export function PeriodFilter({ from, to, change }: Props) {
  const { t, language } = useWords();
  const [asked, ask] = useState(false);
  const today = localDay(new Date());
  const months = quick.find((one) => to === undefined && from === monthsBefore(today, one));
  const own = asked || (months === undefined && (from !== undefined || to !== undefined));
  const choose = (value: string | null) => {
    ask(value === 'own');
    const chosen = quick.find((one) => String(one) === value);
    if (value === 'own') return;
    change({ from: chosen && monthsBefore(today, chosen), to: undefined });
  };
  const day = {
    size: 'xs',
    w: 128,
    clearable: true,
    valueFormat: language === 'nb' ? 'D. MMM YYYY' : 'D MMM YYYY',
  } as const;
  return (
    <>
      <Select
        size="xs"
        w={138}
        aria-label={t('progress.period')}
        allowDeselect={false}
        data={[
          { value: 'all', label: t('progress.allTime') },
          ...quick.map((count) => ({ value: String(count), label: t('progress.lastMonths', { count }) })),
          { value: 'own', label: t('progress.ownPeriod') },
        ]}
        value={own ? 'own' : String(months ?? 'all')}
        onChange={choose}
        classNames={{ input: from === undefined && to === undefined ? '' : styles.filtering }}
      />
      {own && (
        <>
          <DateInput
            {...day}
            aria-label={t('progress.from')}
            placeholder={t('progress.from')}
            clearButtonProps={{ 'aria-label': t('progress.clearFrom') }}
            value={from ?? null}
            {...(to !== undefined && { maxDate: to })}
            onChange={(date) => change({ from: date ?? undefined, to })}
          />
          <DateInput
            {...day}
            aria-label={t('progress.to')}
            placeholder={t('progress.to')}
            clearButtonProps={{ 'aria-label': t('progress.clearTo') }}
            value={to ?? null}
            {...(from !== undefined && { minDate: from })}
            onChange={(date) => change({ from, to: date ?? undefined })}
          />
        </>
      )}
    </>
  );
}
