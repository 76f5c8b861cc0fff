import { type PointerEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';
import styles from './TimeLine.module.css';
import { type Shown, spanMs } from './zoom';

type Props = {
  waveform: (visible: { fromMs: number; toMs: number }) => ReactNode;
  scroller: RefObject<HTMLElement | null>;
  exact: RefObject<Shown>;
  durationMs: number;
  zoom: number;
  viewPx: number;
  seekAt: (event: PointerEvent<HTMLElement>) => void;
};

/** Only as wide as the view, and told what part of the recording that is; it alone is drawn at every scroll. */
export function WaveformRow({ waveform, scroller, exact, durationMs, zoom, viewPx, seekAt }: Props) {
  const [fromMs, setFromMs] = useState(0);
  useEffect(() => {
    const { current } = scroller;
    const read = () => setFromMs(exact.current.fromMs);
    read();
    current?.addEventListener('scroll', read);
    return () => current?.removeEventListener('scroll', read);
  }, [scroller, exact]);
  const from = Math.min(fromMs, durationMs - spanMs(zoom, durationMs));
  return (
    <div className={styles.waveform} onPointerDown={seekAt} onPointerMove={seekAt}>
      <div className={styles.waveformView} style={{ width: viewPx }}>
        {waveform({ fromMs: from, toMs: from + spanMs(zoom, durationMs) })}
      </div>
    </div>
  );
}
