import { useEffect, useMemo, useRef } from 'react';
import { useWords } from '../../words/words';
import { columnsOf, heightsFor, type Waveform as WaveformData } from './columns';
import styles from './Waveform.module.css';

type Props = {
  waveform: WaveformData | undefined;
  /** 0 to 1 while it is being drawn. */
  progress: number | undefined;
  /** The stretch of the recording that is shown, over the whole width. */
  fromMs: number;
  toMs: number;
};

/** How loud the recording is along its length; as wide as its parent. */
export function Waveform({ waveform, progress, fromMs, toMs }: Props) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const silent = waveform?.peaks.length === 0;
  const heights = useMemo(() => waveform && heightsFor(waveform.peaks), [waveform]);

  useEffect(() => {
    const { current } = canvas;
    if (current === null || waveform === undefined || heights === undefined || silent) return;
    const draw = () => paint(current, (count) => columnsOf(waveform, heights, { fromMs, toMs }, count));
    draw();
    const size = new ResizeObserver(draw);
    size.observe(current);
    // The colours of the canvas are those of the moment it was painted.
    const colours = new MutationObserver(draw);
    colours.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => {
      size.disconnect();
      colours.disconnect();
    };
  }, [waveform, heights, silent, fromMs, toMs]);

  return (
    <div className={styles.waveform}>
      <canvas ref={canvas} className={styles.canvas} aria-hidden />
      {silent && <span className={styles.silent}>{t('waveform.noSound')}</span>}
      {progress !== undefined && (
        <div
          className={styles.progress}
          role="progressbar"
          aria-label={t('waveform.drawing')}
          aria-valuenow={Math.round(progress * 100)}
        >
          <div className={styles.done} style={{ width: `${progress * 100}%` }} />
        </div>
      )}
    </div>
  );
}

function paint(canvas: HTMLCanvasElement, columns: (count: number) => ReturnType<typeof columnsOf>): void {
  const { width, height } = canvas.getBoundingClientRect();
  const pixels = window.devicePixelRatio;
  canvas.width = Math.round(width * pixels);
  canvas.height = Math.round(height * pixels);
  const context = canvas.getContext('2d');
  if (context === null || canvas.width === 0) return;
  const colours = getComputedStyle(canvas);
  const { loudest, usual } = columns(canvas.width);
  const fill = (bars: Float32Array, colour: string) => {
    context.fillStyle = colour;
    bars.forEach((share, x) => {
      // Silence is a line: where there is a recording, something is shown.
      const bar = Math.max(Math.round(pixels), share * canvas.height);
      context.fillRect(x, (canvas.height - bar) / 2, 1, bar);
    });
  };
  fill(loudest, colours.getPropertyValue('--loudest'));
  fill(usual, colours.getPropertyValue('--usual'));
}
