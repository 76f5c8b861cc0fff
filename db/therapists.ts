import type { Changes } from './changes.ts';
import type { Therapist } from './model.ts';
import type { Db } from './open.ts';

export function therapists(db: Db, log: Changes, newId: () => string) {
  const insert = db.prepare(`insert into therapist (id, code, name) values (@id, @code, @name)`);
  const selectAll = db.prepare<[], Therapist>(`select id, code, name from therapist order by code, id`);
  const selectByCode = db.prepare<[string], Therapist>(`select id, code, name from therapist where code = ?`);

  /** A code names one therapist: adding it again gives the one who has it. */
  const add = db.transaction((fields: Omit<Therapist, 'id'>): Therapist => {
    const known = selectByCode.get(fields.code);
    if (known !== undefined) return known;
    const therapist = { id: newId(), ...fields };
    insert.run(therapist);
    log.append({ noun: 'therapist', nounId: therapist.id, after: therapist });
    return therapist;
  });

  return { add, all: (): Therapist[] => selectAll.all() };
}
