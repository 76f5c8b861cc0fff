import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { clockRead } from '../format';
import { useWords } from '../words/words';

export function GoToTime(props: { close: () => void; durationMs: number; go: (ms: number) => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  return (
    <Modal
      opened
      centered
      size="sm"
      onClose={props.close}
      title={t('player.goTo')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const ms = clockRead(text);
          if (ms === undefined || ms > props.durationMs) {
            setRefused(true);
            return;
          }
          props.go(ms);
          props.close();
        }}
      >
        <TextInput
          label={t('player.time')}
          description={t('player.timeHint')}
          placeholder="42:17"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setRefused(false);
          }}
          error={refused && t('player.timeRefused')}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button type="submit">{t('player.go')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
