import { type PointerEvent, useRef, useState } from 'react';
import type { Phase } from '../../db/model';
import { clockSeconds } from '../format';
import type { Playback } from '../player/playback';
import { keepFocus } from '../rating/keepFocus';
import { useWords } from '../words/words';
import { BeginPhase } from './BeginPhase';
import { PhaseCard } from './PhaseCard';
import styles from './PhaseLane.module.css';
import { type AnyPhase, type Edge, moved, phaseBegun, type SetPhases } from './phasing';

type Props = {
  phases: readonly Phase[];
  durationMs: number;
  /** Nothing can be changed, as in a submitted rating. */
  locked: boolean;
  playback: Playback;
  /** The names to choose from. */
  names: readonly string[];
  setPhases: SetPhases;
  /** Where a new phase is being begun; undefined while none is. */
  beginMs: number | undefined;
  setBeginMs: (ms: number | undefined) => void;
};

type Drag = { index: number; edge: Edge; fromX: number; toMs: number };

/** A press that moves less than this is none. */
const clickPx = 3;

/** The phases of the session as one lane: its container is as wide as the whole session. */
export function PhaseLane(props: Props) {
  const { phases, durationMs, locked, playback, names, setPhases, beginMs, setBeginMs } = props;
  const { t } = useWords();
  const lane = useRef<HTMLElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const [openedId, setOpenedId] = useState<string>();
  const shown = drag === undefined ? phases : moved(phases, drag.index, drag.edge, drag.toMs, durationMs);
  const share = (ms: number) => `${(100 * Math.min(ms, durationMs)) / Math.max(1, durationMs)}%`;

  /** By as much as the pointer moved since the press. */
  const dragTo = ({ clientX }: PointerEvent, { index, edge, fromX }: Drag): Drag => {
    const { width } = lane.current?.getBoundingClientRect() ?? { width: 1 };
    const phase = phases[index];
    const fromMs = (edge === 'start' ? phase?.startMs : phase?.endMs) ?? 0;
    const aside = Math.abs(clientX - fromX) < clickPx ? 0 : clientX - fromX;
    return { index, edge, fromX, toMs: fromMs + (aside / Math.max(1, width)) * durationMs };
  };

  const edge = (index: number, which: Edge) => (
    <span
      className={styles.edge}
      data-edge={which}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag(dragTo(event, { index, edge: which, fromX: event.clientX, toMs: 0 }));
      }}
      onPointerMove={(event) => {
        if (drag !== undefined) setDrag(dragTo(event, drag));
      }}
      onPointerUp={(event) => {
        if (drag === undefined) return;
        const done = dragTo(event, drag);
        setDrag(done);
        const { toMs } = done;
        if (Math.abs(event.clientX - drag.fromX) < clickPx) setDrag(undefined);
        // The lane shows where the edge was let go until it is kept.
        else
          void setPhases((list) => moved(list, placeOf(list, phases[index]), which, toMs, durationMs)).then(
            () => setDrag(undefined),
          );
      }}
      onPointerCancel={() => setDrag(undefined)}
    />
  );

  const dragged = drag && shown[drag.index];
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
                rename={(name) =>
                  setPhases((list) => list.map((one) => (one.id === phase.id ? { ...one, name } : one)))
                }
                setNow={(which) => {
                  const nowMs = playback.now();
                  return setPhases((list) => moved(list, placeOf(list, phase), which, nowMs, durationMs));
                }}
                remove={() => setPhases((list) => list.filter(({ id }) => id !== phase.id))}
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
          begin={(name) => setPhases((list) => phaseBegun(list, name, beginMs, durationMs))}
          close={() => setBeginMs(undefined)}
        />
      )}
    </section>
  );
}

/** Where the phase stands in a list that may have changed; beyond its end when it is gone. */
function placeOf(list: readonly AnyPhase[], phase: AnyPhase | undefined): number {
  const at = list.toSorted((a, b) => a.startMs - b.startMs).findIndex(({ id }) => id === phase?.id);
  return at < 0 ? list.length : at;
}
