import { type PointerEvent, useRef, useState } from 'react';
import type { Phase } from '../../db/model';
import { clockSeconds } from '../format';
import type { Playback } from '../player/playback';
import { keepFocus } from '../rating/keepFocus';
import { useWords } from '../words/words';
import { BeginPhase } from './BeginPhase';
import { PhaseCard } from './PhaseCard';
import styles from './PhaseLane.module.css';
import { begunAt, type Edge, moved, type Stretch } from './phasing';

type Props = {
  phases: readonly Phase[];
  durationMs: number;
  /** Nothing can be changed, as in a submitted rating. */
  locked: boolean;
  playback: Playback;
  /** The names to choose from. */
  names: readonly string[];
  setPhases: (phases: Stretch[]) => Promise<unknown>;
  /** Where a new phase is being begun; undefined while none is. */
  beginMs: number | undefined;
  setBeginMs: (ms: number | undefined) => void;
};

type Drag = { index: number; edge: Edge; list: Stretch[] };

/** The phases of the session as one lane: its container is as wide as the whole session. */
export function PhaseLane(props: Props) {
  const { phases, durationMs, locked, playback, names, setPhases, beginMs, setBeginMs } = props;
  const { t } = useWords();
  const lane = useRef<HTMLElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const [openedId, setOpenedId] = useState<string>();
  const shown = drag?.list ?? phases;
  const share = (ms: number) => `${(100 * Math.min(ms, durationMs)) / Math.max(1, durationMs)}%`;

  const listAt = (event: PointerEvent, index: number, edge: Edge): Stretch[] => {
    const { left, width } = lane.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return moved(phases, index, edge, ((event.clientX - left) / width) * durationMs, durationMs);
  };

  const edge = (index: number, which: Edge) => (
    <span
      className={styles.edge}
      data-edge={which}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ index, edge: which, list: listAt(event, index, which) });
      }}
      onPointerMove={(event) => {
        if (drag !== undefined) setDrag({ index, edge: which, list: listAt(event, index, which) });
      }}
      onPointerUp={(event) => {
        if (drag === undefined) return;
        // The lane shows where the edge was let go until it is kept.
        void setPhases(listAt(event, index, which)).then(() => setDrag(undefined));
      }}
      onPointerCancel={() => setDrag(undefined)}
    />
  );

  const dragged = drag?.list[drag.index];
  return (
    <section ref={lane} className={styles.lane} aria-label={t('phase.lane')} onMouseDown={keepFocus}>
      {shown.map((phase, index) => {
        const time = `${clockSeconds(phase.startMs)}–${clockSeconds(phase.endMs)}`;
        return (
          <div
            key={phase.id ?? phase.startMs}
            className={styles.phase}
            data-phase={phase.name}
            data-opened={(openedId !== undefined && openedId === phase.id) || undefined}
            style={{ left: share(phase.startMs), width: share(phase.endMs - phase.startMs) }}
          >
            {locked ? (
              <span className={styles.name} title={`${phase.name} · ${time}`}>
                <span className={styles.inSight}>{phase.name}</span>
              </span>
            ) : (
              <PhaseCard
                phase={phase}
                time={time}
                names={names}
                opened={openedId !== undefined && openedId === phase.id}
                open={(wanted) => setOpenedId(wanted ? phase.id : undefined)}
                rename={(name) => setPhases(shown.map((one, at) => (at === index ? { ...one, name } : one)))}
                setNow={(which) => setPhases(moved(shown, index, which, playback.now(), durationMs))}
                remove={() => setPhases(shown.filter((_, at) => at !== index))}
              />
            )}
            {!locked && edge(index, 'start')}
            {!locked && edge(index, 'end')}
          </div>
        );
      })}
      {drag !== undefined && dragged !== undefined && (
        <span
          className={styles.time}
          style={{ left: share(drag.edge === 'start' ? dragged.startMs : dragged.endMs) }}
        >
          {clockSeconds(drag.edge === 'start' ? dragged.startMs : dragged.endMs)}
        </span>
      )}
      {beginMs !== undefined && !locked && (
        <BeginPhase
          atMs={beginMs}
          left={share(beginMs)}
          names={names}
          phases={phases}
          begin={(name) => setPhases(begunAt(phases, name, beginMs, durationMs))}
          close={() => setBeginMs(undefined)}
        />
      )}
    </section>
  );
}
