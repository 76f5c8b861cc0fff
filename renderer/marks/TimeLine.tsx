import { type PointerEvent, useEffect, useRef } from 'react';
import type { Mark, Phase } from '../../db/model';
import { itemOf } from '../../db/scale';
import { clockSeconds } from '../format';
import type { Playback } from '../player/playback';
import type { WaveformState } from '../player/waveform/useWaveform';
import { Waveform } from '../player/waveform/Waveform';
import { useWords } from '../words/words';
import { MarkShape } from './MarkShape';
import styles from './TimeLine.module.css';
import { ticks } from './ticks';

type Props = {
  playback: Playback;
  durationMs: number;
  sound: WaveformState;
  marks: readonly Mark[];
  phases: readonly Phase[];
  selectedId: string | undefined;
  select: (mark: Mark) => void;
};

/** The whole session from left to right: phases, and a lane for each item that has marks. */
export function TimeLine({ playback, durationMs, sound, marks, phases, selectedId, select }: Props) {
  const { t, language } = useWords();
  const lanes = [...new Set(marks.map(({ item }) => item))].sort((a, b) => a - b);
  const share = (ms: number) => `${(100 * Math.min(ms, durationMs)) / Math.max(1, durationMs)}%`;
  const playhead = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);

  useEffect(
    () =>
      playback.onTime((ms) => {
        const part = (100 * Math.min(ms, durationMs)) / Math.max(1, durationMs);
        if (playhead.current !== null) playhead.current.style.left = `${part}%`;
        ruler.current?.setAttribute('aria-valuenow', String(Math.round(ms / 1000)));
        ruler.current?.setAttribute('aria-valuetext', clockSeconds(ms));
      }),
    [playback, durationMs],
  );

  /** What the sign shows by shape and colour, in words. */
  const told = ({ quality, kind }: Mark): string[] => [
    ...(quality === null ? [] : [t('mark.qualityIs', { quality })]),
    ...(kind === 'missed' ? [t('mark.missed')] : []),
  ];

  // A mark that was just set or jumped to is in sight, however many lanes there are.
  useEffect(() => {
    document.querySelector(`[data-mark="${selectedId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);

  const seekAt = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && (event.buttons & 1) === 0) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    playback.seek(((event.clientX - left) / width) * durationMs);
  };

  return (
    <div className={styles.timeLine}>
      <div className={styles.labels}>
        <div className={styles.soundLabel}>{t('waveform.label')}</div>
        <div className={styles.rulerLabel} />
        {phases.length > 0 && <div className={styles.label}>{t('timeLine.phases')}</div>}
        {lanes.map((item) => (
          <div key={item} className={styles.label} title={itemOf(item).name[language]}>
            <b>{item}</b> {itemOf(item).short[language]}
          </div>
        ))}
      </div>
      <div className={styles.lanes}>
        <Waveform {...sound} fromMs={0} toMs={durationMs} />
        <div
          ref={ruler}
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
          {ticks(durationMs, 8).map((ms) => (
            <span key={ms} className={styles.tick} style={{ left: share(ms) }}>
              {ms < durationMs * 0.92 && clockSeconds(ms)}
            </span>
          ))}
        </div>
        {phases.length > 0 && (
          <div className={styles.lane}>
            {phases.map((phase) => (
              <span
                key={phase.id}
                className={styles.phase}
                title={phase.name}
                style={{ left: share(phase.startMs), width: share(phase.endMs - phase.startMs) }}
              >
                {phase.name}
              </span>
            ))}
          </div>
        )}
        {lanes.map((item) => (
          <div key={item} className={styles.lane}>
            {marks
              .filter((mark) => mark.item === item)
              .map((mark) => (
                <button
                  key={mark.id}
                  type="button"
                  tabIndex={-1}
                  className={styles.mark}
                  data-selected={mark.id === selectedId || undefined}
                  data-mark={mark.id}
                  style={{ left: share(mark.atMs) }}
                  aria-label={[t('mark.label', { item, time: clockSeconds(mark.atMs) }), ...told(mark)].join(
                    ', ',
                  )}
                  title={[clockSeconds(mark.atMs), ...told(mark), mark.note].filter(Boolean).join(' · ')}
                  onClick={() => select(mark)}
                  onMouseDown={(event) => event.preventDefault()}
                >
                  <MarkShape mark={mark} size={14} />
                </button>
              ))}
            {marks.map(
              (mark) =>
                mark.item === item &&
                mark.endMs !== null && (
                  <span
                    key={mark.id}
                    className={styles.stretch}
                    data-quality={mark.quality ?? undefined}
                    style={{ left: share(mark.atMs), width: share(mark.endMs - mark.atMs) }}
                  />
                ),
            )}
          </div>
        ))}
        {marks.length === 0 && <p className={styles.empty}>{t('timeLine.empty')}</p>}
        <div ref={playhead} className={styles.playhead} />
      </div>
    </div>
  );
}
