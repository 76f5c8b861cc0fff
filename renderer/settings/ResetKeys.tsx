import { Button, Group, Modal, Text } from '@mantine/core';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';

/** Asks before all keys become the usual ones. */
export function ResetKeys({ close, reset }: { close: () => void; reset: () => void }) {
  const { t } = useWords();
  useFocusBack();
  return (
    <Modal
      opened
      centered
      size="sm"
      onClose={close}
      title={t('keySettings.resetAllTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text>{t('keySettings.resetAllText')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          {t('cancel')}
        </Button>
        <Button
          onClick={() => {
            reset();
            close();
          }}
        >
          {t('keySettings.resetAll')}
        </Button>
      </Group>
    </Modal>
  );
}
