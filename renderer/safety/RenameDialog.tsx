import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../ask';
import { useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';

export type Renaming =
  | { noun: 'therapist'; id: string; code: string; name: string }
  | { noun: 'group' | 'rater'; id: string; name: string };

/** Another name, such as a code in place of one; the name before can be taken out of the log as well. */
export function RenameDialog({ named, close }: { named: Renaming; close: () => void }) {
  const { t } = useWords();
  useFocusBack();
  const refresh = useRefresh();
  const [name, setName] = useState(named.name);
  const [code, setCode] = useState('code' in named ? named.code : '');
  const [forget, setForget] = useState(false);
  const { mutate, isPending, data } = useMutation({
    mutationFn: () =>
      ask(
        'rename',
        named.noun === 'therapist'
          ? { noun: named.noun, id: named.id, code: code.trim(), name: name.trim(), forget }
          : { noun: named.noun, id: named.id, name: name.trim(), forget },
      ),
    async onSuccess({ outcome }) {
      if (outcome === 'taken' || outcome === 'nobody') return;
      close();
      await refresh();
    },
  });
  const taken = data?.outcome === 'taken';
  const ready = named.noun === 'therapist' ? code.trim() !== '' : name.trim() !== '';

  return (
    <Modal
      opened
      centered
      onClose={close}
      title={t('people.renameTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !isPending) mutate();
        }}
      >
        <Stack gap="sm">
          {named.noun === 'therapist' && (
            <TextInput
              label={t('newTherapist.code')}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              error={taken && t('newTherapist.taken')}
              maxLength={40}
              data-autofocus
            />
          )}
          <TextInput
            label={t('people.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            data-autofocus={named.noun !== 'therapist' || undefined}
          />
          <Checkbox
            label={t('people.forget')}
            description={t('people.forgetHint')}
            checked={forget}
            onChange={(event) => setForget(event.currentTarget.checked)}
          />
          {data?.outcome === 'nobody' && <Text role="alert">{t('deletion.refused.nobody')}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={isPending}>
              {t('people.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
