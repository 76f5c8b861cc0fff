/** The sessions of a programme: for practice, for tests, for checks, each with its standard. */
import { isDeepStrictEqual } from 'node:util';
import type { Changes } from './changes.ts';
import type { NewProgrammeSession, Session } from './model.ts';
import type { Db } from './open.ts';

/** A session as lists name it. */
export type NamedSession = Pick<Session, 'id' | 'date' | 'number' | 'groupId'>;
/** A session of a programme. */
export type PutSession = Omit<NewProgrammeSession, 'programmeId'> &
  Omit<NamedSession, 'id'> & {
    hasRecording: boolean;
    /** How many raters have it to rate, or have rated it, for the programme. */
    assigned: number;
  };

type Key = Pick<NewProgrammeSession, 'programmeId' | 'sessionId'>;
type Row = Omit<PutSession, 'hasRecording'> & { hasRecording: number };

export type ProgrammeSessions = ReturnType<typeof programmeSessions>;

export function programmeSessions(db: Db, log: Changes, now: () => Date) {
  const upsert = db.prepare(
    `insert into programme_session (programme_id, session_id, part, test_set, standard_id, standard_at)
     values (@programmeId, @sessionId, @part, @testSet, @standardId, @standardAt)
     on conflict (programme_id, session_id) do update set part = @part, test_set = @testSet,
       standard_id = @standardId, standard_at = @standardAt`,
  );
  const drop = db.prepare(
    `delete from programme_session where programme_id = @programmeId and session_id = @sessionId`,
  );
  const select = db.prepare<[Key], NewProgrammeSession>(
    `select programme_id as programmeId, session_id as sessionId, part, test_set as testSet,
       standard_id as standardId
     from programme_session where programme_id = @programmeId and session_id = @sessionId`,
  );
  const selectAll = db.prepare<[string], Row>(
    `select put.session_id as sessionId, put.part, put.test_set as testSet, put.standard_id as standardId,
       session.date, session.number, session.group_id as groupId,
       exists (select 1 from recording where recording.session_id = put.session_id) as hasRecording,
       (select count(*) from assignment join enrolment on enrolment.id = assignment.enrolment_id
        where assignment.session_id = put.session_id
          and enrolment.programme_id = put.programme_id) as assigned
     from programme_session put join session on session.id = put.session_id
     where put.programme_id = ?
     order by session.date, session.number, session.id`,
  );
  const selectAssigned = db.prepare<[Key], number>(
    `select 1 from assignment join enrolment on enrolment.id = assignment.enrolment_id
     where assignment.session_id = @sessionId and enrolment.programme_id = @programmeId limit 1`,
  );
  const selectGivenSet = db.prepare<[object], number>(
    `select 1 from enrolment join assignment on assignment.enrolment_id = enrolment.id
     where enrolment.programme_id = @programmeId and assignment.attempt = @testSet limit 1`,
  );

  const selectIds = db
    .prepare<[object], string>(
      `select session_id from programme_session where programme_id = @programmeId
       union
       select a.session_id from enrolment e join assignment a on a.enrolment_id = e.id
       where e.programme_id = @programmeId`,
    )
    .pluck();

  const keyOf = ({ programmeId, sessionId }: Key): Key => ({ programmeId, sessionId });
  /** What was given to one rater is to be the same for the next. */
  const isGiven = (programmeId: string, testSet: number | null): boolean =>
    testSet !== null && selectGivenSet.get({ programmeId, testSet }) !== undefined;
  const isFixed = (put: NewProgrammeSession): boolean =>
    selectAssigned.get(keyOf(put)) !== undefined || isGiven(put.programmeId, put.testSet);

  return {
    find: (key: Key): NewProgrammeSession | undefined => select.get(keyOf(key)),

    /** Of its sessions, and of others that somebody rates for it: double codings. */
    ids: (programmeId: string): ReadonlySet<string> => new Set(selectIds.all({ programmeId })),

    /** In order of day. */
    ofProgramme: (programmeId: string): PutSession[] =>
      selectAll.all(programmeId).map((row) => ({ ...row, hasRecording: row.hasRecording === 1 })),

    /** Adds it, or changes its part and standard; false once it, or its set of the test, is given to somebody. */
    put: db.transaction((put: NewProgrammeSession): boolean => {
      const before = select.get(keyOf(put));
      if (isFixed(put) || (before !== undefined && isFixed(before))) return false;
      if (isDeepStrictEqual(before, put)) return true;
      upsert.run({ ...put, standardAt: put.standardId === null ? null : now().toISOString() });
      log.append({ noun: 'programmeSession', nounId: nounIdOf(put), before, after: put });
      return true;
    }),

    /** False when it is not there, or it, or its set of the test, is given to somebody. */
    remove: db.transaction((key: Key): boolean => {
      const before = select.get(keyOf(key));
      if (before === undefined || isFixed(before)) return false;
      drop.run(keyOf(key));
      log.append({ noun: 'programmeSession', nounId: nounIdOf(key), before });
      return true;
    }),
  };
}

const nounIdOf = ({ programmeId, sessionId }: Key): string => `${programmeId}/${sessionId}`;
