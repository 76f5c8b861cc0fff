/** Read model of the library place: every session with its recording and who rated it how far. */
import { type Sight, sightOf, type Viewer } from './blinding.ts';
import type { Purpose } from './model.ts';
import type { Db } from './open.ts';

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

type RatingRow = RatingProgress & { sessionId: string; sawOthersAt: string | null };
type Bare = Omit<SessionRow, 'ratings' | 'picture' | 'sight' | 'hiddenRatings'> & { picture: number | null };

export function library(db: Db) {
  const selectSessions = db.prepare<[], Bare>(
    `select s.id, s.date, s.number, s.patients_present as patientsPresent, s.group_id as groupId,
       first.therapist_id as firstTherapistId, second.therapist_id as secondTherapistId,
       r.id as recordingId, r.name as recordingName, r.duration_ms as durationMs, r.picture
     from session s
     left join session_therapist first on first.session_id = s.id and first.position = 'first'
     left join session_therapist second on second.session_id = s.id and second.position = 'second'
     left join recording r on r.session_id = s.id
     order by s.date desc, s.id desc`,
  );
  const selectRatings = db.prepare<[], RatingRow>(
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
     order by rating.started_at, rating.id`,
  );

  return {
    /** Every session, newest first, with the ratings that the viewer may see. */
    sessions(viewer: Viewer): SessionRow[] {
      const bySession = Map.groupBy(selectRatings.all(), (rating) => rating.sessionId);
      return selectSessions.all().map((session) => ({
        ...session,
        picture: session.picture === null ? null : session.picture === 1,
        ...shown(bySession.get(session.id) ?? [], viewer),
      }));
    },
  };
}

/** What a viewer sees of the ratings of one session. */
function shown(
  versions: readonly RatingRow[],
  viewer: Viewer,
): Pick<SessionRow, 'ratings' | 'sight' | 'hiddenRatings'> {
  const sight = sightOf(viewer, versions);
  const latest = versions.filter(
    (one) =>
      !versions.some(
        (other) =>
          other.raterId === one.raterId && other.purpose === one.purpose && other.version > one.version,
      ),
  );
  const seen = latest.filter(({ raterId }) => sight !== 'hidden' || raterId === viewer?.id);
  return {
    sight,
    hiddenRatings: latest.length - seen.length,
    ratings: seen.map(({ sessionId: _, sawOthersAt: __, ...rating }) =>
      sight === 'open' || rating.raterId === viewer?.id ? rating : { ...rating, overallQuality: null },
    ),
  };
}
