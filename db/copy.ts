/** Whole copies of a record, and how whole a file is: with a connection of its own, beside whoever works in it. */
import { connect, type DatabaseKey, type Db, type NotOpened, OpenError, reasonOf } from './open.ts';

/** What a record holds, as people count it. */
export type Counts = { sessions: number; ratings: number; marks: number };

/** What was wrong with a file, or what it holds. */
export type Checked = { counts: Counts } | { reason: NotOpened };

/** Where the log stands: two records with the same stamp hold the same work. */
export type Stamp = { changeId: number; playedId: number };

/**
 * Writes the record as it is at this moment into the new file `to`, with the same key. Whoever writes meanwhile is
 * neither waited for nor held up (the log of SQLite keeps what is read here apart).
 * @throws OpenError; what lies at `to` is no record then
 */
export const copyRecord = (file: string, key: DatabaseKey, to: string): void =>
  reading(file, key, (db) => void db.prepare('vacuum into ?').run(to));

/** Reads every page (each has its own HMAC, so that one changed bit is found) and every reference between rows. */
export function checkRecord(file: string, key: DatabaseKey): Checked {
  return orReason(() =>
    reading(file, key, (db) => {
      if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new OpenError('damaged');
      const orphans = db.pragma('foreign_key_check');
      if (!Array.isArray(orphans) || orphans.length > 0) throw new OpenError('damaged');
      return { counts: countsOf(db) };
    }),
  );
}

/** Looks only whether it opens, and counts what is in it. */
export const lookAtRecord = (file: string, key: DatabaseKey): Checked =>
  orReason(() => reading(file, key, (db) => ({ counts: countsOf(db) })));

export const stampOf = (file: string, key: DatabaseKey): Stamp | undefined => {
  const found = orReason(() =>
    reading(file, key, (db) => ({
      changeId: numberIn(db, 'select coalesce(max(id), 0) from change'),
      playedId: numberIn(db, 'select coalesce(max(id), 0) from played'),
    })),
  );
  return 'reason' in found ? undefined : found;
};

/** The number of migrations a file has seen. */
export const versionOf = (file: string, key: DatabaseKey): number =>
  reading(file, key, (db) => Number(db.pragma('user_version', { simple: true })));

const numberIn = (db: Db, sql: string): number => Number(db.prepare(sql).pluck().get());

const countsOf = (db: Db): Counts => ({
  sessions: numberIn(db, 'select count(*) from session'),
  ratings: numberIn(db, 'select count(*) from rating'),
  marks: numberIn(db, 'select count(*) from mark'),
});

/** @throws OpenError, or what is a bug */
export function reading<T>(file: string, key: DatabaseKey, read: (db: Db) => T): T {
  let db: Db | undefined;
  try {
    db = connect(file, key, { readonly: true, fileMustExist: true, timeout: 1000 });
    db.pragma('trusted_schema = off');
    return read(db);
  } catch (error) {
    if (error instanceof OpenError) throw error;
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new OpenError(reason, error);
  } finally {
    db?.close();
  }
}

export function orReason<T>(work: () => T): T | { reason: NotOpened } {
  try {
    return work();
  } catch (error) {
    if (error instanceof OpenError) return { reason: error.reason };
    throw error;
  }
}
