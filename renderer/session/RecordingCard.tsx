import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconHeadphones, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import type { Linked, RecordingView } from '../../preload/api';
import { ask } from '../ask';
import { clockSeconds, fileSize } from '../format';
import { problemText, useLink } from '../library/useLink';
import { playerProblem } from '../player/playable';
import { useWords } from '../words/words';
import styles from './Session.module.css';

/** The recording of a session, what is wrong with its file, and the way to find it again. */
export function RecordingCard({
  sessionId,
  recording,
}: {
  sessionId: string;
  recording: RecordingView | null;
}) {
  const { t, language } = useWords();
  const { settle } = useLink();
  const [different, setDifferent] = useState<Extract<Linked, { outcome: 'different' }>>();
  const problem = recording && playerProblem(recording);
  const Icon = recording?.picture === false ? IconHeadphones : IconVideo;

  const relink = async (force: boolean) => {
    const linked = await settle(ask('relinkRecording', { sessionId, force }));
    setDifferent(linked?.outcome === 'different' ? linked : undefined);
  };

  return (
    <section className={styles.card} aria-labelledby="recording">
      <h2 id="recording">{t('session.recording')}</h2>
      {recording === null ? (
        <Text c="dimmed">{t('session.noRecording')}</Text>
      ) : (
        <div className={styles.file}>
          <Icon size={26} stroke={1.5} aria-hidden />
          <div>
            <div className={styles.fileName}>{recording.name}</div>
            <Text c="dimmed" size="sm" className="tabular">
              {recording.durationMs !== null && `${clockSeconds(recording.durationMs)} · `}
              {fileSize(recording.sizeBytes, language)} · {t('recording.linked')}
            </Text>
          </div>
        </div>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problemText(problem, t)}
        </p>
      )}
      {(recording === null || problem) && (
        <Button variant="default" mt="sm" onClick={() => relink(false)}>
          {t('recording.relink')}
        </Button>
      )}
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
                length: different.durationMs === null ? '–' : clockSeconds(different.durationMs),
                before: recording?.durationMs == null ? '–' : clockSeconds(recording.durationMs),
              })}
            </Text>
            <Button onClick={() => relink(false)}>{t('recording.chooseAgain')}</Button>
            <Button variant="default" onClick={() => relink(true)}>
              {t('recording.useAnyway')}
            </Button>
          </Stack>
        </Modal>
      )}
    </section>
  );
}
