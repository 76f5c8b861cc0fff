import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../ask';
import { useFocusBack } from '../useFocusBack';
import { RecoveryCode } from '../vault/RecoveryCode';
import { useWords } from '../words/words';
import { PresentPassphrase } from './PresentPassphrase';

type Props = { folder: string; close: () => void; done: () => void };

/** A new recovery code: the one before holds until the new one is known to be kept. */
export function NewCode({ folder, close, done }: Props) {
  const { t } = useWords();
  useFocusBack();
  const [passphrase, setPassphrase] = useState('');
  const make = useMutation({ mutationFn: () => ask('newRecoveryCode', { passphrase }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && !make.isPending) make.mutate();
  };
  return (
    <Modal
      opened
      centered
      size={520}
      onClose={close}
      title={t('lock.newCodeTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {make.data?.outcome === 'made' ? (
        <RecoveryCode folder={folder} go={t('lock.useCode')} done={done} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text>{t('lock.newCodeText')}</Text>
            <PresentPassphrase value={passphrase} change={setPassphrase} answer={make.data} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={make.isPending}>
                {t('vault.next')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
