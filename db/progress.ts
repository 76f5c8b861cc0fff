/** Read model of the progress place: what submitted ratings say of the sessions of a therapist, a pair or a group. */

import { sightOf, type Viewer } from './blinding.ts';
import type { BlindWork } from './blindWork.ts';
import type { events } from './events.ts';
import { latest } from './latest.ts';
import { type Levels, levelsOf } from './levels.ts';
import type { Edition, Event, Overall, Purpose, Rating, Score, Session } from './model.ts';
import type { Db } from './open.ts';
import { statementsOf } from './progressStatements.ts';

/** Whose sessions are looked at. A pair led together, in whichever order. */
export type Subject =
  | { kind: 'therapist'; therapistId: string }
  | { kind: 'pair'; therapistIds: [string, string] }
  | { kind: 'group'; groupId: string };

/** A submitted rating that counts, with every level it gives. */
export type CountedRating = Levels & {
  ratingId: string;
  sessionId: string;
  raterId: string;
  raterName: string;
  purpose: Purpose;
  scaleEdition: string;
  startedAt: string;
};

export type ProgressSession = Omit<Session, 'patientsPresent'>;

export type SubjectProgress = {
  /** Every session of the subject, also without a rating; oldest first. */
  sessions: ProgressSession[];
  /** In order of session, then of beginning. */
  ratings: CountedRating[];
  /** The editions that the ratings follow. */
  editions: Pick<Edition, 'id' | 'name'>[];
  /** What stands on the time axis: of the subject, and of everybody. */
  events: Event[];
  /** Ratings that would count and are not submitted yet. */
  notSubmitted: { ratingId: string; sessionId: string; date: string; raterName: string }[];
  /** Sessions of which others' ratings are left out, because the viewer is still rating them. */
  withheldSessions: number;
};

/** Who can be looked at, each with how many sessions. */
export type Subjects = {
  therapists: { therapistId: string; sessions: number }[];
  pairs: { therapistIds: [string, string]; sessions: number }[];
  groups: { groupId: string; sessions: number }[];
};

type RatingRow = Omit<CountedRating, keyof Levels> &
  Pick<Rating, 'version' | 'submittedAt' | 'sawOthersAt'> & { date: string; counts: number };
type ScoreRow = Pick<Score, 'ratingId' | 'item' | 'adherence' | 'quality'> & { noOccasion: number };

export function progress(db: Db, eventTable: Pick<ReturnType<typeof events>, 'all'>, work: BlindWork) {
  const prepare = (kind: Subject['kind']) => {
    const { sessions, ratings, scores, overalls } = statementsOf(kind);
    return {
      sessions: db.prepare<[object], ProgressSession>(sessions),
      ratings: db.prepare<[object], RatingRow>(ratings),
      scores: db.prepare<[object], ScoreRow>(scores),
      overalls: db.prepare<[object], Overall>(overalls),
    };
  };
  const statements = { therapist: prepare('therapist'), pair: prepare('pair'), group: prepare('group') };
  const selectEditionName = db.prepare<[string], string>(`select name from edition where id = ?`).pluck();
  const countTherapists = db.prepare<[], Subjects['therapists'][number]>(
    `select therapist_id as therapistId, count(*) as sessions from session_therapist group by therapist_id`,
  );
  const countPairs = db.prepare<[], { one: string; other: string; sessions: number }>(
    `select one.therapist_id as one, other.therapist_id as other, count(*) as sessions
     from session_therapist one
     join session_therapist other
       on other.session_id = one.session_id and other.therapist_id > one.therapist_id
     group by one.therapist_id, other.therapist_id`,
  );
  const countGroups = db.prepare<[], Subjects['groups'][number]>(
    `select group_id as groupId, count(*) as sessions from session where group_id is not null group by group_id`,
  );

  return {
    subjects: (): Subjects => ({
      therapists: countTherapists.all(),
      pairs: countPairs.all().map(({ one, other, sessions }) => ({ therapistIds: [one, other], sessions })),
      groups: countGroups.all(),
    }),

    /**
     * The latest submitted ratings of a subject's sessions. Others' ratings of a session that the viewer is still
     * rating are left out, so that no chart tells what they found.
     */
    of(subject: Subject, viewer: Viewer): SubjectProgress {
      const { sessions, ratings, scores, overalls } = statements[subject.kind];
      const named = namesOf(subject);
      const versions = ratings.all(named);
      const kept = work.of(viewer);
      const unseen = new Set(
        [...Map.groupBy(versions, ({ sessionId }) => sessionId)]
          .filter(([sessionId, all]) => sightOf(viewer, all, kept.has(sessionId)) !== 'open')
          .map(([sessionId]) => sessionId),
      );
      const seen = ({ sessionId, raterId }: RatingRow) => raterId === viewer?.id || !unseen.has(sessionId);
      const counting = versions.filter(({ counts }) => counts === 1);
      const scoresOf = Map.groupBy(scores.all(named), ({ ratingId }) => ratingId);
      const overallOf = new Map(overalls.all(named).map((overall) => [overall.ratingId, overall]));
      const counted = latest(counting.filter(({ submittedAt }) => submittedAt !== null))
        .filter(seen)
        .map((row) => countedRating(row, scoresOf.get(row.ratingId) ?? [], overallOf.get(row.ratingId)));
      const editions = [...new Set(counted.map(({ scaleEdition }) => scaleEdition))];
      return {
        sessions: sessions.all(named),
        ratings: counted,
        editions: editions.map((id) => ({ id, name: selectEditionName.get(id) ?? id })),
        events: eventTable.all().filter(concerns(subject)),
        notSubmitted: counting
          .filter(({ submittedAt, version }) => submittedAt === null && version === 1)
          .filter(seen)
          .map(({ ratingId, sessionId, date, raterName }) => ({ ratingId, sessionId, date, raterName })),
        withheldSessions: new Set(counting.filter((row) => !seen(row)).map(({ sessionId }) => sessionId))
          .size,
      };
    },
  };
}

function countedRating(
  row: RatingRow,
  scores: readonly ScoreRow[],
  overall: Overall | undefined,
): CountedRating {
  const { ratingId, sessionId, raterId, raterName, purpose, scaleEdition, startedAt } = row;
  const levels = levelsOf(
    scores.map((score) => ({ ...score, noOccasion: score.noOccasion === 1 })),
    overall,
  );
  return { ratingId, sessionId, raterId, raterName, purpose, scaleEdition, startedAt, ...levels };
}

/** Statements refuse names that they do not know. */
function namesOf(subject: Subject): Record<string, string> {
  switch (subject.kind) {
    case 'therapist':
      return { therapistId: subject.therapistId };
    case 'pair':
      return { therapistId: subject.therapistIds[0], otherId: subject.therapistIds[1] };
    case 'group':
      return { groupId: subject.groupId };
    default:
      return subject satisfies never;
  }
}

const concerns =
  (subject: Subject) =>
  ({ therapistId, groupId }: Event): boolean => {
    if (therapistId === null && groupId === null) return true;
    switch (subject.kind) {
      case 'therapist':
        return therapistId === subject.therapistId;
      case 'pair':
        return therapistId !== null && subject.therapistIds.includes(therapistId);
      case 'group':
        return groupId === subject.groupId;
      default:
        return subject satisfies never;
    }
  };
