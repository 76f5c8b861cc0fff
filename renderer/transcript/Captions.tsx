import { useEffect, useState } from 'react';
import type { Cue } from '../../db/model';
import type { Playback } from '../player/playback';
import { cuesAt } from './cues';
import styles from './Transcript.module.css';

/** What is being said, on the picture. */
export function Captions({ cues, playback }: { cues: readonly Cue[]; playback: Playback }) {
  const [running, setRunning] = useState<readonly number[]>([]);
  useEffect(
    () =>
      playback.onTime((ms) =>
        setRunning((before) => {
          const now = cuesAt(cues, ms);
          return now.join() === before.join() ? before : now;
        }),
      ),
    [cues, playback],
  );
  const shown = running.flatMap((index) => ({ index, ...cues[index] }));
  if (shown.length === 0) return null;
  return (
    <div className={styles.captions} data-testid="captions">
      {shown.map(({ index, speaker, text }) => (
        <p key={index}>
          {speaker && <bdi className={styles.captionSpeaker}>{speaker}</bdi>}
          <bdi>{text}</bdi>
        </p>
      ))}
    </div>
  );
}
