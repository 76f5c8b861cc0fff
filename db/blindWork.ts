/**
 * Sessions that programmes keep from a viewer, whose judgement is still to come: the half of the blinding rule that
 * knows of programmes. They are
 *
 * - practice, checks and double codings until the own rating is submitted;
 * - all sessions of a test until the last of them is submitted, also after the enrolment has ended;
 * - what may still be given to the viewer in a test or a check: not what the viewer has rated, or sat in a consensus
 *   meeting over.
 *
 * From nobody in particular they keep what they keep from anybody: whoever sits there may be one of them.
 */
import { isAskedFor } from './assignmentRating.ts';
import type { Viewer } from './blinding.ts';
import type { Db } from './open.ts';

export type BlindWork = ReturnType<typeof blindWork>;

const isOpen = (assignment: 'a' | 'part') =>
  `not exists (select 1 from rating where ${isAskedFor(assignment)} and rating.submitted_at is not null)`;
/** Of the assignment `a`, or of the test that it belongs to, something is not submitted. */
const isUnfinished = `case a.kind
  when 'test' then exists (
    select 1 from assignment part
    where part.enrolment_id = a.enrolment_id and part.attempt = a.attempt and ${isOpen('part')})
  else e.ended_at is null and ${isOpen('a')} end`;

/** That `kept` may still be given, in a test or a check, to the rater of the enrolment `e` in its programme. */
const isStillToCome = `e.ended_at is null and kept.part in ('test', 'check')
  and not exists (
    select 1 from rating where rating.rater_id = e.rater_id and rating.session_id = kept.session_id
      and (rating.submitted_at is not null or rating.purpose = 'consensus'))
  and not exists (
    select 1 from rating join consensus_member member on member.rating_id = rating.id
    where rating.session_id = kept.session_id and member.rater_id = e.rater_id)`;

export function blindWork(db: Db) {
  const selectOwn = db
    .prepare<[object], string>(
      `select a.session_id from enrolment e join assignment a on a.enrolment_id = e.id
       where e.rater_id = @raterId and ${isUnfinished}
       union
       select kept.session_id from enrolment e join programme_session kept on kept.programme_id = e.programme_id
       where e.rater_id = @raterId and ${isStillToCome}`,
    )
    .pluck();
  const selectAnybodys = db
    .prepare<[], string>(
      `select a.session_id from enrolment e join assignment a on a.enrolment_id = e.id
       where ${isUnfinished}
       union
       select kept.session_id from programme_session kept
       where exists (select 1 from enrolment e where e.programme_id = kept.programme_id and ${isStillToCome})`,
    )
    .pluck();

  return {
    /** Ids of sessions. Read once for a list, however long. */
    of: (viewer: Viewer): ReadonlySet<string> =>
      new Set(viewer === undefined ? selectAnybodys.all() : selectOwn.all({ raterId: viewer.id })),
  };
}
