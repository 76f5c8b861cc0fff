/** Read model of the library place: every session with its recording and who rated it how far. */
import type { Purpose } from './model.ts';
import type { Db } from './open.ts';

export type RatingProgress = {
  ratingId: string;
  raterId: string;
  raterName: string;
  purpose: Purpose;
  /** Items with quality, and adherence where the edition has it, or with 'no occasion'; 0 to 19. */
  itemsDone: number;
  marks: number;
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
};

export function library(db: Db) {
  const selectSessions = db.prepare<[], Omit<SessionRow, 'ratings' | 'picture'> & { picture: number | null }>(
    `select s.id, s.date, s.number, s.patients_present as patientsPresent, s.group_id as groupId,
       first.therapist_id as firstTherapistId, second.therapist_id as secondTherapistId,
       r.id as recordingId, r.name as recordingName, r.duration_ms as durationMs, r.picture
     from session s
     left join session_therapist first on first.session_id = s.id and first.position = 'first'
     left join session_therapist second on second.session_id = s.id and second.position = 'second'
     left join recording r on r.session_id = s.id
     order by s.date desc, s.id desc`,
  );
  const selectRatings = db.prepare<[], RatingProgress & { sessionId: string }>(
    `select rating.session_id as sessionId, rating.id as ratingId, rater.id as raterId,
       rater.name as raterName, rating.purpose,
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
    sessions(): SessionRow[] {
      const bySession = Map.groupBy(selectRatings.all(), (rating) => rating.sessionId);
      return selectSessions.all().map((session) => ({
        ...session,
        picture: session.picture === null ? null : session.picture === 1,
        ratings: (bySession.get(session.id) ?? []).map(({ sessionId: _, ...rating }) => rating),
      }));
    },
  };
}
