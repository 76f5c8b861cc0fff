import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { NewPassphraseFields, useNewPassphrase } from './NewPassphraseFields';
import { Notice } from './Notice';

type Props = {
  /** Why there has to be one, where that is not plain. */
  why?: string;
  /** What the button says. */
  go: string;
  running: boolean;
  /** Why it was not done. */
  refused: string | undefined;
  /** Whether the keychain of the system may have the keys as well, where there is one. */
  offersKeychain: boolean;
  back?: () => void;
  submit: (chosen: { passphrase: string; keychain: boolean }) => void;
};

/** A new passphrase, and the plain sentence about losing it. */
export function NewPassphraseForm({ why, go, running, refused, offersKeychain, back, submit }: Props) {
  const { t } = useWords();
  const chosen = useNewPassphrase();
  const [kept, setKept] = useState(false);
  const keychain = useQuery({
    queryKey: ['keychain'],
    queryFn: () => ask('keychain'),
    enabled: offersKeychain,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!running && chosen.isGood()) submit({ passphrase: chosen.passphrase, keychain: kept });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="md" mt="xs">
        {why !== undefined && <Text>{why}</Text>}
        <Text>{t('vault.passphraseText')}</Text>
        <NewPassphraseFields chosen={chosen} />
        {keychain.data?.available && (
          <Checkbox
            label={t('vault.useKeychain')}
            description={t('vault.useKeychainHint')}
            checked={kept}
            onChange={({ currentTarget }) => setKept(currentTarget.checked)}
          />
        )}
        <Notice>{t('vault.lossIsFinal')}</Notice>
        {refused !== undefined && <Notice role="alert">{refused}</Notice>}
        <Group justify="flex-end" gap="xs">
          {back !== undefined && (
            <Button variant="subtle" onClick={back} disabled={running}>
              {t('vault.back')}
            </Button>
          )}
          <Button type="submit" loading={running}>
            {go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
