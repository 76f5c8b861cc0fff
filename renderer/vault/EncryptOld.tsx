import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { Folder } from './Folder';
import { Gate } from './Gate';
import { NewPassphraseForm } from './NewPassphraseForm';
import { turnTo } from './turnTo';

/** A library from before there were keys: says so, and encrypts it in its place. */
export function EncryptOld({ folder, enter }: { folder: string; enter: () => void }) {
  const { t } = useWords();
  const [going, setGoing] = useState(false);
  const encrypt = useMutation({
    mutationFn: (wanted: { passphrase: string; keychain: boolean }) => ask('encryptLibrary', wanted),
    onSuccess: ({ outcome }) => (outcome === 'made' || outcome === 'notOpened') && enter(),
  });
  const outcome = encrypt.data?.outcome;
  if (going) {
    const refused =
      outcome === undefined || outcome === 'made' || outcome === 'notOpened'
        ? undefined
        : t(`encryptOld.${outcome}`);
    return (
      <Gate title={t('vault.choosePassphrase')} step={{ number: 2, of: 3 }}>
        <NewPassphraseForm
          go={t('encryptOld.go')}
          running={encrypt.isPending}
          refused={refused}
          offersKeychain
          back={() => setGoing(false)}
          submit={encrypt.mutate}
        />
      </Gate>
    );
  }
  return (
    <Gate title={t('encryptOld.title')} step={{ number: 1, of: 3 }}>
      <Stack gap="md" mt="xs">
        <Text>{t('encryptOld.text')}</Text>
        <Folder folder={folder} />
        <Text c="dimmed">{t('encryptOld.safe')}</Text>
        <Text c="dimmed">{t('encryptOld.copies')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={() => void turnTo(undefined).then(enter)}>
            {t('vault.other')}
          </Button>
          <Button onClick={() => setGoing(true)} autoFocus>
            {t('vault.choosePassphrase')}
          </Button>
        </Group>
      </Stack>
    </Gate>
  );
}
