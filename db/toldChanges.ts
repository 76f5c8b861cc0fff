/** Which changes of the log tell of something, and of all that hangs on it. */
import type { Db } from './open.ts';
import type { Deletable, Going } from './whatGoes.ts';

export function toldChanges(db: Db, going: Pick<Going, 'selfOf'>) {
  const ids = (sql: string) => db.prepare<[string], string>(sql).pluck();
  const changes = (sql: string) => db.prepare<object, number>(sql).pluck();
  const left = `erased_by is null and erases is null`;
  const changesOfRating = changes(`select id from change where rating_id = @id and ${left}`);
  const changesOf = changes(
    `select id from change where rating_id is null and noun = @noun and noun_id = @id and ${left}`,
  );
  // An event that was removed before still tells whose it was.
  const changesOfEvents = changes(
    `select id from change where rating_id is null and noun = 'event' and ${left}
       and instr(coalesce(before, '') || coalesce(after, ''), @id) > 0`,
  );
  const changesOfFeedbackBy = changes(
    `select id from change where rating_id is null and noun = 'feedback' and rater_id = @id and ${left}`,
  );
  const ratingsOfSession = ids(`select id from rating where session_id = ?`);
  const ratingsOfRater = ids(`select id from rating where rater_id = ?`);
  // Of every recording that the session ever had.
  const changesOfRecordings = changes(
    `select id from change where rating_id is null and noun = 'recording' and ${left}
       and instr(coalesce(before, '') || coalesce(after, ''), @id) > 0`,
  );
  const ofRatings = (ratingIds: readonly string[]): number[] =>
    ratingIds.flatMap((id) => [...changesOfRating.all({ id }), ...changesOf.all({ noun: 'rating', id })]);
  const ofRater = (id: string): number[] => [
    ...ofRatings(ratingsOfRater.all(id)),
    ...changesOf.all({ noun: 'rater', id }),
    ...changesOfFeedbackBy.all({ id }),
  ];

  /** Their numbers; deletions among them are left out: they tell in numbers only. */
  return function toldOf({ noun, id }: Deletable): number[] {
    const own = changesOf.all({ noun, id });
    const about = (...nouns: string[]) => nouns.flatMap((one) => changesOf.all({ noun: one, id }));
    switch (noun) {
      case 'session':
        return [
          ...own,
          ...about('phase', 'transcript', 'feedback'),
          ...changesOfRecordings.all({ id }),
          ...ofRatings(ratingsOfSession.all(id)),
        ];
      case 'recording':
        return own;
      case 'therapist': {
        const self = going.selfOf(id);
        return [
          ...own,
          ...about('feedback'),
          ...changesOfEvents.all({ id }),
          ...(self === undefined ? [] : ofRater(self)),
        ];
      }
      case 'group':
        return [...own, ...changesOfEvents.all({ id })];
      case 'rater':
        return ofRater(id);
      default:
        return noun satisfies never;
    }
  };
}
