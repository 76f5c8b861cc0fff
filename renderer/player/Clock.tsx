import { useEffect, useRef } from 'react';
import { clock, clockSeconds } from '../format';
import { useWords } from '../words/words';
import styles from './Player.module.css';
import type { Playback } from './playback';

/** Where playback is. Written straight into the page: nothing else renders per frame. */
export function Clock({ playback, durationMs }: { playback: Playback; durationMs: number }) {
  const { language } = useWords();
  const time = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      playback.onTime((ms) => {
        if (time.current !== null) time.current.textContent = clock(ms, language);
      }),
    [playback, language],
  );
  return (
    <div className={styles.clock}>
      <span ref={time} className={styles.now} data-testid="clock" />
      <span className={styles.length}>/ {clockSeconds(durationMs)}</span>
    </div>
  );
}
