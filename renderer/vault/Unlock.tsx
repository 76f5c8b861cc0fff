import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';

/** Everybody may know it: nothing in the demo is private. */
const demoPassphrase = 'fem stoler i ring';

/** The lock of a library. */
export function Unlock({ folder, demo, enter }: { folder: string; demo: boolean; enter: () => void }) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState(demo ? demoPassphrase : '');
  const unlock = useMutation({
    mutationFn: () => ask('unlock', { passphrase }),
    onSuccess: ({ outcome }) => {
      if (outcome !== 'wrong') enter();
    },
  });
  const refused = unlock.data?.outcome === 'wrong';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') unlock.mutate();
  };
  return (
    <Stack component="main" maw={420} mx="auto" pt="18vh" gap="md">
      <Title order={1} size="h2">
        {t('vault.locked')}
      </Title>
      <Text c="dimmed">{folder}</Text>
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput
            label={t('vault.passphrase')}
            description={demo ? t('vault.demo') : undefined}
            value={passphrase}
            error={refused && t('vault.wrong')}
            onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
            data-autofocus
            autoFocus
          />
          <Group>
            <Button type="submit" loading={unlock.isPending}>
              {t('vault.open')}
            </Button>
            <Button variant="subtle" onClick={() => void ask('leaveLibrary').then(enter)}>
              {t('vault.other')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
