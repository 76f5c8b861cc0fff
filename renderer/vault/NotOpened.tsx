import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import type { LibraryState, ReasonNotOpened } from '../../preload/api';
import { useBackups } from '../safety/useBackups';
import { useWords } from '../words/words';
import { Damaged } from './Damaged';
import { TryAgain } from './TryAgain';
import { turnTo } from './turnTo';

type Props = {
  library: Exclude<Extract<LibraryState, { state: 'notOpened' }>, { by: unknown }> & {
    reason: Exclude<ReasonNotOpened, 'notEncrypted'>;
  };
  enter: () => void;
};

/** The library could not be opened: what happened, and what to do. Nothing was changed. */
export function NotOpened({ library, enter }: Props) {
  const { t } = useWords();
  const leave = () => void turnTo(undefined).then(enter);
  const gone = library.reason === 'recordGone';
  const damaged = gone || library.reason === 'damaged' || library.reason === 'notADatabase';
  const { data: backups, isPending } = useBackups();
  // What is said first stays.
  if (damaged && isPending) return <main />;
  if (damaged && backups != null) {
    return <Damaged folder={library.folder} gone={gone} backups={backups} enter={enter} leave={leave} />;
  }
  return (
    <Stack component="main" maw={560} mx="auto" pt="12vh" gap="md">
      <IconFileAlert size={40} stroke={1.5} aria-hidden />
      <Title order={1} size="h2">
        {t('notOpened.title')}
      </Title>
      <Text size="md">{t(`notOpened.${library.reason}`)}</Text>
      <Text c="dimmed">{t('notOpened.nothingLost')}</Text>
      <Code block>{library.folder}</Code>
      <Group>
        <TryAgain enter={enter} />
        <Button variant="default" onClick={leave}>
          {t('vault.other')}
        </Button>
      </Group>
    </Stack>
  );
}
