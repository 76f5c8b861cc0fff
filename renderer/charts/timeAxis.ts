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
  /** The beginnings of months, quarters or years; of short spans also the middles of months. */
  times: number[];
  /** What a label names: the day with its month, the month with its year, or the year alone. */
  unit: 'day' | 'month' | 'year';
};

/** Spans below this have days for ticks. */
const shortSpan = 80 * day;

/** The first and the fifteenth of each month in a span. */
function halfMonths(from: number, to: number): number[] {
  const start = new Date(from);
  const [year, first] = [start.getUTCFullYear(), start.getUTCMonth()];
  const months = Math.ceil((to - from) / month) + 2;
  return Array.from({ length: months }, (_, index) => first + index)
    .flatMap((one) => [Date.UTC(year, one, 1), Date.UTC(year, one, 15)])
    .filter((time) => time >= from && time <= to);
}

/** The ticks of a span, at most so many. */
export function timeTicks([from, to]: readonly [number, number], most: number): TimeTicks {
  if (to - from < shortSpan) {
    const times = halfMonths(from, to);
    if (times.length > 0 && times.length <= most) return { times, unit: 'day' };
  }
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
