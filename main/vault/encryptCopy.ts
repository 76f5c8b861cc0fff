/** An encrypted copy of a plain record, compared with it row by row. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { connect, type DatabaseKey, type Db, reasonOf } from '../../db/open.ts';

export type Copied = 'copied' | 'damaged' | 'locked' | 'noRoom' | 'unwritable';

export type CopyWork = { plain: string; copy: string; key: DatabaseKey };

/** Nothing is left of the copy unless it is whole and says the same as the plain record; that one stays as it is. */
export function encryptCopy({ plain, copy, key }: CopyWork): Copied {
  let from: Db | undefined;
  const leave = (outcome: Copied): Copied => {
    for (const ending of ['', '-journal']) rmSync(`${copy}${ending}`, { force: true });
    return outcome;
  };
  try {
    leave('damaged');
    from = new Database(plain, { timeout: 1000, fileMustExist: true });
    from.pragma('trusted_schema = off');
    // What lies in the log comes into the file; another program that has it open would be in the way.
    if (from.pragma('journal_mode = delete', { simple: true }) !== 'delete') return leave('locked');
    if (from.pragma('integrity_check(1)', { simple: true }) !== 'ok') return leave('damaged');
    from.prepare('vacuum into ?').run(copy);
    encrypt(copy, key);
    const to = connect(copy, key, { readonly: true });
    try {
      const whole = to.pragma('integrity_check(1)', { simple: true }) === 'ok';
      return whole && saysOf(from) === saysOf(to) ? 'copied' : leave('damaged');
    } finally {
      to.close();
    }
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    const outcomes = { full: 'noRoom', unwritable: 'unwritable', locked: 'locked' } as const;
    return leave(reason in outcomes ? outcomes[reason as keyof typeof outcomes] : 'damaged'); // `in` does not narrow.
  } finally {
    from?.close();
  }
}

function encrypt(file: string, key: DatabaseKey): void {
  const db = new Database(file);
  try {
    // A copy can be made again: no journal with readable pages lies beside it.
    db.pragma('journal_mode = memory');
    db.pragma(`cipher = 'sqlcipher'`);
    const raw = Buffer.from(`x'${Buffer.from(key).toString('hex')}'`);
    // The drop-in has this function; the types are those of the package whose name it carries.
    (db as Db & { rekey: (raw: Buffer) => number }).rekey(raw);
    raw.fill(0);
  } finally {
    db.close();
  }
  const opened = openSync(file, 'r+');
  fsyncSync(opened);
  closeSync(opened);
}

const schema = `select type, name, sql from sqlite_schema order by type, name`;
const versions = ['user_version', 'application_id'] as const;

/** One text for all that a database says: the same for the same schema and rows, in whatever order they lie. */
function saysOf(db: Db): string {
  const objects = db.prepare<[], { type: string; name: string; sql: string | null }>(schema).all();
  const hash = createHash('sha256').update(JSON.stringify(objects));
  for (const version of versions) hash.update(String(db.pragma(version, { simple: true })));
  for (const { type, name } of objects) {
    if (type !== 'table') continue;
    hash.update(name);
    for (const row of rowsOf(db, name)) hash.update(row);
  }
  return hash.digest('hex');
}

function rowsOf(db: Db, table: string): string[] {
  // A name cannot be a parameter; it comes from the schema itself, and is quoted.
  const every = db.prepare<[], unknown[]>(`select * from "${table.replaceAll('"', '""')}"`).raw();
  const rows: string[] = [];
  for (const row of every.iterate())
    rows.push(createHash('sha256').update(JSON.stringify(row)).digest('hex'));
  return rows.sort();
}
