/** Training programmes and their rules. */
import { isDeepStrictEqual } from 'node:util';
import type { Changes } from './changes.ts';
import type { Programme, ProgrammeSettings } from './model.ts';
import type { Db } from './open.ts';
import { type ProgrammeColumns, programmeOf, rowOf } from './programmeRow.ts';

export type Programmes = ReturnType<typeof programmes>;

/** What tests were given by stays as it was. */
type Fixed = Pick<ProgrammeSettings, 'editionId' | 'dimension' | 'rules'>;

const columns = `id, name, edition_id as editionId, dimension, attempts, valid_months as validMonths, target,
  double_percent as doublePercent, within1_percent as within1Percent, within1_sessions as within1Sessions,
  bias_most as biasMost, icc_least as iccLeast, overall_within1 as overallWithin1,
  fewest_sessions as fewestSessions, made_at as madeAt`;

export function programmes(db: Db, log: Changes, newId: () => string, now: () => Date) {
  const insert = db.prepare(
    `insert into programme (id, name, edition_id, dimension, attempts, valid_months, target, double_percent,
       within1_percent, within1_sessions, bias_most, icc_least, overall_within1, fewest_sessions, made_at)
     values (@id, @name, @editionId, @dimension, @attempts, @validMonths, @target, @doublePercent,
       @within1Percent, @within1Sessions, @biasMost, @iccLeast, @overallWithin1, @fewestSessions, @madeAt)`,
  );
  const update = db.prepare(
    `update programme set name = @name, edition_id = @editionId, dimension = @dimension, attempts = @attempts,
       valid_months = @validMonths, target = @target, double_percent = @doublePercent,
       within1_percent = @within1Percent, within1_sessions = @within1Sessions, bias_most = @biasMost,
       icc_least = @iccLeast, overall_within1 = @overallWithin1, fewest_sessions = @fewestSessions
     where id = @id`,
  );
  const drop = db.prepare(`delete from programme where id = ?`);
  const select = db.prepare<[string], ProgrammeColumns>(`select ${columns} from programme where id = ?`);
  const selectAll = db.prepare<[], ProgrammeColumns>(`select ${columns} from programme order by name, id`);
  const selectTest = db.prepare<[string], number>(
    `select 1 from enrolment e join assignment a on a.enrolment_id = e.id
     where e.programme_id = ? and a.kind = 'test' limit 1`,
  );
  const selectStandard = db.prepare<[object], number>(
    `select 1 from programme_session where programme_id = @id and standard_id is not null
     union all
     select 1 from enrolment join assignment on assignment.enrolment_id = enrolment.id
     where enrolment.programme_id = @id
     limit 1`,
  );

  const find = (id: string): Programme | undefined => {
    const row = select.get(id);
    return row && programmeOf(row);
  };
  const testsGiven = (id: string): boolean => selectTest.get(id) !== undefined;

  function refuses(before: Programme, after: Programme): boolean {
    // Standards, and ratings that were begun, follow the edition.
    if (before.editionId !== after.editionId && selectStandard.get({ id: before.id }) !== undefined)
      return true;
    if (!testsGiven(before.id)) return false;
    return !isDeepStrictEqual(fixedOf(before), fixedOf(after)) || after.attempts < before.attempts;
  }

  return {
    find,
    all: (): Programme[] => selectAll.all().map(programmeOf),
    testsGiven,

    add: db.transaction((settings: ProgrammeSettings): Programme => {
      const programme = { ...settings, id: newId(), madeAt: now().toISOString() };
      insert.run(rowOf(programme));
      log.append({ noun: 'programme', nounId: programme.id, after: programme });
      return programme;
    }),

    /** False when it is not there, or what was given by its rules would change: nothing was changed then. */
    edit: db.transaction((change: ProgrammeSettings & Pick<Programme, 'id'>): boolean => {
      const before = find(change.id);
      if (before === undefined) return false;
      const after = { ...change, madeAt: before.madeAt };
      if (isDeepStrictEqual(before, after)) return true;
      if (refuses(before, after)) return false;
      update.run(rowOf(after));
      log.append({ noun: 'programme', nounId: after.id, before, after });
      return true;
    }),

    /** With sessions, enrolments and certificates; ratings stay. False when it is not there. */
    remove: db.transaction((id: string): boolean => {
      const before = find(id);
      if (before === undefined) return false;
      drop.run(id);
      log.append({ noun: 'programme', nounId: id, before });
      return true;
    }),
  };
}

const fixedOf = ({ editionId, dimension, rules }: Programme): Fixed => ({ editionId, dimension, rules });
