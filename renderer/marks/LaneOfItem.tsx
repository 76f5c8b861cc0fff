import { memo, useMemo, useRef } from 'react';
import { useWords } from '../words/words';
import { CrowdOnLane } from './CrowdOnLane';
import { type Crowd, crowdsOf, rowsOf } from './crowds';
import styles from './Lane.module.css';
import type { Lane } from './lanes';
import { MarkOnLane } from './MarkOnLane';

type Props = {
  lane: Lane;
  durationMs: number;
  /** What is further out is not drawn. */
  drawnFromMs: number;
  drawnToMs: number;
  /** In this much time lies as much as a crowd's number needs. */
  cellMs: number;
  selectedId: string | undefined;
  /** The mark of this lane whose draft is being dragged. */
  awayId: string | undefined;
  locked: boolean;
  openCrowd: (crowd: Crowd) => void;
};

/** Marks closer than this share of a cell cover each other. */
const nearShare = 0.22;

/** The marks of one item. Drawn anew only when they change, or when other ones come into view. */
export const LaneOfItem = memo(function LaneOfItem(props: Props) {
  const { lane, durationMs, drawnFromMs, drawnToMs, cellMs, selectedId, awayId, locked, openCrowd } = props;
  const { t } = useWords();
  const before = useRef<readonly Crowd[]>([]);
  const { alone, crowds, rows } = useMemo(() => {
    const parted = crowdsOf(lane.marks, cellMs, before.current);
    before.current = parted.crowds;
    return { ...parted, rows: rowsOf(parted.alone, cellMs * nearShare) };
  }, [lane, cellMs]);
  const inCrowd = crowds.flatMap(({ marks }) => marks).find(({ id }) => id === selectedId);
  const near = (fromMs: number, toMs: number) => toMs >= drawnFromMs && fromMs <= drawnToMs;
  const common = { t, durationMs, loose: !locked };

  return (
    <div className={styles.lane} data-lane={lane.item}>
      {crowds.map(
        (crowd) =>
          near(crowd.fromMs, crowd.toMs) && (
            <CrowdOnLane
              key={crowd.fromMs}
              t={t}
              crowd={crowd}
              item={lane.item}
              durationMs={durationMs}
              open={openCrowd}
            />
          ),
      )}
      {alone.map(
        (mark, index) =>
          near(mark.atMs, mark.endMs ?? mark.atMs) && (
            <MarkOnLane
              key={mark.id}
              mark={mark}
              row={rows[index] ?? 0}
              selected={mark.id === selectedId}
              away={mark.id === awayId}
              {...common}
            />
          ),
      )}
      {/* The selected mark is always seen. */}
      {inCrowd !== undefined && (
        <MarkOnLane mark={inCrowd} row={0} selected away={inCrowd.id === awayId} {...common} />
      )}
    </div>
  );
});
