/** Leaves out points that would lie on top of each other, and never an extreme: pure. */
import { plotOf, xOf } from './plot';
import type { Point } from './series';
import { timeSpan } from './timeAxis';

/** Of so many points or fewer all are drawn. */
export const drawnWhole = 400;

/**
 * Of each stretch of the axis the first and the last point stay, and those with the lowest and the highest mean,
 * lowest and highest single level, and lowest and highest self-rating. Order stays.
 *
 * @param stretchOf the stretch a point lies in, for instance every six pixels of the axis
 */
export function thin(points: readonly Point[], stretchOf: (point: Point) => number): Point[] {
  const kept = new Set<Point>();
  for (const stretch of Map.groupBy(points, stretchOf).values()) {
    const [first] = stretch;
    const last = stretch.at(-1);
    if (first === undefined || last === undefined) continue;
    kept.add(first).add(last);
    for (const value of values) {
      const having = stretch.flatMap((point) => {
        const level = value(point);
        return level === null ? [] : [{ point, level }];
      });
      const lowest = having.reduce<Having | undefined>(
        (a, b) => (a && a.level <= b.level ? a : b),
        undefined,
      );
      const highest = having.reduce<Having | undefined>(
        (a, b) => (a && a.level >= b.level ? a : b),
        undefined,
      );
      if (lowest && highest) kept.add(lowest.point).add(highest.point);
    }
  }
  return points.filter((point) => kept.has(point));
}

type Having = { point: Point; level: number };

const values: readonly ((point: Point) => number | null)[] = [
  ({ mean }) => mean,
  ({ lowest }) => lowest,
  ({ highest }) => highest,
  ({ self }) => (self.length === 0 ? null : Math.min(...self.map(({ level }) => level))),
  ({ self }) => (self.length === 0 ? null : Math.max(...self.map(({ level }) => level))),
];

/** What is drawn of the points: all, or of each stretch of six pixels what must not be lost. */
export function thinned(points: readonly Point[], width: number): readonly Point[] {
  if (points.length <= drawnWhole) return points;
  const plot = plotOf(width, 0);
  const span = timeSpan(points);
  return thin(points, ({ time }) => Math.floor(xOf(plot, span, time) / 6));
}
