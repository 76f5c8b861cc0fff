import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../words/words';

/** Told once: the second way into a library. */
export function RecoveryCode({ code, done }: { code: string; done: () => void }) {
  const { t } = useWords();
  return (
    <Stack component="main" maw={480} mx="auto" pt="12vh" gap="md">
      <Title order={1} size="h2">
        {t('vault.recoveryCode')}
      </Title>
      <Text>{t('vault.recoveryHint')}</Text>
      <Code block>{code}</Code>
      <Button onClick={done}>{t('vault.keptCode')}</Button>
    </Stack>
  );
}
