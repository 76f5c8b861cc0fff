import type { Changes } from './changes.ts';
import type { Rater } from './model.ts';
import type { Db } from './open.ts';

export function raters(db: Db, log: Changes, newId: () => string) {
  const columns = 'id, name, kind, therapist_id as therapistId';
  const insert = db.prepare(
    `insert into rater (id, name, kind, therapist_id) values (@id, @name, @kind, @therapistId)`,
  );
  const selectAll = db.prepare<[], Rater>(`select ${columns} from rater order by name, id`);
  const select = db.prepare<[string], Rater>(`select ${columns} from rater where id = ?`);
  const selectSelf = db.prepare<[string], Rater>(`select ${columns} from rater where therapist_id = ?`);
  const selectTherapist = db.prepare<[string], { code: string; name: string }>(
    `select code, name from therapist where id = ?`,
  );

  const insertLogged = (rater: Rater): Rater => {
    insert.run(rater);
    log.append({ noun: 'rater', nounId: rater.id, after: rater });
    return rater;
  };

  return {
    add: db.transaction(
      (fields: Pick<Rater, 'name' | 'kind'>): Rater =>
        insertLogged({ id: newId(), ...fields, therapistId: null }),
    ),

    /** The rater that a therapist is when rating an own session; made when first needed. */
    selfOf: db.transaction((therapistId: string): Rater | undefined => {
      const known = selectSelf.get(therapistId);
      if (known !== undefined) return known;
      const therapist = selectTherapist.get(therapistId);
      if (therapist === undefined) return undefined;
      return insertLogged({ id: newId(), name: therapist.name || therapist.code, kind: 'self', therapistId });
    }),

    find: (id: string): Rater | undefined => select.get(id),
    all: (): Rater[] => selectAll.all(),
  };
}
