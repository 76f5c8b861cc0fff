/** Standards: submitted ratings that others are compared with. Who set them, how, and when. */
import type { Rating, Session } from './model.ts';
import type { Db } from './open.ts';

export type StandardBy = {
  ratingId: string;
  how: 'consensus' | 'oneRater';
  /** Those who sat at the table, or the one rater. */
  names: string[];
  /** When it was agreed on, ISO-8601 UTC. */
  at: string;
};

type Row = { ratingId: string; purpose: Rating['purpose']; at: string };
type Choice = Row & { sessionId: string } & Pick<Session, 'date' | 'number' | 'groupId'>;

/** Neither who is in training nor a therapist, about the own work. */
const maySet = `rater.kind in ('supervisor', 'expert')`;

export function standards(db: Db) {
  const select = db.prepare<[string], Row>(
    `select id as ratingId, purpose, submitted_at as at from rating where id = ? and submitted_at is not null`,
  );
  const selectNames = db
    .prepare<[object], string>(
      `select name from rater
       where id in (
         select rater_id from rating where id = @ratingId
         union select rater_id from consensus_member where rating_id = @ratingId)
       order by name, id`,
    )
    .pluck();
  const selectFits = db.prepare<[object], number>(
    `select 1 from rating join rater on rater.id = rating.rater_id
     where rating.id = @ratingId and rating.session_id = @sessionId and rating.scale_edition = @editionId
       and rating.submitted_at is not null and ${maySet}`,
  );
  const selectChoices = db.prepare<[string], Choice>(
    `select rating.id as ratingId, rating.purpose, rating.submitted_at as at,
       session.id as sessionId, session.date, session.number, session.group_id as groupId
     from rating
     join rater on rater.id = rating.rater_id
     join session on session.id = rating.session_id
     where rating.scale_edition = ? and rating.submitted_at is not null
       and ${maySet}
     order by session.date desc, session.id, rating.purpose = 'consensus' desc, rating.submitted_at desc`,
  );

  const standardOf = ({ ratingId, purpose, at }: Row): StandardBy => ({
    ratingId,
    how: purpose === 'consensus' ? 'consensus' : 'oneRater',
    names: selectNames.all({ ratingId }),
    at,
  });

  return {
    /** Undefined when there is no such submitted rating. */
    find(ratingId: string): StandardBy | undefined {
      const row = select.get(ratingId);
      return row && standardOf(row);
    },

    /** Whether a rating is submitted, by a supervisor or an expert, of that session, and follows that edition. */
    fits: (standard: { ratingId: string; sessionId: string; editionId: string }): boolean =>
      selectFits.get(standard) !== undefined,

    /** Every submitted rating by a supervisor or an expert that follows an edition: of the newest session first, consensus first. */
    ofEdition: (editionId: string, isOpen: (sessionId: string) => boolean) =>
      [...Map.groupBy(selectChoices.all(editionId), ({ sessionId }) => sessionId)].flatMap(([id, rows]) => {
        const [first] = rows;
        if (first === undefined || !isOpen(id)) return [];
        const { date, number, groupId } = first;
        const ratings = rows.map((row) => ({ ...standardOf(row), editionId }));
        return [{ session: { id, date, number, groupId }, ratings }];
      }),
  };
}
