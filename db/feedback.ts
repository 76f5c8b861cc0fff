/** What raters write to therapists: about a session, or about the progress of one of them. */
import type { Changes } from './changes.ts';
import type { Feedback, FeedbackAbout } from './model.ts';
import type { Db } from './open.ts';

export function feedback(db: Db, log: Changes) {
  const columns = `feedback.rater_id as raterId, rater.name as raterName, feedback.text`;
  const selectOfSession = db.prepare<[string], Feedback>(
    `select ${columns} from feedback join rater on rater.id = feedback.rater_id
     where feedback.session_id = ? order by feedback.rater_id`,
  );
  const selectOfTherapist = db.prepare<[string], Feedback>(
    `select ${columns} from feedback join rater on rater.id = feedback.rater_id
     where feedback.therapist_id = ? order by feedback.rater_id`,
  );
  const dropOfSession = db.prepare(`delete from feedback where session_id = ? and rater_id = ?`);
  const dropOfTherapist = db.prepare(`delete from feedback where therapist_id = ? and rater_id = ?`);
  const insert = db.prepare(
    `insert into feedback (rater_id, session_id, therapist_id, text)
     values (@raterId, @sessionId, @therapistId, @text)`,
  );

  const of = (about: FeedbackAbout): Feedback[] =>
    'sessionId' in about ? selectOfSession.all(about.sessionId) : selectOfTherapist.all(about.therapistId);

  return {
    of,

    /** Puts what a rater writes, in place of what stood there; nothing is left of an empty text. */
    put: db.transaction((raterId: string, about: FeedbackAbout, text: string): void => {
      const before = of(about).find((one) => one.raterId === raterId)?.text;
      const after = text.trim() === '' ? undefined : text;
      if (before === after) return;
      const nounId = 'sessionId' in about ? about.sessionId : about.therapistId;
      if ('sessionId' in about) dropOfSession.run(nounId, raterId);
      else dropOfTherapist.run(nounId, raterId);
      if (after !== undefined) {
        insert.run({ raterId, sessionId: null, therapistId: null, ...about, text: after });
      }
      const logged = (words: string | undefined) =>
        words === undefined ? undefined : { ...about, text: words };
      log.append({ noun: 'feedback', nounId, raterId, before: logged(before), after: logged(after) });
    }),
  };
}
