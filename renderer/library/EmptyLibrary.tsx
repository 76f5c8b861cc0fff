import { Button, Stack, Text, Title } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useWords } from '../words/words';
import styles from './Library.module.css';

/** The first thing anybody sees: what will be here, and the one next step. */
export function EmptyLibrary({ choose }: { choose: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles.empty}>
      <Stack align="center" gap="md" maw={460}>
        <IconVideo size={56} stroke={1.2} color="var(--accent)" aria-hidden />
        <Title order={1} size="h2">
          {t('empty.title')}
        </Title>
        <Text size="md" ta="center" c="dimmed">
          {t('empty.text')}
        </Text>
        <Button size="md" onClick={choose}>
          {t('library.add')}
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          {t('empty.private')}
        </Text>
      </Stack>
    </div>
  );
}
