/** Every row of a table that can still be read, around the pages that cannot. */
import { type Db, reasonOf } from './open.ts';
import type { Table } from './salvageTables.ts';

type Row = readonly unknown[];

/** One leaf holds fewer rows than this: past it, whole branches of the table are gone, and steps grow. */
const nearby = 4096;

/** The table as the damaged record has it: one of an earlier version may lack columns, or be missing. */
export function asThere(damaged: Db, table: Table): Table | undefined {
  const there = damaged
    .prepare<[string], string>('select name from pragma_table_info(?)')
    .pluck()
    .all(table.name);
  const columns = table.columns.filter((column) => there.includes(column));
  return columns.length === 0 ? undefined : { ...table, columns };
}

/**
 * Gives each row once, as its values in the order of the table's columns.
 * @param made the new record, with what was taken so far
 */
export function* readRows(damaged: Db, made: Db, table: Table): Generator<Row> {
  const names = table.columns.map((column) => `"${column}"`).join(', ');
  if (table.withoutRowid) yield* byParents(damaged, made, table, names);
  else yield* byRowid(damaged, table.name, names);
}

function* byRowid(damaged: Db, name: string, names: string): Generator<Row> {
  const onward = damaged
    .prepare<[bigint], unknown[]>(
      `select rowid, ${names} from "${name}" not indexed where rowid >= ? order by rowid`,
    )
    .raw()
    .safeIntegers();
  let from = 1n;
  for (;;) {
    let last: bigint | undefined;
    try {
      for (const [rowid, ...row] of onward.iterate(from)) {
        // Rowids are read as they are: whole numbers of 64 bits.
        last = rowid as bigint;
        yield row.map((value) => (typeof value === 'bigint' ? Number(value) : value));
      }
      return;
    } catch (error) {
      mustBeDamage(error);
    }
    const next = firstReadable(onward, last === undefined ? from : last + 1n);
    if (next === undefined) return;
    from = next;
  }
}

/** The first rowid from which rows can be read again; undefined when there is none. */
function firstReadable(onward: { get: (from: bigint) => unknown }, from: bigint): bigint | undefined {
  const opens = (at: bigint): boolean => {
    try {
      onward.get(at);
      return true;
    } catch (error) {
      mustBeDamage(error);
      return false;
    }
  };
  let step = 1n;
  for (let at = from, tries = 0; at < 1n << 62n; at += step, tries += 1) {
    if (tries > nearby) step *= 2n;
    if (!opens(at)) continue;
    let [bad, good] = [at - step, at];
    while (good - bad > 1n) {
      const middle = (bad + good) / 2n;
      if (opens(middle)) good = middle;
      else bad = middle;
    }
    return good;
  }
  return undefined;
}

/** In order as far as that goes; past a page that cannot be read, by each row that these rows belong to. */
function* byParents(damaged: Db, made: Db, table: Table, names: string): Generator<Row> {
  const whole = damaged.prepare<[], unknown[]>(`select ${names} from "${table.name}"`).raw();
  try {
    yield* whole.iterate();
    return;
  } catch (error) {
    mustBeDamage(error);
  }
  const to = table.references.find(({ column }) => column === table.leading);
  if (to === undefined) return;
  const parents = made.prepare<[], unknown>(`select "${to.parentColumn}" from "${to.parent}"`).pluck();
  const ofParent = damaged
    .prepare<[unknown], unknown[]>(`select ${names} from "${table.name}" where "${to.column}" = ?`)
    .raw();
  for (const parent of parents.all()) {
    try {
      yield* ofParent.iterate(parent);
    } catch (error) {
      mustBeDamage(error);
    }
  }
}

/** @throws what is not the damage that is to be expected here */
function mustBeDamage(error: unknown): void {
  const reason = reasonOf(error);
  if (reason !== 'damaged' && reason !== 'notADatabase') throw error;
}
