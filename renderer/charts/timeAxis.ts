/** The time axis of progress charts: pure. Times are milliseconds since 1970, UTC. */
import type { Point } from './series';

const day = 86_400_000;
const month = 30.437 * day;

/**
 * The span of the time axis: a margin on both sides, so that a single session stands in the middle, and wide enough
 * that the beginning of some month always falls into it.
 */
export function timeSpan(points: readonly Pick<Point, 'time'>[]): [number, number] {
  const first = points[0]?.time ?? 0;
  const last = points.at(-1)?.time ?? first;
  const margin = Math.max(16 * day, (last - first) * 0.04);
  return [first - margin, last + margin];
}

/** Months between two ticks: months, quarters, half years, years, and years by twos, fives and tens. */
const steps = [1, 3, 6, 12, 24, 60, 120] as const;

export type TimeTicks = {
  /** The beginnings of months, quarters or years. */
  times: number[];
  /** What a label names: the month with its year, or the year alone. */
  unit: 'month' | 'year';
};

/** The ticks of a span, at most so many. */
export function timeTicks([from, to]: readonly [number, number], most: number): TimeTicks {
  const step = steps.find((months) => (to - from) / (months * month) <= Math.max(most - 1, 1)) ?? 240;
  const start = new Date(from);
  // Quarters and years begin where the calendar has them, also when the span does not.
  const years = Math.max(Math.floor(step / 12), 1);
  const firstYear = Math.floor(start.getUTCFullYear() / years) * years;
  const times: number[] = [];
  for (let months = 0; ; months += step) {
    const time = Date.UTC(firstYear, months, 1);
    if (time > to) break;
    if (time >= from) times.push(time);
  }
  return { times: times.slice(0, Math.max(most, 1)), unit: step >= 12 ? 'year' : 'month' };
}
