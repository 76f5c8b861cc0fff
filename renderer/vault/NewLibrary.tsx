import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { Folder } from './Folder';
import { Gate } from './Gate';
import { NewPassphraseForm } from './NewPassphraseForm';
import { Notice } from './Notice';

/** Makes a library, in three steps: where, the passphrase, and (once it is made) the recovery code. */
export function NewLibrary({ enter, back }: { enter: () => void; back: () => void }) {
  const { t } = useWords();
  const [step, setStep] = useState<1 | 2>(1);
  const place = useQuery({ queryKey: ['libraryPlace'], queryFn: () => ask('libraryPlace') });
  const make = useMutation({
    mutationFn: (wanted: { passphrase: string; keychain: boolean }) => ask('makeLibrary', wanted),
    onSuccess: ({ outcome }) => {
      if (outcome === 'made') enter();
      if (outcome === 'taken') setStep(1);
    },
  });
  const outcome = make.data?.outcome;
  const refused = outcome === undefined || outcome === 'made' ? undefined : t(`vault.${outcome}`);
  if (step === 1) {
    return (
      <Gate title={t('vault.where')} step={{ number: 1, of: 3 }}>
        <Stack gap="md" mt="xs">
          <Text>{t('vault.whereText')}</Text>
          <Folder folder={place.data ?? ''} />
          {refused !== undefined && <Notice role="alert">{refused}</Notice>}
          <Group justify="space-between" mt="xs">
            <Button
              variant="default"
              autoFocus={refused !== undefined}
              onClick={() => {
                make.reset();
                void ask('chooseLibraryPlace').then(() => place.refetch());
              }}
            >
              {t('vault.place')}
            </Button>
            <Group gap="xs">
              <Button variant="subtle" onClick={back}>
                {t('vault.back')}
              </Button>
              <Button onClick={() => setStep(2)} autoFocus={refused === undefined}>
                {t('vault.next')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </Gate>
    );
  }
  return (
    <Gate title={t('vault.choosePassphrase')} step={{ number: 2, of: 3 }}>
      <NewPassphraseForm
        go={t('vault.makeIt')}
        running={make.isPending}
        refused={refused}
        offersKeychain
        back={() => setStep(1)}
        submit={make.mutate}
      />
    </Gate>
  );
}
