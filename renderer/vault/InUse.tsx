import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconDeviceDesktopShare } from '@tabler/icons-react';
import type { LibraryState } from '../../preload/api';
import { ask } from '../ask';
import { wallTime } from '../format';
import { isolated } from '../words/isolated';
import { useWords } from '../words/words';

type Props = {
  library: Extract<LibraryState, { reason: 'inUse' | 'takenOver' }>;
  enter: () => void;
};

/** Another has the library open: who, since when, and how to go on. */
export function InUse({ library: { folder, reason, by }, enter }: Props) {
  const { t, language } = useWords();
  const who = { machine: isolated(by.machine), since: wallTime(by.since, language) };
  const again = (anyway: boolean) => void ask('tryAgain', { anyway }).then(enter);
  return (
    <Stack component="main" maw={560} mx="auto" pt="12vh" gap="md">
      <IconDeviceDesktopShare size={40} stroke={1.5} aria-hidden />
      <Title order={1} size="h2">
        {reason === 'inUse' ? t('inUse.title') : t('inUse.takenOver')}
      </Title>
      {reason === 'takenOver' ? (
        <Text size="md">{by.here ? t('inUse.takenHere', who) : t('inUse.taken', who)}</Text>
      ) : (
        <Text size="md">{by.here ? t('inUse.here', who) : t('inUse.elsewhere', who)}</Text>
      )}
      {by.silent && <Text>{by.here ? t('inUse.silentHere') : t('inUse.silent', who)}</Text>}
      <Text c="dimmed">{reason === 'inUse' ? t('notOpened.nothingLost') : t('inUse.allSaved')}</Text>
      <Code block>{folder}</Code>
      <Group>
        <Button onClick={() => again(false)}>{t('inUse.again')}</Button>
        {by.silent && (
          <Button variant="default" onClick={() => again(true)}>
            {t('inUse.anyway')}
          </Button>
        )}
        <Button variant="subtle" onClick={() => void ask('leaveLibrary').then(enter)}>
          {t('vault.other')}
        </Button>
      </Group>
    </Stack>
  );
}
