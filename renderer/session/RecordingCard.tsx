import { Group, Text } from '@mantine/core';
import { IconHeadphones, IconLock, IconVideo } from '@tabler/icons-react';
import type { RecordingView } from '../../preload/api';
import { MakePlayable } from '../convert/MakePlayable';
import { clockSeconds, fileSize } from '../format';
import { KeepPart } from '../keep/KeepPart';
import { problemText } from '../library/problemText';
import { playerProblem } from '../player/playable';
import { useWords } from '../words/words';
import { Relink } from './Relink';
import styles from './Session.module.css';

type Props = { sessionId: string; recording: RecordingView | null };

/** The recording of a session, what is wrong with its file, and the way to find it again. */
export function RecordingCard({ sessionId, recording }: Props) {
  const { t, language } = useWords();
  const problem = recording && playerProblem(recording);
  const Icon = recording?.picture === false ? IconHeadphones : IconVideo;

  return (
    <section className="card" aria-labelledby="recording">
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
              {fileSize(recording.sizeBytes, language)} ·{' '}
              {recording.keptAt === null ? (
                t('recording.linked')
              ) : (
                <span className={styles.kept}>
                  <IconLock size={14} stroke={1.8} aria-hidden />
                  {t('keep.kept')}
                </span>
              )}
            </Text>
          </div>
        </div>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problemText(problem, t)}
        </p>
      )}
      <Group gap="sm">
        <MakePlayable sessionId={sessionId} recording={recording} />
        {(recording === null || problem) && <Relink sessionId={sessionId} recording={recording} />}
      </Group>
      {recording !== null && <KeepPart recording={recording} />}
    </section>
  );
}
