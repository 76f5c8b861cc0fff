import type { Changes } from './changes.ts';
import type { Rating, Score } from './model.ts';
import type { Db } from './open.ts';
import { scaleEdition } from './scale.ts';

export type SessionScore = Omit<Score, 'note'>;

const columns = `id, session_id as sessionId, rater_id as raterId, purpose,
  scale_edition as scaleEdition, started_at as startedAt, position_ms as positionMs, version,
  amend_reason as amendReason, submitted_at as submittedAt, saw_others_at as sawOthersAt`;

export function ratings(db: Db, log: Changes, newId: () => string, now: () => Date) {
  const insert = db.prepare(
    `insert into rating (id, session_id, rater_id, purpose, scale_edition, started_at, position_ms)
     values (@id, @sessionId, @raterId, @purpose, @scaleEdition, @startedAt, @positionMs)`,
  );
  const select = db.prepare<[string], Rating>(`select ${columns} from rating where id = ?`);
  const selectEdition = db.prepare<[], { id: string }>(`select id from edition where in_use = 1`);
  const selectSame = db.prepare<[object], Rating>(
    `select ${columns} from rating
     where session_id = @sessionId and rater_id = @raterId and purpose = @purpose
     order by version desc limit 1`,
  );
  const selectScores = db.prepare<[string], Omit<SessionScore, 'noOccasion'> & { noOccasion: number }>(
    `select rating_id as ratingId, item, adherence, quality, no_occasion as noOccasion
     from score join rating on rating.id = score.rating_id
     where rating.session_id = ? order by rating_id, item`,
  );
  const updatePosition = db.prepare(`update rating set position_ms = ? where id = ?`);

  return {
    /** Opens the one rating of a session by a rater for a purpose, and makes it when it is the first time. */
    begin: db.transaction((fields: Pick<Rating, 'sessionId' | 'raterId' | 'purpose'>): Rating => {
      const known = selectSame.get(fields);
      if (known !== undefined) return known;
      const rating: Rating = {
        id: newId(),
        ...fields,
        // It keeps the edition it begins with.
        scaleEdition: selectEdition.get()?.id ?? scaleEdition,
        startedAt: now().toISOString(),
        positionMs: 0,
        version: 1,
        amendReason: null,
        submittedAt: null,
        sawOthersAt: null,
      };
      insert.run(rating);
      log.append({
        noun: 'rating',
        nounId: rating.id,
        raterId: rating.raterId,
        after: rating,
      });
      return rating;
    }),

    find: (id: string): Rating | undefined => select.get(id),

    /** Every score of every rating of a session. */
    scoresOfSession: (sessionId: string): SessionScore[] =>
      selectScores.all(sessionId).map((row) => ({ ...row, noOccasion: row.noOccasion === 1 })),

    /** Remembers where the rater was. Not a judgement, so not in the log. */
    keepPosition(id: string, positionMs: number): void {
      updatePosition.run(positionMs, id);
    },
  };
}
