/** Sessions that raters rated on their own: what double coding is counted over. */
import type { Rating } from './model.ts';
import type { Db } from './open.ts';
import type { NamedSession } from './programmeSessions.ts';

/** A first version, submitted without having seen others' ratings. */
export type RatedAlone = Pick<Rating, 'raterId' | 'sessionId'> &
  Omit<NamedSession, 'id'> & { ratingId: string; submittedAt: string };

export function ratedAlone(db: Db) {
  const columns = `rating.id as ratingId, rating.rater_id as raterId, rating.session_id as sessionId,
    rating.submitted_at as submittedAt, session.date, session.number, session.group_id as groupId`;
  const isAlone = `rating.scale_edition = @editionId and rating.version = 1 and rating.submitted_at is not null
    and rating.saw_others_at is null`;
  const selectOfRater = db.prepare<[object], RatedAlone>(
    `select ${columns} from rating join session on session.id = rating.session_id
     where rating.rater_id = @raterId and ${isAlone} and rating.purpose in ('supervision', 'research')
       and rating.started_at >= @since
     order by session.date desc, session.id, rating.submitted_at`,
  );
  const selectOfSession = db.prepare<[object], RatedAlone>(
    `select ${columns} from rating join session on session.id = rating.session_id
     where rating.session_id = @sessionId and ${isAlone}
       and rating.purpose in ('supervision', 'research', 'certification')
     order by rating.submitted_at, rating.id`,
  );

  return {
    /** In everyday work, begun since a time, ISO-8601 UTC. Newest session first. */
    byRater: (asked: { raterId: string; editionId: string; since: string }): RatedAlone[] =>
      selectOfRater.all(asked),
    /** By anybody, also when it was asked for as a double coding. The earliest first. */
    ofSession: (asked: { sessionId: string; editionId: string }): RatedAlone[] => selectOfSession.all(asked),
  };
}
