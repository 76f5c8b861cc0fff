import { Code, Stack, Text, Title } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import type { Start } from '../../preload/api';
import { useWords } from '../words/words';

/** The library could not be opened: what happened, and what to do. Nothing was changed. */
export function NotOpened({ library }: { library: Extract<Start['library'], { open: false }> }) {
  const { t } = useWords();
  return (
    <Stack component="main" maw={560} mx="auto" pt="12vh" gap="md">
      <IconFileAlert size={40} stroke={1.5} aria-hidden />
      <Title order={1} size="h2">
        {t('notOpened.title')}
      </Title>
      <Text size="md">{t(`notOpened.${library.reason}`)}</Text>
      <Text c="dimmed">{t('notOpened.nothingLost')}</Text>
      <Code block>{library.file}</Code>
    </Stack>
  );
}
