/** Therapists' own ratings against others' of the same sessions: pure. Differences are self minus others, −6 to 6. */
import type { ProgressSession, SubjectProgress } from '../../db/progress';
import { items } from '../../db/scale';
import { inTime } from './inTime';
import { type Measure, mean, overallMeasure, pointsOf, type Side } from './series';
import { type Interval, tInterval } from './tInterval';

/** Who rated the own work. */
export type SelfRater = { raterId: string; name: string };

export type Difference = {
  session: ProgressSession;
  /** Milliseconds since 1970 of the session's day, UTC. */
  time: number;
  /** Mean of the therapists' own ratings minus the mean of the others. */
  difference: number;
  self: number;
  others: number;
  /** The others who rated the session, each once. */
  raterIds: string[];
  /** Each therapist who rated, against the same others; by name. */
  each: (SelfRater & { difference: number })[];
};

type Ratings = Pick<SubjectProgress, 'sessions' | 'ratings'>;

/** The sessions in which a therapist and somebody else rated the measure, in order of time. */
export function differencesOf(progress: Ratings, measure: Measure, side: Side): Difference[] {
  return pointsOf(progress, measure, side).flatMap(({ session, time, raters, self, mean: others }) => {
    const own = mean(self.map(({ level }) => level));
    if (own === null || others === null) return [];
    const each = self.map(({ raterId, name, level }) => ({ raterId, name, difference: level - others }));
    const raterIds = raters.map(({ raterId }) => raterId);
    return [{ session, time, difference: own - others, self: own, others, raterIds, each }];
  });
}

/** Each session's mean over the items that both sides rated there, each item counted once. */
export function itemMeanDifferences(progress: Ratings, side: Side): Difference[] {
  const all = items.flatMap(({ number }) => differencesOf(progress, number, side));
  const bySession = Map.groupBy(all, ({ session }) => session.id);
  return inTime([...bySession.values()].flatMap(overItems));
}

function overItems(all: readonly Difference[]): Difference[] {
  const [first] = all;
  if (first === undefined) return [];
  const each = [
    ...Map.groupBy(
      all.flatMap((one) => one.each),
      ({ raterId }) => raterId,
    ).values(),
  ]
    .flatMap((own) => own.slice(0, 1).map((one) => ({ ...one, difference: meanOf(own, 'difference') })))
    .sort((a, b) => (a.name === b.name ? (a.raterId < b.raterId ? -1 : 1) : a.name < b.name ? -1 : 1));
  return [
    {
      session: first.session,
      time: first.time,
      difference: meanOf(all, 'difference'),
      self: meanOf(all, 'self'),
      others: meanOf(all, 'others'),
      raterIds: [...new Set(all.flatMap(({ raterIds }) => raterIds))].sort(),
      each,
    },
  ];
}

/** Of at least one. */
const meanOf = <Field extends string>(all: readonly Record<Field, number>[], field: Field): number =>
  all.reduce((sum, one) => sum + one[field], 0) / all.length;

export type DifferenceSummary = {
  mean: number;
  /** Sessions behind it. */
  count: number;
  /** Of those, how many rest on one rater beside the therapist. */
  oneRater: number;
  /** Undefined with too few sessions. */
  interval: Interval | undefined;
};

/** Undefined of nothing. */
export function summaryOf(differences: readonly Difference[]): DifferenceSummary | undefined {
  const values = differences.map(({ difference }) => difference);
  const middle = mean(values);
  if (middle === null) return undefined;
  return {
    mean: middle,
    count: values.length,
    oneRater: differences.filter(({ raterIds }) => raterIds.length === 1).length,
    interval: tInterval(values),
  };
}

/** The overall and each item that both sides rated somewhere, by number. */
export function byMeasure(progress: Ratings, side: Side): (DifferenceSummary & { measure: Measure })[] {
  return [overallMeasure, ...items.map(({ number }) => number)].flatMap((measure) => {
    const summary = summaryOf(differencesOf(progress, measure, side));
    return summary === undefined ? [] : [{ measure, ...summary }];
  });
}

/** Therapists whose own ratings are among the differences, by name; each keeps its sign on the chart. */
export function selfRatersOf(differences: readonly Difference[]): SelfRater[] {
  const each = differences.flatMap((one) => one.each.map(({ raterId, name }) => ({ raterId, name })));
  return [...new Map(each.map((one) => [one.raterId, one])).values()].sort((a, b) =>
    a.name === b.name ? (a.raterId < b.raterId ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
}

/** How far the axis reaches to both sides of zero: a whole number from 2 to 6 that holds every value. */
export function reach(values: readonly number[]): number {
  const furthest = Math.max(0, ...values.map((value) => Math.abs(value)));
  return Math.min(6, Math.max(2, Math.ceil(furthest - 1e-9)));
}
