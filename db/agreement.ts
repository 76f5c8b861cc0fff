/** Read model of agreement: the ratings of sessions that two or more have rated, as far as the viewer may see them. */

import { sightOf, type Viewer } from './blinding.ts';
import type { BlindWork } from './blindWork.ts';
import { type Levels, levelsOf } from './levels.ts';
import type { Overall, Rating, Score, Session } from './model.ts';
import type { Db } from './open.ts';

export type ComparedSession = Pick<Session, 'id' | 'date' | 'number' | 'groupId'>;
/** A version of a rating. */
export type ComparedRating = Pick<
  Rating,
  'sessionId' | 'raterId' | 'purpose' | 'scaleEdition' | 'version' | 'submittedAt' | 'sawOthersAt'
> & { ratingId: string };

export type Compared = {
  /** Oldest first. */
  sessions: ComparedSession[];
  /** Every version of their ratings, also what is not submitted. */
  ratings: ComparedRating[];
  /** Sessions that the viewer is still rating, or may not see yet: nothing of them is told. */
  withheld: ComparedSession[];
};

type ScoreRow = Pick<Score, 'item' | 'adherence' | 'quality'> & { noOccasion: number };

/** Sessions with ratings by different raters. */
const compared = `select session_id from rating group by session_id having min(rater_id) <> max(rater_id)`;

export function agreement(db: Db, work: BlindWork) {
  const selectSessions = db.prepare<[], ComparedSession>(
    `select s.id, s.date, s.number, s.group_id as groupId
     from (${compared}) found join session s on s.id = found.session_id
     order by s.date, s.number, s.id`,
  );
  const selectRatings = db.prepare<[], ComparedRating>(
    `select rating.id as ratingId, rating.session_id as sessionId, rating.rater_id as raterId, rating.purpose,
       rating.scale_edition as scaleEdition, rating.version, rating.submitted_at as submittedAt,
       rating.saw_others_at as sawOthersAt
     from (${compared}) found join rating on rating.session_id = found.session_id
     order by rating.session_id, rating.started_at, rating.id`,
  );
  const selectScores = db.prepare<[string], ScoreRow>(
    `select item, adherence, quality, no_occasion as noOccasion from score where rating_id = ?`,
  );
  const selectOverall = db.prepare<[string], Pick<Overall, 'adherence' | 'quality'>>(
    `select adherence, quality from overall where rating_id = ?`,
  );

  return {
    /** A session is open as a whole, or left out as a whole: one's own rating alone compares with nothing. */
    of(viewer: Viewer): Compared {
      const sessions = selectSessions.all();
      const bySession = Map.groupBy(selectRatings.all(), ({ sessionId }) => sessionId);
      const kept = work.of(viewer);
      const isOpen = ({ id }: ComparedSession) =>
        sightOf(viewer, bySession.get(id) ?? [], kept.has(id)) === 'open';
      const open = sessions.filter(isOpen);
      return {
        sessions: open,
        ratings: open.flatMap(({ id }) => bySession.get(id) ?? []),
        withheld: sessions.filter((session) => !isOpen(session)),
      };
    },

    /** Every level of a rating that `of` told of. */
    levels: (ratingId: string): Levels =>
      levelsOf(
        selectScores.all(ratingId).map((score) => ({ ...score, noOccasion: score.noOccasion === 1 })),
        selectOverall.get(ratingId),
      ),
  };
}
