import { type KeyboardEvent, useState } from 'react';
import type { Event } from '../../db/model';
import { useWords } from '../words/words';
import { MeasurePlot } from './MeasurePlot';
import { PointText } from './PointTip';
import styles from './Progress.module.css';
import { plotOf, xOf } from './plot';
import type { Point, Side } from './series';
import { thinned } from './thin';
import { timeSpan } from './timeAxis';
import type { Trend } from './trend';

type Props = {
  /** What it shows, for those who hear it. */
  label: string;
  /** In order of time, at least one. */
  points: readonly Point[];
  side: Side;
  width: number;
  height: number;
  events?: readonly Event[];
  /** Drawn when there is one. */
  trend?: Trend | undefined;
  /** Opens the session of a point; without it the chart is for reading only, as on paper. */
  open?: ((point: Point) => void) | undefined;
};

/**
 * One level over sessions: the mean of the raters with their range, the therapists' own beside it. The arrow keys go
 * from point to point, Enter opens the one they are at.
 */
export function MeasureChart({ label, points, side, width, height, events = [], trend, open }: Props) {
  const { t } = useWords();
  const [index, setIndex] = useState<number>();
  const shown = thinned(points, width);
  const pointedAt = index === undefined ? undefined : shown[Math.min(index, shown.length - 1)];
  const plot = (
    <MeasurePlot {...{ label, points, shown, pointedAt, side, width, height, events, trend, open }} />
  );
  if (open === undefined) return plot;

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && pointedAt !== undefined) open(pointedAt);
    const next = step(event.key, index, shown.length);
    if (next === undefined) return;
    event.preventDefault();
    setIndex(next);
  };
  const x = pointedAt && xOf(plotOf(width, 0), timeSpan(points), pointedAt.time);
  return (
    <div
      className={styles.reader}
      role="application"
      aria-label={label}
      aria-roledescription={t('progress.chart')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go from point to point
      tabIndex={0}
      onKeyDown={press}
      onBlur={() => setIndex(undefined)}
    >
      {plot}
      <div
        role="status"
        className={styles.readerTip}
        style={x !== undefined && x > width / 2 ? { right: width - x + 12 } : { left: (x ?? 0) + 12 }}
      >
        {pointedAt !== undefined && (
          <div className={styles.tip}>
            <PointText point={pointedAt} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Where a key leads among so many points; undefined when it leads nowhere. */
function step(key: string, index: number | undefined, count: number): number | undefined {
  const within = (at: number) => Math.max(0, Math.min(count - 1, at));
  switch (key) {
    case 'ArrowRight':
      return within((index ?? -1) + 1);
    case 'ArrowLeft':
      return within((index ?? count) - 1);
    case 'PageDown':
      return within((index ?? -1) + 10);
    case 'PageUp':
      return within((index ?? count) - 10);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
