/**
 * A robust trend of levels over time: pure. Theil–Sen, with the interval that belongs to it.
 *
 * Slope: the median of the slopes of all pairs of sessions on different days (Theil 1950; Sen, J. Am. Stat. Assoc. 63,
 * 1968, 1379–1389). Interval: the slopes that Kendall's test does not refuse at 5 %, which are those between two of
 * the ordered slopes (Sen 1968; Hollander, Wolfe & Chicken, Nonparametric Statistical Methods, 3rd ed., section 9.3;
 * Gilbert, Statistical Methods for Environmental Pollution Monitoring, 1987, section 16.5). It takes the sessions to
 * be independent of each other.
 *
 * Levels are whole numbers: of many sessions most pairs have the same, and the median of the slopes is 0 whatever
 * happens. Many sessions are therefore taken together by months, the mean of each month being one value.
 */
import { exactRank, normalRank } from './kendall';
import { mean } from './series';

export type Value = { /** Milliseconds. */ time: number; level: number };

export type Trend =
  /** Fewer than five sessions. */
  | { outcome: 'tooFew'; sessions: number }
  /** Enough sessions, on too few days for an interval. */
  | { outcome: 'tooClose'; sessions: number }
  | {
      outcome: 'trend';
      sessions: number;
      /** How many months they were taken together by; absent when each session stands for itself. */
      months?: number;
      /** What people are told the slope by: a year is far more than sessions within half of one can tell of. */
      per: 'month' | 'year';
      /** Levels per year. */
      slope: number;
      /** Of its 95 % interval, in levels per year. */
      lower: number;
      upper: number;
      /** The middle of the sessions, which the line goes through: medians of times and of levels. */
      time: number;
      level: number;
    };

export const sessionsForTrend = 5;
const year = 365.25 * 86_400_000;
/** No longer than any six months of the calendar. */
const halfYear = 180 * 86_400_000;
/** So many sessions or fewer stand each for itself. */
export const mostAlone = 40;
/** Up to here the distribution of Kendall's S is counted, beyond it is very nearly normal. */
const mostCounted = 40;

/** Equal levels are not corrected for: that can only make the interval too wide, never too narrow. */
export function trendOf(values: readonly Value[]): Trend {
  const sessions = values.length;
  if (sessions < sessionsForTrend) return { outcome: 'tooFew', sessions };
  const byMonth = sessions > mostAlone;
  const taken = byMonth ? monthsOf(values) : values;
  if (taken.length < sessionsForTrend) return { outcome: 'tooClose', sessions };
  const slopes = slopesOf(taken);
  const rank = rankOf(taken, slopes.length);
  const lower = slopes[rank - 1];
  const upper = slopes[slopes.length - rank];
  if (rank < 1 || lower === undefined || upper === undefined) return { outcome: 'tooClose', sessions };
  return {
    outcome: 'trend',
    sessions,
    ...(byMonth && { months: taken.length }),
    per: lengthOf(values) < halfYear ? 'month' : 'year',
    slope: middle(slopes),
    lower,
    upper,
    time: middle(Float64Array.from(taken, ({ time }) => time).sort()),
    level: middle(Float64Array.from(taken, ({ level }) => level).sort()),
  };
}

/** Whether the interval leaves a direction; 'none' when it contains 0, 'same' when equal levels leave nothing else. */
export function directionOf(interval: { lower: number; upper: number }): 'up' | 'down' | 'none' | 'same' {
  const { lower, upper } = interval;
  if (lower > 0) return 'up';
  if (lower === 0 && upper === 0) return 'same';
  return upper < 0 ? 'down' : 'none';
}

/** Of the line with this slope (levels per year) through the middle of the sessions. */
export const levelAt = (
  { time, level }: { time: number; level: number },
  slope: number,
  at: number,
): number => level + (slope * (at - time)) / year;

/** From the first to the last, milliseconds. */
function lengthOf(values: readonly Value[]): number {
  const times = values.map(({ time }) => time);
  return Math.max(...times) - Math.min(...times);
}

/** The mean of each calendar month with sessions (UTC), at the mean of their times. */
function monthsOf(values: readonly Value[]): Value[] {
  const ordered = values.toSorted((a, b) => a.time - b.time || a.level - b.level);
  const months = Map.groupBy(ordered, ({ time }) => new Date(time).toISOString().slice(0, 7));
  return [...months.values()].map((month) => ({
    time: mean(month.map(({ time }) => time)) ?? 0,
    level: mean(month.map(({ level }) => level)) ?? 0,
  }));
}

/** Of every two sessions on different days, in order; levels per year. */
function slopesOf(values: readonly Value[]): Float64Array {
  const ordered = values.toSorted((a, b) => a.time - b.time);
  const slopes = new Float64Array((values.length * (values.length - 1)) / 2);
  let count = 0;
  ordered.forEach((later, index) => {
    for (const earlier of ordered.slice(0, index)) {
      if (earlier.time === later.time) continue;
      slopes[count] = ((later.level - earlier.level) * year) / (later.time - earlier.time);
      count += 1;
    }
  });
  return slopes.subarray(0, count).sort();
}

function rankOf(values: readonly Value[], pairs: number): number {
  const ties = [...Map.groupBy(values, ({ time }) => time).values()].map(({ length }) => length);
  const apart = ties.every((size) => size === 1);
  return apart && values.length <= mostCounted
    ? exactRank(values.length)
    : normalRank(values.length, ties, pairs);
}

/** The median of ordered numbers. */
function middle(ordered: Float64Array): number {
  const half = (ordered.length - 1) / 2;
  return ((ordered[Math.floor(half)] ?? 0) + (ordered[Math.ceil(half)] ?? 0)) / 2;
}
