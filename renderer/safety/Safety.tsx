import { ActionIcon, Group, Stack, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { Backups } from './Backups';
import { LibraryPlace } from './LibraryPlace';
import { Lock } from './Lock';
import { People } from './People';
import { WhatIsDue } from './WhatIsDue';
import { WhoDidWhat } from './WhoDidWhat';

/** What keeps the library private and whole. */
export function Safety({ folder }: { folder: string }) {
  const { t } = useWords();
  return (
    <Stack maw={760} gap="lg">
      <Group gap="xs">
        <ActionIcon
          component="a"
          href={hashOf({ name: 'settings' })}
          variant="subtle"
          color="gray"
          aria-label={t('site.back')}
          title={t('site.back')}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <Title order={1} size="h2">
          {t('safety.title')}
        </Title>
      </Group>
      <Lock folder={folder} />
      <LibraryPlace folder={folder} />
      <Backups />
      <WhatIsDue />
      <People />
      <WhoDidWhat />
    </Stack>
  );
}
