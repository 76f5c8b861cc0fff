/**
 * Writes the file of the record anew. What is deleted is overwritten at once (`secure_delete`), but where SQLite moved
 * a row from page to page a copy of it can lie in the unused part of a page: only a new file is without. Takes as much
 * memory as the file is long.
 */
import type { Db } from './open.ts';

/** @throws when there is no room, or somebody else is writing: it is still to be done then, see `untidy` */
export function tidy(db: Db): void {
  db.exec('vacuum');
  db.exec(`delete from leaving where name = '${record}'`);
  // Pages of before lie in the log of the database until it is folded into the file and emptied.
  db.pragma('wal_checkpoint(truncate)');
}

/** The name under which the record itself waits among what is still to be removed. */
export const record = 'record';
