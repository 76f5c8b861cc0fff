/** The points that a progress chart draws: pure, from the ratings of a therapist's sessions. */
import type { Purpose } from '../../db/model';
import type { QualityRow } from '../../db/progress';

/** Which quality is charted: an item's number, or 0 for the overall quality. */
export type Measure = number;
export const overallMeasure: Measure = 0;

export type Point = {
  sessionId: string;
  date: string;
  number: number | null;
  groupId: string | null;
  /** Milliseconds since 1970 of the session's day, UTC. */
  time: number;
  /** Supervisors' ratings of the measure, one for each rater. */
  raters: { name: string; quality: number }[];
  /** Mean of the raters; null where nobody rated the measure. */
  mean: number | null;
  lowest: number | null;
  highest: number | null;
  /** The therapist's own rating. */
  self: number | null;
  /** Raters who found no occasion for the item: told, never averaged. */
  noOccasion: number;
};

/**
 * One point for each session in which the measure was rated, or found without occasion; in order of time.
 * The mean is taken over raters, each with one rating, and never over self-ratings; a rater's 'no occasion' is left
 * out of it.
 */
export function pointsOf(rows: readonly QualityRow[], measure: Measure): Point[] {
  const sessions = Map.groupBy(
    rows.filter((row) => row.item === measure),
    (row) => row.sessionId,
  );
  return [...sessions.values()]
    .flatMap((ofSession) => {
      const [first] = ofSession;
      return first === undefined ? [] : [pointOf(first, ofSession)];
    })
    .sort(
      (a, b) => a.time - b.time || (a.number ?? 0) - (b.number ?? 0) || (a.sessionId < b.sessionId ? -1 : 1),
    );
}

function pointOf(first: QualityRow, rows: readonly QualityRow[]): Point {
  const supervised = oneEach(rows.filter(({ purpose }) => purpose !== 'selfRating'));
  const raters = supervised.flatMap(({ raterName, quality }) =>
    quality === null ? [] : [{ name: raterName, quality }],
  );
  const qualities = raters.map(({ quality }) => quality);
  const self = rows.find(({ purpose, quality }) => purpose === 'selfRating' && quality !== null);
  return {
    sessionId: first.sessionId,
    date: first.date,
    number: first.number,
    groupId: first.groupId,
    time: Date.parse(`${first.date}T00:00:00Z`),
    raters: raters.sort((a, b) => (a.name === b.name ? a.quality - b.quality : a.name < b.name ? -1 : 1)),
    mean: mean(qualities),
    lowest: qualities.length === 0 ? null : Math.min(...qualities),
    highest: qualities.length === 0 ? null : Math.max(...qualities),
    self: self?.quality ?? null,
    noOccasion: supervised.filter(({ noOccasion }) => noOccasion).length,
  };
}

const order: readonly Purpose[] = ['supervision', 'research', 'consensus'];

/** Who rated a session for several purposes is one rater all the same. */
function oneEach(rows: readonly QualityRow[]): QualityRow[] {
  const byRater = Map.groupBy(
    rows.toSorted((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose)),
    ({ raterId }) => raterId,
  );
  return [...byRater.values()].flatMap((own) => own.slice(0, 1));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

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
