import { Button, Group, Select, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useLibrary } from '../queries';
import { useWords } from '../words/words';
import { EmptyLibrary } from './EmptyLibrary';
import styles from './Library.module.css';
import { therapistLabel } from './people';
import { SessionTable } from './SessionTable';
import { matching } from './search';
import { useLink } from './useLink';

export function Library() {
  const { t, language } = useWords();
  const { data: library } = useLibrary();
  const { choose } = useLink();
  const [sought, setSought] = useState('');
  const [groupId, setGroupId] = useState<string | null>(null);
  if (library === undefined) return null;
  if (library.sessions.length === 0) return <EmptyLibrary choose={choose} />;

  const names = {
    group: new Map(library.groups.map((group) => [group.id, group.name])),
    therapist: new Map(library.therapists.map((therapist) => [therapist.id, therapistLabel(therapist)])),
  };
  const found = matching(library.sessions, { sought, groupId }, names, language);

  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md">
        <div>
          <Title order={1} size="h2">
            {t('library.title')}
          </Title>
          <Text c="dimmed">{t('library.count', { count: library.sessions.length })}</Text>
        </div>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={choose}>
          {t('library.add')}
        </Button>
      </Group>
      <Group mb="sm" gap="sm">
        <TextInput
          w={280}
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <Select
          w={220}
          aria-label={t('library.group')}
          placeholder={t('library.allGroups')}
          clearable
          data={library.groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={groupId}
          onChange={setGroupId}
        />
      </Group>
      <div className={styles.card}>
        {found.length === 0 ? (
          <Text p="xl" ta="center" c="dimmed">
            {t('library.nothingFound')}
          </Text>
        ) : (
          <SessionTable sessions={found} names={names} viewerId={library.viewerId} />
        )}
      </div>
    </>
  );
}
