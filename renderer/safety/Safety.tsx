import { ActionIcon, Group, Stack, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useEffect } from 'react';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { Backups } from './Backups';
import { LibraryPlace } from './LibraryPlace';
import { Lock } from './Lock';
import { Overview } from './Overview';
import { People } from './People';
import { goToPart, type SafetyPart } from './parts';
import styles from './Safety.module.css';
import { useDue } from './useDue';
import { WhatIsDue } from './WhatIsDue';
import { WhoDidWhat } from './WhoDidWhat';

type Props = {
  folder: string;
  /** Where it begins; at its top unless told. */
  part: SafetyPart | undefined;
};

/** What keeps the library private and whole. */
export function Safety({ folder, part }: Props) {
  const { t } = useWords();
  // What is due is there a moment later; what comes above it then pushes nothing away.
  const { isSuccess: ready } = useDue();
  useEffect(() => {
    if (ready && part !== undefined) goToPart(part);
  }, [ready, part]);
  return (
    <Stack gap="md">
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
      <div className={styles.page}>
        <Overview />
        <div className={styles.parts}>
          <Lock folder={folder} />
          <Backups />
          <LibraryPlace folder={folder} />
          <WhatIsDue />
          <People />
          <WhoDidWhat />
        </div>
      </div>
    </Stack>
  );
}
