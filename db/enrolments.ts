/** Who is enrolled in which programme, and the certificates they hold. What the log keeps of it are ids. */
import type { Changes } from './changes.ts';
import type { Rater } from './model.ts';
import type { Db } from './open.ts';

export type Enrolment = {
  id: string;
  programmeId: string;
  raterId: string;
  enrolledAt: string;
  endedAt: string | null;
};
export type EnrolledRater = Enrolment & { raterName: string; raterKind: Rater['kind'] };
export type IssuedCertificate = {
  id: string;
  enrolmentId: string;
  attempt: number;
  /** ISO-8601 UTC. */
  issuedAt: string;
  /** YYYY-MM-DD. */
  validUntil: string;
};

export type Enrolments = ReturnType<typeof enrolments>;

export function enrolments(db: Db, log: Changes, newId: () => string, now: () => Date) {
  const columns = `enrolment.id, programme_id as programmeId, rater_id as raterId, enrolled_at as enrolledAt,
    ended_at as endedAt`;
  const insert = db.prepare(
    `insert into enrolment (id, programme_id, rater_id, enrolled_at)
     values (@id, @programmeId, @raterId, @enrolledAt)`,
  );
  const updateEnd = db.prepare(`update enrolment set ended_at = @endedAt where id = @id`);
  const select = db.prepare<[string], Enrolment>(`select ${columns} from enrolment where id = ?`);
  const selectOne = db.prepare<[object], Enrolment>(
    `select ${columns} from enrolment where programme_id = @programmeId and rater_id = @raterId`,
  );
  const selectOfProgramme = db.prepare<[string], EnrolledRater>(
    `select ${columns}, rater.name as raterName, rater.kind as raterKind
     from enrolment join rater on rater.id = enrolment.rater_id
     where programme_id = ? order by rater.name, rater.id`,
  );
  const selectOfRater = db.prepare<[string], Enrolment>(
    `select ${columns} from enrolment where rater_id = ?`,
  );
  const selectCertificates = db.prepare<[string], IssuedCertificate>(
    `select id, enrolment_id as enrolmentId, attempt, issued_at as issuedAt, valid_until as validUntil
     from certificate where enrolment_id = ? order by attempt`,
  );

  function end(before: Enrolment, endedAt: string | null): void {
    updateEnd.run({ id: before.id, endedAt });
    log.append({ noun: 'enrolment', nounId: before.id, before, after: { ...before, endedAt } });
  }

  return {
    find: (id: string): Enrolment | undefined => select.get(id),
    of: (who: Pick<Enrolment, 'programmeId' | 'raterId'>): Enrolment | undefined => selectOne.get(who),
    /** In order of name. */
    ofProgramme: (programmeId: string): EnrolledRater[] => selectOfProgramme.all(programmeId),
    ofRater: (raterId: string): Enrolment[] => selectOfRater.all(raterId),
    /** In order of attempt. */
    certificates: (enrolmentId: string): IssuedCertificate[] => selectCertificates.all(enrolmentId),

    /** Enrols a rater, or takes back one who left; undefined when the rater is enrolled already. */
    enrol: db.transaction((who: Pick<Enrolment, 'programmeId' | 'raterId'>): Enrolment | undefined => {
      const before = selectOne.get(who);
      if (before !== undefined) {
        if (before.endedAt === null) return undefined;
        end(before, null);
        return { ...before, endedAt: null };
      }
      const enrolment = { id: newId(), ...who, enrolledAt: now().toISOString(), endedAt: null };
      insert.run({ ...enrolment });
      log.append({ noun: 'enrolment', nounId: enrolment.id, after: enrolment });
      return enrolment;
    }),

    /** False when there is no such enrolment, or it has ended. */
    end: db.transaction((id: string): boolean => {
      const before = select.get(id);
      if (before === undefined || before.endedAt !== null) return false;
      end(before, now().toISOString());
      return true;
    }),
  };
}
