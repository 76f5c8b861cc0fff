import { Button, Group, Select, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { number } from '../format';
import { useLibrary } from '../queries';
import { useWords } from '../words/words';
import { DueNotice } from './DueNotice';
import { EmptyLibrary } from './EmptyLibrary';
import styles from './Library.module.css';
import { therapistLabel } from './people';
import { SessionTable } from './SessionTable';
import type { LibraryView } from './useLibraryView';
import { useLink } from './useLink';
import { useFound } from './useSessions';
import { WorkNotice } from './WorkNotice';

export function Library({ view }: { view: LibraryView }) {
  const { t, language } = useWords();
  const { data: library } = useLibrary();
  const { choose } = useLink();
  const { sought, seek, scrolledTo } = view;
  const found = useFound({ ...sought, sought: sought.sought.trim() });
  const names = useMemo(
    () => ({
      group: new Map(library?.groups.map((group) => [group.id, group.name])),
      therapist: new Map(library?.therapists.map((therapist) => [therapist.id, therapistLabel(therapist)])),
    }),
    [library],
  );
  if (library === undefined || found === undefined) return null;
  if (library.sessions === 0) return <EmptyLibrary choose={choose} />;

  const count = library.sessions;
  return (
    <div className={styles.library}>
      <Group justify="space-between" align="flex-end" mb="md">
        <div>
          <Title order={1} size="h2">
            {t('library.title')}
          </Title>
          <Text c="dimmed" className="tabular" role="status">
            {found.total === count
              ? t('library.count', { count })
              : t('library.found', { count, found: found.total })}
          </Text>
        </div>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={choose}>
          {t('library.add')}
        </Button>
      </Group>
      <WorkNotice />
      <DueNotice />
      <Group mb="sm" gap="sm">
        <TextInput
          w={280}
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={200}
          value={sought.sought}
          onChange={(event) => seek({ sought: event.currentTarget.value })}
        />
        <Select
          w={220}
          aria-label={t('library.group')}
          placeholder={t('library.allGroups')}
          clearable
          searchable={library.groups.length > 8}
          data={library.groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={sought.groupId}
          onChange={(groupId) => seek({ groupId })}
        />
        {(library.waiting > 0 || sought.waiting) && (
          <button
            type="button"
            className={styles.waiting}
            aria-pressed={sought.waiting}
            onClick={() => seek({ waiting: !sought.waiting })}
          >
            {t('library.waiting')} <b>{number(library.waiting, language)}</b>
          </button>
        )}
      </Group>
      {found.total === 0 ? (
        <div className={styles.card}>
          <Text p="xl" ta="center" c="dimmed">
            {t(
              found.sought.waiting && library.waiting === 0 ? 'library.nothingWaits' : 'library.nothingFound',
            )}
          </Text>
        </div>
      ) : (
        <SessionTable
          // What is sought anew begins at its top.
          key={JSON.stringify(found.sought)}
          found={found}
          names={names}
          viewerId={library.viewerId}
          scrolledTo={scrolledTo}
        />
      )}
    </div>
  );
}
