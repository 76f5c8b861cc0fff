import { Button, Code, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { RecoveryCode } from './RecoveryCode';

/** The first start: makes a library, or opens one that is there. */
export function NewLibrary({ enter }: { enter: () => void }) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const place = useQuery({ queryKey: ['libraryPlace'], queryFn: () => ask('libraryPlace') });
  const make = useMutation({ mutationFn: () => ask('makeLibrary', { passphrase }) });
  if (make.data?.outcome === 'made') return <RecoveryCode code={make.data.recoveryCode} done={enter} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Stack component="main" maw={480} mx="auto" pt="12vh" gap="md">
      <Title order={1} size="h2">
        {t('vault.make')}
      </Title>
      <Code block>{place.data ?? ''}</Code>
      <Group>
        <Button variant="default" onClick={() => void ask('chooseLibraryPlace').then(() => place.refetch())}>
          {t('vault.place')}
        </Button>
        <Button variant="default" onClick={() => void ask('chooseLibrary').then(enter)}>
          {t('vault.choose')}
        </Button>
      </Group>
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput
            label={t('vault.passphrase')}
            value={passphrase}
            error={make.data === undefined ? undefined : t(`vault.${make.data.outcome}`)}
            onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
          <Text c="dimmed">{t('vault.lossIsFinal')}</Text>
          <Button type="submit" disabled={passphrase.length < 10} loading={make.isPending}>
            {t('vault.makeIt')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
