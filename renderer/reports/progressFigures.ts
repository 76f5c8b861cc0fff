/** What a progress report tells of the sessions of a period: pure. */
import type { SubjectProgress } from '../../db/progress';
import { differencesOf } from '../charts/selfDifference';
import { overallMeasure, type Point, pointsOf, type Side } from '../charts/series';
import { directionOf, type Trend, trendOf } from '../charts/trend';
import { editionsByRatings, filtered } from '../progress/filter';
import type { OwnChoices } from './choices';
import { type Figure, figureOf } from './choosing';

export type ProgressFigures = {
  /** Sessions of the period that were led, rated or not. */
  led: number;
  /** Those with a rating that is told, oldest first. */
  sessions: SubjectProgress['sessions'];
  ratings: SubjectProgress['ratings'];
  events: SubjectProgress['events'];
  /** The overall over time, one point for each rated session. */
  overall: Record<Side, Point[]>;
  /** By measure, over sessions: each session counts once with the mean of its raters. */
  quality: Figure[];
  adherence: Figure[];
  trends: Trend[];
  /** Own overall quality less that of the raters, over the sessions that have both. */
  selfDifference: Figure;
};

const measures = Array.from({ length: 20 }, (_, measure) => measure);

/** The edition that is told, and those there are; unless one was chosen, that of most ratings. */
export function editionOf(progress: SubjectProgress, own: OwnChoices) {
  const editions = editionsByRatings(progress);
  return { editions, edition: editions.find(({ id }) => id === own.edition) ?? editions[0] };
}

/** @param period days, both counting; open where one is not given */
export function progressFigures(
  progress: SubjectProgress,
  edition: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): ProgressFigures {
  const { sessions: led, ratings, events } = filtered(progress, { from, to, edition }).progress;
  const rated = new Set(ratings.map(({ sessionId }) => sessionId));
  const sessions = led.filter(({ id }) => rated.has(id));
  const points = (measure: number, side: Side) => pointsOf({ sessions, ratings }, measure, side);
  const quality = measures.map((measure) => points(measure, 'quality'));
  const overall = { quality: quality[overallMeasure] ?? [], adherence: points(overallMeasure, 'adherence') };
  return {
    led: led.length,
    sessions,
    ratings,
    events: events.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date)),
    overall,
    quality: quality.map((all, measure) => overSessions(measure, all)),
    adherence: measures.map((measure) => overSessions(measure, points(measure, 'adherence'))),
    trends: quality.map((all) =>
      trendOf(all.flatMap(({ time, mean }) => (mean === null ? [] : [{ time, level: mean }]))),
    ),
    selfDifference: figureOf(
      overallMeasure,
      differencesOf({ sessions, ratings }, overallMeasure, 'quality').map(({ difference }) => difference),
      0,
    ),
  };
}

/** A session without a level, in which the raters found no occasion, is counted as such. */
const overSessions = (measure: number, points: readonly Point[]): Figure =>
  figureOf(
    measure,
    points.flatMap(({ mean }) => mean ?? []),
    points.filter(({ mean, noOccasion }) => mean === null && noOccasion > 0).length,
  );

/** Where the levels of a measure go; undefined with too few sessions to say. */
export function directionIn(trend: Trend | undefined): ReturnType<typeof directionOf> | undefined {
  return trend?.outcome === 'trend' ? directionOf(trend) : undefined;
}
