import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The limit of everything that is written: one row, one transaction, with the pragmas of the record. */
export function bareCommit(folder: string): () => void {
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  db.exec('create table bare (id text primary key, value integer) strict');
  const insert = db.prepare('insert into bare values (?, ?)');
  return () => void insert.run(randomUUID(), 1);
}
