/** Gives people and groups another name; the one before can be forgotten by the log as well. */
import type { Changes } from './changes.ts';
import type { Group, Rater, Therapist } from './model.ts';
import type { Db } from './open.ts';
import { record } from './tidy.ts';

export type Named =
  | { noun: 'therapist'; id: string; name: string; code: string }
  | { noun: 'group'; id: string; name: string }
  | { noun: 'rater'; id: string; name: string };

/** `taken`: another one has that code or name. Nothing was changed unless it is `renamed`. */
export type Renamed = 'renamed' | 'taken' | 'gone';

export function naming(db: Db, log: Changes) {
  const therapist = db.prepare<[string], Therapist>(`select id, code, name from therapist where id = ?`);
  const withCode = db.prepare<[string], string>(`select id from therapist where code = ?`).pluck();
  const group = db.prepare<[string], Group>(
    `select id, name, format, usual_minutes as usualMinutes from "group" where id = ?`,
  );
  const raterColumns = `id, name, kind, therapist_id as therapistId`;
  const rater = db.prepare<[string], Rater>(`select ${raterColumns} from rater where id = ?`);
  const selfOf = db.prepare<[string], Rater>(`select ${raterColumns} from rater where therapist_id = ?`);
  const putTherapist = db.prepare(`update therapist set code = @code, name = @name where id = @id`);
  const putGroup = db.prepare(`update "group" set name = @name where id = @id`);
  const putRater = db.prepare(`update rater set name = @name where id = @id`);
  const told = db
    .prepare<object, number>(
      `select id from change where rating_id is null and noun = @noun and noun_id = @id
         and erased_by is null and erases is null`,
    )
    .pluck();

  const leaves = db.prepare(`insert into leaving (name) values (?) on conflict do nothing`);

  type About = Pick<Named, 'noun' | 'id'>;
  /** Tells the log; where the name before is to be forgotten, it does not learn it again. */
  function tell({ noun, id }: About, before: object, after: object, forgetBy: string | undefined): void {
    if (forgetBy === undefined) {
      log.append({ noun, nounId: id, before, after });
      return;
    }
    const earlier = told.all({ noun, id });
    log.append({ noun, nounId: id, before: { id }, after });
    log.erase({ raterId: forgetBy, noun, nounId: id, counts: {}, gone: false }, earlier);
    leaves.run(record);
  }

  function renameRater(before: Rater, name: string, forgetBy: string | undefined): void {
    if (before.name === name) return;
    putRater.run({ id: before.id, name });
    tell({ noun: 'rater', id: before.id }, before, { ...before, name }, forgetBy);
  }

  const run = db.transaction((named: Named, forgetBy: string | undefined): Renamed => {
    const { id, name } = named;
    if (named.noun === 'rater') {
      const before = rater.get(id);
      if (before === undefined) return 'gone';
      renameRater(before, name, forgetBy);
      return 'renamed';
    }
    if (named.noun === 'group') {
      const before = group.get(id);
      if (before === undefined) return 'gone';
      putGroup.run({ id, name });
      tell(named, before, { ...before, name }, forgetBy);
      return 'renamed';
    }
    const before = therapist.get(id);
    if (before === undefined) return 'gone';
    const { code } = named;
    if ((withCode.get(code) ?? id) !== id) return 'taken';
    putTherapist.run({ id, code, name });
    tell(named, before, { id, code, name }, forgetBy);
    // As rater of the own work a therapist has the same name.
    const self = selfOf.get(id);
    if (self !== undefined) renameRater(self, name || code, forgetBy);
    return 'renamed';
  });

  return {
    /** @param forgetBy who wants the log to forget the names before; undefined to keep them */
    rename: (named: Named, forgetBy: string | undefined): Renamed => run.immediate(named, forgetBy),
  };
}
