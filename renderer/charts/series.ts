/** The points that a progress chart draws: pure, from the ratings of a subject's sessions. */
import type { Purpose } from '../../db/model';
import type { CountedRating, ProgressSession, SubjectProgress } from '../../db/progress';

/** Which level is charted: of an item by its number, or 0 for the overall. */
export type Measure = number;
export const overallMeasure: Measure = 0;
/** The two ratings of the scale; never merged. */
export type Side = 'quality' | 'adherence';

export type Point = {
  session: ProgressSession;
  /** Milliseconds since 1970 of the session's day, UTC. */
  time: number;
  /** Supervisors' levels of the measure, one for each rater. */
  raters: { raterId: string; name: string; level: number }[];
  /** Mean of the raters; null where nobody rated the measure. */
  mean: number | null;
  lowest: number | null;
  highest: number | null;
  /** Therapists' own ratings of the measure. */
  self: { raterId: string; name: string; level: number }[];
  /** Raters who found no occasion for the item: told, never averaged. */
  noOccasion: number;
};

/**
 * One point for each session in which the measure was rated, or found without occasion; in order of time.
 * The mean is taken over raters, each with one rating, and never over self-ratings; a rater's 'no occasion' is left
 * out of it.
 */
export function pointsOf(
  { sessions, ratings }: Pick<SubjectProgress, 'sessions' | 'ratings'>,
  measure: Measure,
  side: Side = 'quality',
): Point[] {
  const bySession = Map.groupBy(ratings, ({ sessionId }) => sessionId);
  return sessions
    .map((session) => pointOf(session, bySession.get(session.id) ?? [], measure, side))
    .filter(({ raters, self, noOccasion }) => raters.length + self.length + noOccasion > 0)
    .sort(
      (a, b) =>
        a.time - b.time ||
        (a.session.number ?? 0) - (b.session.number ?? 0) ||
        (a.session.id < b.session.id ? -1 : 1),
    );
}

function pointOf(
  session: ProgressSession,
  ratings: readonly CountedRating[],
  measure: Measure,
  side: Side,
): Point {
  const supervised = oneEach(ratings.filter(({ purpose }) => purpose !== 'selfRating'));
  const levels = (some: readonly CountedRating[]) =>
    some
      .flatMap(({ raterId, raterName, ...rating }) => {
        const level = rating[side][measure] ?? null;
        return level === null ? [] : [{ raterId, name: raterName, level }];
      })
      .sort((a, b) => (a.name === b.name ? (a.raterId < b.raterId ? -1 : 1) : a.name < b.name ? -1 : 1));
  const raters = levels(supervised);
  const all = raters.map(({ level }) => level);
  return {
    session,
    time: Date.parse(`${session.date}T00:00:00Z`),
    raters,
    mean: mean(all),
    lowest: all.length === 0 ? null : Math.min(...all),
    highest: all.length === 0 ? null : Math.max(...all),
    self: levels(ratings.filter(({ purpose }) => purpose === 'selfRating')),
    noOccasion: supervised.filter((rating) => rating.noOccasion.includes(measure)).length,
  };
}

const order: readonly Purpose[] = ['supervision', 'research'];

/**
 * Who rated a session for several purposes is one rater all the same: supervision stands before research. A consensus
 * says again what raters said: it counts where none of them does, and never as one rater more.
 * @param ratings of one session
 */
export function oneEach<R extends Pick<CountedRating, 'raterId' | 'purpose'>>(ratings: readonly R[]): R[] {
  const alone = ratings.filter(({ purpose }) => purpose !== 'consensus');
  const byRater = Map.groupBy(
    (alone.length > 0 ? alone : ratings).toSorted(
      (a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose),
    ),
    ({ raterId }) => raterId,
  );
  return [...byRater.values()].flatMap((own) => own.slice(0, 1));
}

/** Null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
