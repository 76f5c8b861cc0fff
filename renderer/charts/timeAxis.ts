/** The time axis of progress charts: pure. Times are milliseconds since 1970, UTC. */
import type { Point } from './series';

/** The middle of each month on the axis, where its name stands; thinned to at most `most`. Milliseconds, UTC. */
export function monthTicks(points: readonly Pick<Point, 'time'>[], most: number): number[] {
  const months = monthDays(points, 15);
  const every = Math.ceil(months.length / most);
  return months.filter((_, index) => index % every === 0);
}

/** The same day of each month that falls into the span of the axis. Milliseconds, UTC. */
export function monthDays(points: readonly Pick<Point, 'time'>[], day: number): number[] {
  if (points.length === 0) return [];
  const [first, last] = timeSpan(points);
  const start = new Date(first);
  const days: number[] = [];
  for (let month = 0; ; month += 1) {
    const time = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, day);
    if (time > last) return days;
    if (time >= first) days.push(time);
  }
}

/**
 * The span of the time axis, in milliseconds UTC: a margin on both sides, so that a single session stands in the
 * middle, and wide enough that the middle of some month always falls into it.
 */
export function timeSpan(points: readonly Pick<Point, 'time'>[]): [number, number] {
  const day = 86_400_000;
  const first = points[0]?.time ?? 0;
  const last = points.at(-1)?.time ?? first;
  const margin = Math.max(16 * day, (last - first) * 0.04);
  return [first - margin, last + margin];
}
