import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Linked, RecordingView } from '../../preload/api';
import { ask } from '../ask';
import { clockSeconds } from '../format';
import { useLink } from '../library/useLink';
import { useWords } from '../words/words';

type Props = { sessionId: string; recording: RecordingView | null; linked?: () => void };

const length = (ms: number | null | undefined): string => (ms == null ? '–' : clockSeconds(ms));

/** Finds the recording of a session again. A file with other content is taken only after a question. */
export function Relink({ sessionId, recording, linked }: Props) {
  const { t } = useWords();
  const { settle } = useLink();
  const keptWell =
    recording !== null &&
    recording.keptAt !== null &&
    (recording.problem === null || recording.problem.kind === 'convert');
  const [different, setDifferent] = useState<Extract<Linked, { outcome: 'different' }>>();

  const relink = async (force: boolean) => {
    const answer = await settle(ask('relinkRecording', { sessionId, force }), { stay: true });
    setDifferent(answer?.outcome === 'different' ? answer : undefined);
    if (answer?.outcome === 'linked') linked?.();
  };

  // What the library keeps and can read is not given up for a file outside.
  if (keptWell) return null;
  return (
    <>
      <Button variant="default" mt="sm" onClick={() => relink(false)}>
        {t('recording.relink')}
      </Button>
      {different !== undefined && (
        <Modal
          opened
          centered
          onClose={() => setDifferent(undefined)}
          title={t('recording.differentTitle')}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <Stack>
            <Text>
              {t('recording.different', {
                name: different.name,
                length: length(different.durationMs),
                before: length(recording?.durationMs),
              })}
            </Text>
            <Button onClick={() => relink(false)}>{t('recording.chooseAgain')}</Button>
            <Button variant="default" onClick={() => relink(true)}>
              {t('recording.useAnyway')}
            </Button>
          </Stack>
        </Modal>
      )}
    </>
  );
}
