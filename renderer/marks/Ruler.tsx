import { memo, type PointerEvent, type RefObject } from 'react';
import { clock, clockSeconds } from '../format';
import { useWords } from '../words/words';
import styles from './Ruler.module.css';
import { ticks } from './ticks';
import { share } from './zoom';

type Props = {
  durationMs: number;
  drawnFromMs: number;
  drawnToMs: number;
  /** How much time a pixel is. */
  msPerPx: number;
  slider: RefObject<HTMLDivElement | null>;
  seekAt: (event: PointerEvent<HTMLElement>) => void;
};

/** A time takes this much room, with some air. Tenths take more. */
const timePx = 62;
const tenthsPx = 78;

/** Times along the recording; a press goes there, and dragging goes along. */
export const Ruler = memo(function Ruler({
  durationMs,
  drawnFromMs,
  drawnToMs,
  msPerPx,
  slider,
  seekAt,
}: Props) {
  const { t, language } = useWords();
  const coarse = ticks(drawnFromMs, drawnToMs, timePx * msPerPx);
  const { stepMs, times, between } =
    coarse.stepMs < 1000 ? ticks(drawnFromMs, drawnToMs, tenthsPx * msPerPx) : coarse;
  const isFine = stepMs < 1000;
  const room = (isFine ? tenthsPx : timePx) * msPerPx;

  return (
    <div
      ref={slider}
      className={styles.ruler}
      role="slider"
      tabIndex={0}
      aria-label={t('timeLine.label')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={0}
      onPointerDown={seekAt}
      onPointerMove={seekAt}
    >
      {between.map((ms) => (
        <span key={ms} className={styles.small} style={{ left: share(ms, durationMs) }} />
      ))}
      {times.map((ms) => (
        <span key={ms} className={styles.tick} style={{ left: share(ms, durationMs) }}>
          {/* A time that would be cut off at the end is left out. */}
          {durationMs - ms >= room * 0.75 && (isFine ? clock(ms, language) : clockSeconds(ms))}
        </span>
      ))}
    </div>
  );
});
