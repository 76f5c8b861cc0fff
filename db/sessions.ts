import { given } from './changed.ts';
import type { Changes } from './changes.ts';
import type { Session, SessionChange } from './model.ts';
import type { Db } from './open.ts';

type Position = 'first' | 'second';

export function sessions(db: Db, log: Changes, newId: () => string) {
  const insert = db.prepare(
    `insert into session (id, group_id, date, number, patients_present)
     values (@id, @groupId, @date, @number, @patientsPresent)`,
  );
  const update = db.prepare(
    `update session set group_id = @groupId, date = @date, number = @number,
       patients_present = @patientsPresent where id = @id`,
  );
  const clearTherapists = db.prepare(`delete from session_therapist where session_id = ?`);
  const insertTherapist = db.prepare(
    `insert into session_therapist (session_id, position, therapist_id) values (?, ?, ?)`,
  );
  const select = db.prepare<[string], Session>(
    `select s.id, s.group_id as groupId, s.date, s.number, s.patients_present as patientsPresent,
       first.therapist_id as firstTherapistId, second.therapist_id as secondTherapistId
     from session s
     left join session_therapist first on first.session_id = s.id and first.position = 'first'
     left join session_therapist second on second.session_id = s.id and second.position = 'second'
     where s.id = ?`,
  );
  function seat(session: Session): void {
    clearTherapists.run(session.id);
    const seats: [Position, string | null][] = [
      ['first', session.firstTherapistId],
      ['second', session.secondTherapistId],
    ];
    for (const [position, therapistId] of seats) {
      if (therapistId !== null) insertTherapist.run(session.id, position, therapistId);
    }
  }

  return {
    add: db.transaction((fields: Omit<Session, 'id'>): Session => {
      const session = { id: newId(), ...fields };
      insert.run(session);
      seat(session);
      log.append({ noun: 'session', nounId: session.id, after: session });
      return session;
    }),

    /** Changes the fields that are given; false when there is no such session. */
    edit: db.transaction((change: SessionChange): boolean => {
      const before = select.get(change.id);
      if (before === undefined) return false;
      const session = { ...before, ...given(change) };
      update.run(session);
      seat(session);
      log.append({ noun: 'session', nounId: session.id, before, after: session });
      return true;
    }),

    find: (id: string): Session | undefined => select.get(id),
  };
}
