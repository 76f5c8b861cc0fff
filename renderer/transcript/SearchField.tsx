import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useWords } from '../words/words';
import styles from './Transcript.module.css';
import type { Search } from './useSearch';

type Props = { search: Search; step: (direction: 1 | -1) => void; field: RefObject<HTMLInputElement | null> };

/** Enter goes to the next place, Shift+Enter to the one before, Escape empties and then leaves the field. */
export function SearchField({ search, step, field }: Props) {
  const { t } = useWords();
  const { text, hits, index, sought } = search;
  return (
    <search className={styles.search}>
      <TextInput
        ref={field}
        size="xs"
        className={styles.field}
        aria-label={t('transcript.search')}
        placeholder={t('transcript.search')}
        maxLength={200}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          text !== '' && (
            <CloseButton size="xs" aria-label={t('transcript.searchClear')} onClick={() => search.type('')} />
          )
        }
        value={text}
        onChange={(event) => search.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            search.type('');
          }
        }}
      />
      <output className={styles.count}>
        {sought !== '' &&
          (index === undefined
            ? t('transcript.found', { count: hits.length })
            : t('transcript.foundAt', { at: index + 1, count: hits.length }))}
      </output>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={styles.step}
        aria-label={t('transcript.previous')}
        data-idle={hits.length === 0 || undefined}
        onClick={() => step(-1)}
      >
        <IconChevronUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={styles.step}
        aria-label={t('transcript.next')}
        data-idle={hits.length === 0 || undefined}
        onClick={() => step(1)}
      >
        <IconChevronDown size={16} aria-hidden />
      </ActionIcon>
    </search>
  );
}
