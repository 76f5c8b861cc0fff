import { Button, Group, Modal, Text } from '@mantine/core';
import { useFocusBack } from './useFocusBack';
import { useWords } from './words/words';

type Props = { title: string; text: string; go: string; run: () => void; close: () => void };

/** A question before something goes away. */
export function AskFirst({ title, text, go, run, close }: Props) {
  const { t } = useWords();
  useFocusBack();
  return (
    <Modal opened centered onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text>{text}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          {t('cancel')}
        </Button>
        <Button
          onClick={() => {
            close();
            run();
          }}
        >
          {go}
        </Button>
      </Group>
    </Modal>
  );
}
