import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Library } from '../../preload/api';
import { useWords } from '../words/words';
import { type Choices, type Filters, isFiltered } from './filter';
import styles from './Page.module.css';
import { PeriodFilter } from './PeriodFilter';

type Props = { choices: Choices; filters: Filters; library: Library; change: (filters: Filters) => void };

/** What is left out of the charts: each filter in sight, and all of them cleared by one click. */
export function FilterBar({ choices, filters, library, change }: Props) {
  const { t } = useWords();
  const groupName = (id: string) => library.groups.find((group) => group.id === id)?.name ?? id;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div className={styles.filters} role="group" aria-label={t('progress.filters')}>
      <PeriodFilter
        from={filters.from}
        to={filters.to}
        change={(period) => change({ ...filters, ...period })}
      />
      <Filter
        label={t('progress.purpose')}
        all={t('progress.allPurposes')}
        value={filters.purpose}
        data={choices.purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        change={(value) => change({ ...filters, purpose: choices.purposes.find((one) => one === value) })}
      />
      <Filter
        label={t('progress.rater')}
        all={t('progress.allRaters')}
        value={filters.raterId}
        data={choices.raters.map(({ id, name }) => ({ value: id, label: name }))}
        change={(raterId) => change({ ...filters, raterId })}
      />
      <Filter
        label={t('progress.group')}
        all={t('progress.allGroups')}
        value={filters.groupId}
        data={choices.groupIds.map((id) => ({ value: id, label: groupName(id) }))}
        change={(groupId) => change({ ...filters, groupId })}
      />
      {choices.editions.length > 1 && (
        <Select
          size="xs"
          w={150}
          aria-label={t('progress.edition')}
          allowDeselect={false}
          data={choices.editions.map(({ id, name }) => ({ value: id, label: name }))}
          value={filters.edition ?? choices.editions[0]?.id ?? null}
          onChange={(edition) => change({ ...filters, edition: edition ?? undefined })}
        />
      )}
      {isFiltered(filters) && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => change({ edition: filters.edition })}
        >
          {t('progress.clear')}
        </Button>
      )}
    </div>
  );
}

type FilterProps = {
  label: string;
  /** What stands there while nothing is left out. */
  all: string;
  value: string | undefined;
  data: { value: string; label: string }[];
  change: (value: string | undefined) => void;
};

/** One choice; not there when there is nothing to choose. */
function Filter({ label, all, value, data, change }: FilterProps) {
  if (data.length < 2 && value === undefined) return null;
  return (
    <Select
      size="xs"
      w={124}
      aria-label={label}
      allowDeselect={false}
      data={[{ value: '', label: all }, ...data]}
      value={value ?? ''}
      onChange={(next) => change(next === null || next === '' ? undefined : next)}
      classNames={{ input: value === undefined ? '' : styles.filtering }}
    />
  );
}
