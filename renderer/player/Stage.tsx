import type { ReactNode } from 'react';
import { Captions } from '../transcript/Captions';
import { type MarkFromWords, Transcript } from '../transcript/Transcript';
import type { Playback } from './playback';
import styles from './Stage.module.css';
import type { useStage } from './useStage';

type Props = {
  stage: ReturnType<typeof useStage>;
  playback: Playback;
  markFrom: (mark: MarkFromWords) => void;
  locked: boolean;
  /** Enter belongs to what was typed on the desk. */
  enterTaken: boolean;
  picture: ReactNode;
};

/** What stands above the transport: the picture, the transcript, or both side by side. */
export function Stage({ stage, picture, ...desk }: Props) {
  const { sessionId, shows, transcript, searchField } = stage;
  return (
    <div className={styles.stage} data-shows={shows}>
      <div className={styles.picture}>
        {picture}
        {stage.captions && transcript && <Captions cues={transcript.cues} playback={desk.playback} />}
      </div>
      {shows !== 'picture' && transcript !== undefined && (
        <div className={styles.transcript}>
          <Transcript {...desk} sessionId={sessionId} transcript={transcript} searchField={searchField} />
        </div>
      )}
    </div>
  );
}
