import { useEffect, useRef } from 'react';
import type { Playback } from '../player/playback';
import styles from './Playlist.module.css';
import type { Stretch } from './playlist';

type Props = { playback: Playback; stretch: Stretch | undefined; atMs: number };

const percent = (ms: number, { fromMs, toMs }: Stretch): string =>
  `${Math.min(100, Math.max(0, ((ms - fromMs) / (toMs - fromMs)) * 100))}%`;

/** How much of the moment has been played, and where it begins after the pre-roll. Nothing renders per frame. */
export function StretchLine({ playback, stretch, atMs }: Props) {
  const played = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (stretch === undefined) return;
    return playback.onTime((ms) => {
      if (played.current !== null) played.current.style.width = percent(ms, stretch);
    });
  }, [playback, stretch]);
  return (
    <div className={styles.line} aria-hidden>
      {stretch !== undefined && (
        <>
          <div ref={played} className={styles.lineDone} />
          <div className={styles.lineAt} style={{ left: percent(atMs, stretch) }} />
        </>
      )}
    </div>
  );
}
