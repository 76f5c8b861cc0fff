/**
 * Takes what can be read of a damaged record into a new one: table by table and row by row, around the pages that
 * cannot be read; then what the log of changes still tells of what is missing. What refers to something that is gone
 * goes without it where it can, and is left out where it cannot.
 */
import { reading } from './copy.ts';
import { type DatabaseKey, type Db, OpenError, openDatabase, reasonOf } from './open.ts';
import { chaining } from './salvageChain.ts';
import { logged } from './salvageLog.ts';
import { asThere, readRows } from './salvageRows.ts';
import { type Table, tablesOf } from './salvageTables.ts';

/** `lost` is null where even the number that there was cannot be read. */
type Kept = { kept: number; lost: number | null };

const told = {
  sessions: 'session',
  ratings: 'rating',
  marks: 'mark',
  scores: 'score',
  changes: 'change',
} as const;
export type Salvaged = Record<keyof typeof told, Kept>;

/**
 * @param from the damaged record; it is only read
 * @param to a new file: a whole record with the same key
 * @returns how many there are of each, and how many are missing; undefined when nothing can be read at all
 */
export function salvage(
  from: string,
  key: DatabaseKey,
  to: string,
  migrations: string,
): Salvaged | undefined {
  const made = openDatabase(to, key, migrations);
  try {
    return reading(from, key, (damaged) => {
      // Tables whose description can be read are then found although others cannot be.
      damaged.pragma('writable_schema = on');
      const found = made.transaction(() => takeAll(damaged, made))();
      const total = Object.values(found).reduce((sum, { kept }) => sum + kept, 0);
      return total === 0 ? undefined : found;
    });
  } catch (error) {
    if (error instanceof OpenError && (error.reason === 'damaged' || error.reason === 'notADatabase'))
      return undefined;
    throw error;
  } finally {
    made.close();
  }
}

function takeAll(damaged: Db, made: Db): Salvaged {
  const tables = tablesOf(made);
  for (const table of tables) {
    const there = asThere(damaged, table);
    if (there !== undefined) {
      const chain = chaining(there);
      const put = putter(made, chain?.table ?? there, 'replace');
      for (const row of readRows(damaged, made, there)) put(chain?.link(row) ?? row);
    }
    const fill = putter(made, table, 'ignore');
    for (const row of logged(made, table)) fill(row);
  }
  const counted = Object.entries(told).map(([noun, table]) => {
    const kept = count(made, table);
    const there = wasThere(damaged, table);
    return [noun, { kept, lost: there === undefined ? null : Math.max(0, there - kept) }];
  });
  // Its keys are those of `told`.
  return Object.fromEntries(counted) as Salvaged;
}

/** Puts a row in. What refers to something that is gone is put in without that reference, where it may be. */
function putter(made: Db, { name, columns, references }: Table, on: 'replace' | 'ignore') {
  // Names come from our own migrations, which made this database a moment ago.
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map(() => '?').join(', ');
  const insert = made.prepare(`insert or ${on} into "${name}" (${names}) values (${values})`);
  const loose = references
    .filter(({ column, nullable }) => nullable && columns.includes(column))
    .map(({ column, parent, parentColumn }) => ({
      at: columns.indexOf(column),
      there: made.prepare(`select 1 from "${parent}" where "${parentColumn}" = ?`),
    }));
  return (row: readonly unknown[]): void => {
    const whole = row.slice();
    for (const { at, there } of loose) {
      if (whole[at] != null && there.get(whole[at]) === undefined) whole[at] = null;
    }
    try {
      insert.run(...whole);
    } catch (error) {
      // It cannot be there without what is gone. Anything but a constraint stands in the way of all.
      if (!isConstraint(error)) throw error;
    }
  };
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

const count = (db: Db, table: string): number =>
  Number(db.prepare(`select count(*) from "${table}"`).pluck().get());

/** How many there were: SQLite counts them in the smallest index, which may be whole where the table is not. */
function wasThere(damaged: Db, table: string): number | undefined {
  try {
    return count(damaged, table);
  } catch (error) {
    if (reasonOf(error) === undefined) throw error;
    return undefined;
  }
}
