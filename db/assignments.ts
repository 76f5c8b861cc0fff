/** What enrolled raters are to rate, each in an order that was drawn once, and how far they are. */
import { isAskedFor } from './assignmentRating.ts';
import type { Changes } from './changes.ts';
import type { Session, WorkKind } from './model.ts';
import type { Db } from './open.ts';

export type Assignment = {
  id: string;
  enrolmentId: string;
  sessionId: string;
  kind: WorkKind;
  /** Of a test. */
  attempt: number | null;
  /** From 1, in the order in which it is to be rated. */
  position: number;
  /** What it will be compared with; of a double coding the other rater's rating. */
  standardId: string | null;
  assignedAt: string;
};

/** An assignment with the rating that was begun for it. */
export type Work = Assignment & {
  programmeId: string;
  raterId: string;
  /** Whether the enrolment has ended. */
  ended: boolean;
  ratingId: string | null;
  submittedAt: string | null;
};
/** The same as a list shows it. */
export type ListedWork = Work &
  Pick<Session, 'date' | 'number' | 'groupId'> & {
    programmeName: string;
    hasRecording: boolean;
    itemsDone: number;
  };

/** A session that is to be assigned, and what it will be compared with. */
export type ToRate = { sessionId: string; standardId: string };
type Kind = Pick<Assignment, 'kind' | 'attempt'>;
type Flag<T, Name extends keyof T> = Omit<T, Name> & Record<Name, number>;

export type Assignments = ReturnType<typeof assignments>;

const columns = `a.id, a.enrolment_id as enrolmentId, a.session_id as sessionId, a.kind, a.attempt, a.position,
  a.standard_id as standardId, a.assigned_at as assignedAt, e.programme_id as programmeId, e.rater_id as raterId,
  e.ended_at is not null as ended, rating.id as ratingId, rating.submitted_at as submittedAt`;
const inOrder = `case a.kind when 'practice' then 1 when 'test' then 2 else 3 end, a.attempt, a.position, a.id`;

export function assignments(db: Db, log: Changes, newId: () => string, now: () => Date) {
  const insert = db.prepare(
    `insert into assignment (id, enrolment_id, session_id, kind, attempt, position, standard_id, assigned_at)
     values (@id, @enrolmentId, @sessionId, @kind, @attempt, @position, @standardId, @assignedAt)`,
  );
  const select = db.prepare<[string], Flag<Work, 'ended'>>(
    `select ${columns} from assignment a join enrolment e on e.id = a.enrolment_id
     left join rating on ${isAskedFor('a')} where a.id = ?`,
  );
  const selectOfEnrolment = db.prepare<[string], Flag<Work, 'ended'>>(
    `select ${columns} from enrolment e join assignment a on a.enrolment_id = e.id
     left join rating on ${isAskedFor('a')} where e.id = ? order by ${inOrder}`,
  );
  const selectOfRater = db.prepare<[string], Flag<ListedWork, 'ended' | 'hasRecording'>>(
    `select ${columns}, programme.name as programmeName, session.date, session.number,
       session.group_id as groupId,
       exists (select 1 from recording where recording.session_id = a.session_id) as hasRecording,
       (select count(*) from score
          join edition_item rule on rule.edition_id = rating.scale_edition and rule.item = score.item
          where score.rating_id = rating.id
          and (score.quality is not null and (score.adherence is not null or rule.takes_adherence = 0)
            or score.no_occasion = 1)) as itemsDone
     from enrolment e
     join programme on programme.id = e.programme_id
     join assignment a on a.enrolment_id = e.id
     join session on session.id = a.session_id
     left join rating on ${isAskedFor('a')}
     where e.rater_id = ? order by programme.name, programme.id, ${inOrder}`,
  );
  const selectLast = db
    .prepare<[object], number | null>(
      `select max(position) from assignment
       where enrolment_id = @enrolmentId and attempt is @attempt
         and (kind = 'practice') = (@kind = 'practice')`,
    )
    .pluck();
  const selectKnown = db.prepare<[object], number>(
    `select 1 from rating where rater_id = @raterId and session_id = @sessionId
     union all
     select 1 from assignment join enrolment on enrolment.id = assignment.enrolment_id
       where assignment.session_id = @sessionId and enrolment.rater_id = @raterId
     union all
     select 1 from rating join consensus_member member on member.rating_id = rating.id
       where rating.session_id = @sessionId and member.rater_id = @raterId
     limit 1`,
  );

  const selectKnownTo = db
    .prepare<[object], string>(
      `select session_id from rating where rater_id = @raterId
       union
       select a.session_id from enrolment join assignment a on a.enrolment_id = enrolment.id
         where enrolment.rater_id = @raterId
       union
       select rating.session_id from consensus_member member join rating on rating.id = member.rating_id
         where member.rater_id = @raterId`,
    )
    .pluck();

  const workOf = <T extends Work>(row: Flag<T, 'ended'>) => ({ ...row, ended: row.ended === 1 });

  return {
    find(id: string): Work | undefined {
      const row = select.get(id);
      return row && workOf<Work>(row);
    },
    /** Practice, tests by attempt, then checks and double codings; each in the order that was drawn. */
    ofEnrolment: (enrolmentId: string): Work[] => selectOfEnrolment.all(enrolmentId).map(workOf<Work>),
    /** The same over all programmes, in order of their names. */
    ofRater: (raterId: string): ListedWork[] =>
      selectOfRater
        .all(raterId)
        .map((row) => ({ ...row, ended: row.ended === 1, hasRecording: row.hasRecording === 1 })),

    /** Whether a rater has rated a session, has it to rate, or sat in a consensus meeting over it. */
    isKnown: (raterId: string, sessionId: string): boolean =>
      selectKnown.get({ raterId, sessionId }) !== undefined,
    /** All sessions of which that is so. */
    knownTo: (raterId: string): ReadonlySet<string> => new Set(selectKnownTo.all({ raterId })),

    /** Assigns sessions in the order given, after what was assigned before. One row in the log tells of all. */
    add: db.transaction((enrolmentId: string, { kind, attempt }: Kind, sessions: readonly ToRate[]): void => {
      if (sessions.length === 0) return;
      const last = selectLast.get({ enrolmentId, kind, attempt }) ?? 0;
      const assignedAt = now().toISOString();
      const added = sessions.map(
        (session, at): Assignment => ({
          id: newId(),
          enrolmentId,
          kind,
          attempt,
          position: last + at + 1,
          assignedAt,
          ...session,
        }),
      );
      for (const one of added) insert.run(one);
      log.append({ noun: 'assignment', nounId: enrolmentId, after: { assignments: added } });
    }),
  };
}
