/**
 * Writes the file of the record anew. What is deleted is overwritten at once (`secure_delete`), but where SQLite moved
 * a row from page to page a copy of it can lie in the unused part of a page: only a new file is without. Takes as much
 * memory as the file is long.
 */
import { lastChangeNumber } from './clock.ts';
import type { Db } from './open.ts';

/**
 * @returns false when it is still to be done, see `untidy`: somebody reads what lies in the log of the database, or
 * deleted something meanwhile
 * @throws when there is no room, or somebody else is writing
 */
export function tidy(db: Db): boolean {
  const lastNumber = lastChangeNumber(db)();
  db.exec('vacuum');
  // Pages of before lie in the log of the database until it is folded into the file and emptied.
  // As SQLite documents its one row.
  const [folded] = db.pragma('wal_checkpoint(truncate)') as { busy: number }[];
  if (folded?.busy !== 0) return false;
  // Each deletion is a change that erases others.
  const done = db.prepare(
    `delete from leaving where name = '${record}'
       and not exists (select 1 from change where id > ? and erases is not null)`,
  );
  done.run(lastNumber);
  db.pragma('wal_checkpoint(truncate)');
  return db.prepare(`select 1 from leaving where name = '${record}'`).get() === undefined;
}

/** The name under which the record itself waits among what is still to be removed. */
export const record = 'record';
