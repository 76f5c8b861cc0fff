import { type MouseEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import type { Mark, MarkChange } from '../../db/model';
import type { Playback } from '../player/playback';
import { keepFocus } from '../rating/keepFocus';
import { useWords } from '../words/words';
import { DraftMark } from './DraftMark';
import { LaneLabels } from './LaneLabels';
import { LaneOfItem } from './LaneOfItem';
import { Played, type Stretch } from './Played';
import { Ruler } from './Ruler';
import styles from './TimeLine.module.css';
import { useDrag } from './useDrag';
import { useFollow } from './useFollow';
import { useLanes } from './useLanes';
import { useOpenCrowd } from './useOpenCrowd';
import { useSeekAt } from './useSeekAt';
import { useShowSelected } from './useShowSelected';
import { useTimeView } from './useTimeView';
import { useZoom, type Zooming } from './useZoom';
import { WaveformRow } from './WaveformRow';
import { ZoomButtons } from './ZoomButtons';
import { detail, mostZoom, share, spanMs } from './zoom';

type Props = {
  playback: Playback;
  durationMs: number;
  marks: readonly Mark[];
  /** The phases, in a row as wide as the recording: places in per cent of it. */
  phaseLane: ReactNode;
  /** What begins a new phase. */
  addPhase: ReactNode;
  selectedId: string | undefined;
  select: (mark: Mark) => void;
  /** What has really been played. */
  played: readonly Stretch[];
  /** Keeps a mark that was dragged; the draft is shown until the answer has come. */
  edit: (change: MarkChange) => unknown;
  /** Makes the same mark on another item, with the times it was dropped at. */
  copy: (mark: Mark, item: number) => unknown;
  /** Nothing can be changed. */
  locked: boolean;
  /** Drawn above the lanes, as wide as the view; told which part of the recording that is. */
  waveform?: ((visible: Stretch) => ReactNode) | undefined;
  /** A stretch that is played over and over. */
  loop?: Stretch | undefined;
  /** For the desk's keys. */
  ref?: Ref<Zooming>;
};

/** A number of two digits over the qualities of a crowd needs this much. */
const cellPx = 30;

/** The session from left to right, whole or in part: phases, and a lane for each item that has marks. */
export function TimeLine(props: Props) {
  const { playback, durationMs, marks, selectedId, select, played, edit, copy, locked } = props;
  const { waveform, loop, phaseLane, addPhase, ref } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const wide = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const heads = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)] as const;

  const lanes = useLanes(marks);
  const view = useTimeView(durationMs, scroller, wide);
  const { zoom, viewPx, drawnFromMs, drawnToMs, exact } = view;
  const drag = useDrag({ lanes, durationMs, locked, wide, edit, copy });
  const { draft } = drag;
  const lookedAway = useFollow(playback, durationMs, view, heads, slider, drag.held);
  const zooming = useZoom(playback, durationMs, view, scroller, lookedAway);
  useImperativeHandle(ref, () => zooming, [zooming]);

  const seekAt = useSeekAt(playback, durationMs);

  useShowSelected(marks, selectedId, durationMs, scroller, view);

  const click = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const id = target?.closest<HTMLElement>('[data-mark]')?.dataset.mark;
    const mark = marks.find((one) => one.id === id);
    if (mark !== undefined && !drag.endsDrag()) select(mark);
  };
  const openCrowd = useOpenCrowd(select, zooming.zoomTo, zoom >= mostZoom(durationMs));

  const scrolled = () => {
    if (view.onScroll()) lookedAway();
  };
  const cellMs = (cellPx / viewPx) * spanMs(detail(zoom), durationMs);

  return (
    <div
      ref={scroller}
      className={styles.timeLine}
      data-waveform={waveform !== undefined || undefined}
      data-zoomed={zoom > 1 || undefined}
      onScroll={scrolled}
    >
      <div
        className={styles.sheet}
        style={{ width: `calc(var(--beside) + (100% - var(--beside)) * ${zoom})` }}
      >
        <div className={styles.head}>
          <div className={styles.corner}>
            <ZoomButtons zooming={zooming} least={zoom <= 1} most={zoom >= mostZoom(durationMs)} />
          </div>
          <div className={styles.wide}>
            <Ruler
              durationMs={durationMs}
              drawnFromMs={drawnFromMs}
              drawnToMs={drawnToMs}
              msPerPx={spanMs(zoom, durationMs) / viewPx}
              slider={slider}
              seekAt={seekAt}
            />
            {waveform !== undefined && (
              <WaveformRow
                waveform={waveform}
                scroller={scroller}
                exact={exact}
                durationMs={durationMs}
                zoom={zoom}
                viewPx={viewPx}
                seekAt={seekAt}
              />
            )}
            <Played played={played} durationMs={durationMs} />
            <div ref={heads[0]} className={styles.playhead} data-top />
          </div>
        </div>
        <div className={styles.body}>
          <LaneLabels lanes={lanes} addPhase={addPhase} />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the marks inside are the controls */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the marks inside are buttons, and their clicks come here */}
          <div
            ref={wide}
            className={styles.wide}
            onPointerDown={drag.onPointerDown}
            onClick={click}
            onMouseDown={keepFocus}
          >
            {loop !== undefined && (
              <div
                className={styles.loop}
                data-loop
                style={{
                  left: share(loop.fromMs, durationMs),
                  width: share(loop.toMs - loop.fromMs, durationMs),
                }}
              />
            )}
            <div className={styles.phases}>{phaseLane}</div>
            {lanes.map((lane) => {
              const own = (id: string | undefined) =>
                lane.marks.some((mark) => mark.id === id) ? id : undefined;
              return (
                <LaneOfItem
                  key={lane.item}
                  lane={lane}
                  durationMs={durationMs}
                  drawnFromMs={drawnFromMs}
                  drawnToMs={drawnToMs}
                  cellMs={cellMs}
                  selectedId={own(selectedId)}
                  awayId={draft?.copying ? undefined : own(draft?.mark.id)}
                  locked={locked}
                  openCrowd={openCrowd}
                />
              );
            })}
            {draft !== undefined && (
              <DraftMark
                draft={draft}
                row={lanes.findIndex(({ item }) => item === draft.item) + 1}
                durationMs={durationMs}
              />
            )}
            <div ref={heads[1]} className={styles.playhead} />
          </div>
          {marks.length === 0 && !locked && <p className={styles.empty}>{t('timeLine.empty')}</p>}
        </div>
      </div>
    </div>
  );
}
