/** Opens the database file of a library: pragmas, whose it is, pending migrations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { chainFunctions } from './chain.ts';

export type Db = Database.Database;

/** Why a database was not opened; each has its sentence in the window. */
export type NotOpened =
  | 'newer'
  | 'damaged'
  | 'notADatabase'
  /** There is none where one was. */
  | 'recordGone'
  | 'unwritable'
  | 'readOnly'
  | 'full'
  | 'locked'
  /** The open file is no longer the one at its place. */
  | 'folderGone'
  /** Changes that were acknowledged before the program ended unexpectedly are not in it. */
  | 'incomplete';

/** What a backup helps against. */
export const isDamage = (reason: NotOpened): boolean =>
  reason === 'damaged' || reason === 'notADatabase' || reason === 'recordGone';

export class OpenError extends Error {
  readonly reason: NotOpened;
  constructor(reason: NotOpened, cause?: unknown) {
    super(`the database was not opened: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** 32 bytes. */
export type DatabaseKey = Uint8Array;

/**
 * A connection to an encrypted database (SQLCipher 4 scheme: AES-256 in CBC, each page with its HMAC-SHA-512, the log
 * as well). Nothing is read yet: another key shows at the first statement, as SQLITE_NOTADB.
 */
export function connect(file: string, key: DatabaseKey, options?: Database.Options): Db {
  const db = new Database(file, options);
  try {
    db.pragma(`cipher = 'sqlcipher'`);
    // In this form it is the key itself, and not a passphrase that one is made of.
    const raw = Buffer.from(`x'${Buffer.from(key).toString('hex')}'`);
    // The drop-in has this function; the types are those of the package whose name it carries.
    (db as Db & { key: (raw: Buffer) => number }).key(raw);
    raw.fill(0);
    // What SQLite sorts beside the file would lie there in the clear.
    db.pragma('temp_store = memory');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens or makes the database `file` and brings it up to the newest of the numbered files in
 * `migrations`. All pending ones run in one transaction.
 *
 * What is found at once: a file that is not ours, that is newer, that was cut short, or whose first page is damaged.
 * Other pages have an HMAC each and are looked at when they are read, as an error and never as a wrong number; all of
 * them are read soon after, beside the work (checkRecord in copy.ts).
 * @throws OpenError when the file is damaged, foreign, from a newer version or can't be written
 */
export function openDatabase(file: string, key: DatabaseKey, migrations: string): Db {
  let db: Db | undefined;
  try {
    // A second is long enough for another program to finish, and short enough for the window.
    db = connect(file, key, { timeout: 1000 });
    db.pragma('synchronous = full');
    db.pragma('trusted_schema = off');
    // What is deleted is overwritten, not only let go.
    db.pragma('secure_delete = on');
    checkOwner(db);
    // Only now: it is written into the file, and a file that is not ours stays as it is.
    db.pragma('journal_mode = wal');
    migrate(db, migrations);
    db.pragma('foreign_keys = on');
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof OpenError) throw error;
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new OpenError(reason, error);
  }
}

/** 'MBTG' in the file's header tells our databases from those of other programs. */
const applicationId = 0x4d425447;

function checkOwner(db: Db): void {
  const empty = Number(db.pragma('schema_version', { simple: true })) === 0;
  const owner = Number(db.pragma('application_id', { simple: true }));
  if (!(empty && owner === 0) && owner !== applicationId) throw new OpenError('notADatabase');
}

/** The numbered files, in order. */
export const migrationsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();

/**
 * Counts the migrations already run in `user_version`. Foreign keys are off meanwhile, so that a table can be made
 * anew without its children going with the old one; they are checked before anything is kept.
 */
function migrate(db: Db, folder: string): void {
  const files = migrationsIn(folder);
  const done = Number(db.pragma('user_version', { simple: true }));
  if (done > files.length) throw new OpenError('newer');
  if (done === files.length) return;
  db.pragma('foreign_keys = off');
  chainFunctions(db);
  const run = db.transaction(() => {
    for (const name of files.slice(done)) db.exec(readFileSync(join(folder, name), 'utf8'));
    const orphans = db.pragma('foreign_key_check');
    if (!Array.isArray(orphans) || orphans.length > 0) throw new OpenError('damaged');
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${files.length}`);
  });
  run.immediate();
}

/** What the error codes of SQLite and of the system mean to the person in front of the screen; undefined for a bug. */
export function reasonOf(error: unknown): NotOpened | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') return 'notADatabase';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (/^(SQLITE_(BUSY|LOCKED)|EBUSY)/.test(code)) return 'locked';
  if (code === 'SQLITE_READONLY_DBMOVED') return 'folderGone';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return 'readOnly';
  if (/^(SQLITE_(CANTOPEN|PERM|IOERR)|EACCES|EPERM)/.test(code)) return 'unwritable';
  return undefined;
}
