/** Read model of the library place: sessions, a page at a time, with their recording and who rated them how far. */

import { type Sight, sightOf, type Viewer } from './blinding.ts';
import type { BlindWork } from './blindWork.ts';
import { latest } from './latest.ts';
import type { Purpose } from './model.ts';
import type { Db } from './open.ts';
import { type FoundSession, sessionSearch } from './sessionSearch.ts';
import { wordsOf } from './sessionWords.ts';

/** The latest version of a rating. */
export type RatingProgress = {
  ratingId: string;
  raterId: string;
  raterName: string;
  purpose: Purpose;
  version: number;
  submittedAt: string | null;
  /** Items with what the edition asks for, or with 'no occasion'; 0 to 19. */
  itemsDone: number;
  marks: number;
  /** Null as well where others' ratings are covered. */
  overallQuality: number | null;
};

export type SessionRow = {
  id: string;
  date: string;
  number: number | null;
  patientsPresent: number | null;
  groupId: string | null;
  firstTherapistId: string | null;
  secondTherapistId: string | null;
  recordingId: string | null;
  recordingName: string | null;
  durationMs: number | null;
  /** Whether the recording has a picture; null without a recording. */
  picture: boolean | null;
  ratings: RatingProgress[];
  /** How the viewer sees others' ratings of the session. */
  sight: Sight;
  /** How many of others' ratings are hidden, and so not among `ratings`. */
  hiddenRatings: number;
};

/** Which sessions are looked for. */
export type SoughtSessions = {
  /** Every word of it occurs: in group, date, number, therapist, file name or rater; empty for all. */
  sought: string;
  /** Null for every group. */
  groupId: string | null;
  /** Only those with a rating of the viewer's own that is not submitted. */
  waiting: boolean;
};

export type SessionPage = {
  /** How many sessions there are in all. */
  total: number;
  /** At most as many as were asked for, newest first. */
  rows: SessionRow[];
};

type RatingRow = RatingProgress & { sessionId: string; sawOthersAt: string | null };
type Bare = Omit<SessionRow, 'ratings' | 'picture' | 'sight' | 'hiddenRatings'> & { picture: number | null };

export function library(db: Db, work: BlindWork) {
  const search = sessionSearch(db, work);
  const countSessions = db.prepare<[], number>(`select count(*) from session`).pluck();
  const countWaiting = db
    .prepare<[string], number>(
      `select count(distinct session_id) from rating where rater_id = ? and submitted_at is null`,
    )
    .pluck();
  const selectIds = db
    .prepare<[object], string>(`select id from session order by date desc, id desc limit @count offset @from`)
    .pluck();
  const selectOfGroup = db.prepare<[string], FoundSession>(
    `select id, group_id as groupId from session where group_id = ? order by date desc, id desc`,
  );
  const selectWaiting = db.prepare<[string], FoundSession>(
    `select id, group_id as groupId from session
     where id in (select session_id from rating where rater_id = ? and submitted_at is null)
     order by date desc, id desc`,
  );
  const selectSession = db.prepare<[string], Bare>(
    `select s.id, s.date, s.number, s.patients_present as patientsPresent, s.group_id as groupId,
       first.therapist_id as firstTherapistId, second.therapist_id as secondTherapistId,
       r.id as recordingId, r.name as recordingName, r.duration_ms as durationMs, r.picture
     from session s
     left join session_therapist first on first.session_id = s.id and first.position = 'first'
     left join session_therapist second on second.session_id = s.id and second.position = 'second'
     left join recording r on r.session_id = s.id
     where s.id = ?`,
  );
  const selectRatings = db.prepare<[string], RatingRow>(
    `select rating.session_id as sessionId, rating.id as ratingId, rater.id as raterId,
       rater.name as raterName, rating.purpose, rating.version,
       rating.submitted_at as submittedAt, rating.saw_others_at as sawOthersAt,
       (select count(*) from score
          join edition_item rule on rule.edition_id = rating.scale_edition and rule.item = score.item
          where score.rating_id = rating.id
          and (score.quality is not null and (score.adherence is not null or rule.takes_adherence = 0)
            or score.no_occasion = 1)) as itemsDone,
       (select count(*) from mark where mark.rating_id = rating.id) as marks,
       overall.quality as overallQuality
     from rating
     join rater on rater.id = rating.rater_id
     left join overall on overall.rating_id = rating.id
     where rating.session_id = ?
     order by rating.started_at, rating.id`,
  );

  const waitingFor = (viewer: Viewer): FoundSession[] =>
    viewer === undefined ? [] : selectWaiting.all(viewer.id);

  /** The ids of what is sought, when that is not simply all. */
  function narrowed(
    { groupId, waiting }: SoughtSessions,
    words: readonly string[],
    viewer: Viewer,
  ): string[] {
    const inGroup = (session: FoundSession) => groupId === null || session.groupId === groupId;
    const ids = (found: FoundSession[]) => found.filter(inGroup).map(({ id }) => id);
    if (words.length > 0) {
      const found = ids(search.find(words, viewer));
      if (!waiting) return found;
      const waits = new Set(waitingFor(viewer).map(({ id }) => id));
      return found.filter((id) => waits.has(id));
    }
    return ids(waiting || groupId === null ? waitingFor(viewer) : selectOfGroup.all(groupId));
  }

  /** Undefined when there is no such session. */
  function row(sessionId: string, viewer: Viewer, kept = work.of(viewer)): SessionRow | undefined {
    const session = selectSession.get(sessionId);
    if (session === undefined) return undefined;
    const picture = session.picture === null ? null : session.picture === 1;
    return { ...session, picture, ...shown(selectRatings.all(sessionId), viewer, kept.has(sessionId)) };
  }

  return {
    row: (sessionId: string, viewer: Viewer): SessionRow | undefined => row(sessionId, viewer),

    /** How many sessions there are, and how many wait for the viewer. */
    counts: (viewer: Viewer): { sessions: number; waiting: number } => ({
      sessions: countSessions.get() ?? 0,
      waiting: viewer === undefined ? 0 : (countWaiting.get(viewer.id) ?? 0),
    }),

    /** A page of the sessions that are sought, each with the ratings that the viewer may see. */
    sessions(asked: SoughtSessions & { from: number; count: number }, viewer: Viewer): SessionPage {
      const { from, count } = asked;
      const words = wordsOf(asked.sought);
      const all = words.length === 0 && asked.groupId === null && !asked.waiting;
      const found = all ? undefined : narrowed(asked, words, viewer);
      const kept = work.of(viewer);
      const ids = found?.slice(from, from + count) ?? selectIds.all({ from, count });
      return {
        total: found?.length ?? countSessions.get() ?? 0,
        rows: ids.flatMap((id) => row(id, viewer, kept) ?? []),
      };
    },
  };
}

/** What a viewer sees of the ratings of one session. */
function shown(
  versions: readonly RatingRow[],
  viewer: Viewer,
  hasWork: boolean,
): Pick<SessionRow, 'ratings' | 'sight' | 'hiddenRatings'> {
  const sight = sightOf(viewer, versions, hasWork);
  const standing = latest(versions);
  const seen = standing.filter(({ raterId }) => sight !== 'hidden' || raterId === viewer?.id);
  return {
    sight,
    hiddenRatings: standing.length - seen.length,
    ratings: seen.map(({ sessionId: _, sawOthersAt: __, ...rating }) =>
      sight === 'open' || rating.raterId === viewer?.id ? rating : { ...rating, overallQuality: null },
    ),
  };
}
