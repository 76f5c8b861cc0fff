import { memo } from 'react';
import type { Mark } from '../../db/model';
import { clockSeconds } from '../format';
import type { Words } from '../words/words';
import styles from './Lane.module.css';
import { MarkShape } from './MarkShape';
import { share } from './zoom';

type Props = {
  /** Given, since there are hundreds of these. */
  t: Words;
  mark: Mark;
  durationMs: number;
  /** Rows above (less than nought) or below the middle of the lane. */
  row: number;
  selected: boolean;
  /** Its draft is being dragged. */
  away: boolean;
  /** Can be dragged. */
  loose: boolean;
};

const rowPx = 4;

/** A moment as its shape, a stretch as a bar that begins with it; the ends of a stretch can be taken hold of. */
export const MarkOnLane = memo(function MarkOnLane({
  t,
  mark,
  durationMs,
  row,
  selected,
  away,
  loose,
}: Props) {
  const { id, item, atMs, endMs, quality, kind, note } = mark;
  /** What the sign shows by place, shape and colour, in words. */
  const told = [
    ...(endMs === null ? [] : [t('mark.until', { time: clockSeconds(endMs) })]),
    ...(quality === null ? [] : [t('mark.qualityIs', { quality })]),
    ...(kind === 'missed' ? [t('mark.missed')] : []),
  ];
  return (
    <button
      type="button"
      tabIndex={-1}
      className={endMs === null ? styles.moment : styles.stretch}
      data-mark={id}
      data-selected={selected || undefined}
      data-away={away || undefined}
      data-beside={row !== 0 || undefined}
      data-loose={loose || undefined}
      data-quality={quality ?? undefined}
      style={{
        left: share(atMs, durationMs),
        ...(endMs !== null && { width: share(endMs - atMs, durationMs) }),
        ...(row !== 0 && { marginTop: row * rowPx }),
      }}
      aria-label={[t('mark.label', { item, time: clockSeconds(atMs) }), ...told].join(', ')}
      title={[clockSeconds(atMs), ...told, note].filter(Boolean).join(' · ')}
    >
      <MarkShape mark={mark} size={14} />
      {loose && endMs !== null && <span className={styles.handle} data-end="start" />}
      {loose && (endMs !== null || selected) && <span className={styles.handle} data-end="end" />}
    </button>
  );
});
