import { Select } from '@mantine/core';
import type { Subject, Subjects } from '../../db/progress';
import type { Library } from '../../preload/api';
import { useWords } from '../words/words';
import styles from './Page.module.css';
import { sameSubject, subjectChoices } from './subjects';

type Props = { chosen: Subject; subjects: Subjects; people: Library; choose: (subject: Subject) => void };

/** Whose progress: therapists, groups and pairs, each with the number of sessions. */
export function SubjectSelect({ chosen, subjects, people, choose }: Props) {
  const { t } = useWords();
  const { therapist, pair, group } = subjectChoices(subjects, people, t('progress.and'));
  const all = [...therapist, ...group, ...pair];
  const sections = [
    { group: t('progress.therapists'), items: therapist },
    { group: t('progress.groups'), items: group },
    { group: t('progress.pairs'), items: pair },
  ];
  return (
    <Select
      w={270}
      aria-label={t('progress.whose')}
      searchable
      comboboxProps={{ withinPortal: false }}
      selectFirstOptionOnChange
      allowDeselect={false}
      maxDropdownHeight={420}
      nothingFoundMessage={t('progress.nobody')}
      data={sections
        .filter(({ items }) => items.length > 0)
        .map(({ group: section, items }) => ({
          group: section,
          items: items.map(({ value, label }) => ({ value, label })),
        }))}
      value={all.find(({ subject }) => sameSubject(subject, chosen))?.value ?? null}
      renderOption={({ option }) => (
        <span className={styles.option}>
          {option.label}
          <span>
            {t('progress.sessions', {
              count: all.find(({ value }) => value === option.value)?.sessions ?? 0,
            })}
          </span>
        </span>
      )}
      onChange={(value) => {
        const next = all.find((one) => one.value === value);
        if (next !== undefined) choose(next.subject);
      }}
    />
  );
}
