import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../ask';
import { useFocusBack } from '../useFocusBack';
import { NewPassphraseFields, useNewPassphrase } from '../vault/NewPassphraseFields';
import { useWords } from '../words/words';
import { PresentPassphrase } from './PresentPassphrase';

/** A new passphrase in place of the present one, which is asked for. */
export function ChangePassphrase({ close, done }: { close: () => void; done: () => void }) {
  const { t } = useWords();
  useFocusBack();
  const [present, setPresent] = useState('');
  const chosen = useNewPassphrase();
  const change = useMutation({
    mutationFn: () => ask('changePassphrase', { present, passphrase: chosen.passphrase }),
    onSuccess: ({ outcome }) => outcome === 'saved' && done(),
  });
  const { data } = change;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (present !== '' && chosen.isGood() && !change.isPending) change.mutate();
  };
  const refused =
    data === undefined || data.outcome === 'saved' || data.outcome === 'wrong'
      ? undefined
      : t(`vault.${data.outcome}`);
  return (
    <Modal
      opened
      centered
      onClose={close}
      title={t('lock.changePassphraseTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <PresentPassphrase value={present} change={setPresent} answer={data} refused={refused} />
          <NewPassphraseFields chosen={chosen} focused={false} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t('vault.usePassphrase')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
