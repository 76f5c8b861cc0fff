import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { tell } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';

/** A small window for a new group, therapist or rater. Enter adds, Escape closes. */
export function AddDialog(props: {
  title: string;
  close: () => void;
  ready: boolean;
  add: () => Promise<void>;
  children: ReactNode;
}) {
  const { t } = useWords();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={props.close}
      title={props.title}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (props.ready) props.add().then(props.close).catch(tell);
        }}
      >
        <Stack gap="sm">
          {props.children}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={props.close}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!props.ready}>
              {t('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
