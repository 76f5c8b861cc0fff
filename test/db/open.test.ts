import { chmodSync, cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { connect, OpenError, openDatabase, reasonOf } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { openLibrary } from '../../main/library.ts';
import { testFolder } from '../fixtures/folder.ts';
import {
  databaseFile,
  everyRow,
  migrations,
  newMark,
  openTestStore,
  startRating,
} from '../fixtures/store.ts';

/** A record with something in it, closed. */
function filledFile(): string {
  const file = databaseFile();
  const store = openTestStore(file);
  const { rating } = startRating(store);
  for (let atMs = 0; atMs < 300_000; atMs += 1000) {
    store.judgements.addMark(newMark(rating.id, { atMs, note: 'What was said then. '.repeat(10) }));
  }
  store.close();
  return file;
}

/** Why a file is not opened; 'opened' when it is. */
function reasonFor(file: string, folder = migrations): string {
  try {
    openDatabase(file, demoKeys.database, folder).close();
    return 'opened';
  } catch (error) {
    if (error instanceof OpenError) return error.reason;
    throw error;
  }
}

/** A folder of migrations: the real ones, and these after them. */
function withMigrations(more: Readonly<Record<string, string>>): string {
  const folder = testFolder();
  cpSync(migrations, folder, { recursive: true });
  for (const [name, sql] of Object.entries(more)) writeFileSync(join(folder, name), sql);
  return folder;
}

const schemaOf = (file: string): unknown => {
  const db = connect(file, demoKeys.database, { readonly: true });
  const found = [
    db.pragma('user_version', { simple: true }),
    db.prepare('select type, name, sql from sqlite_schema order by name').all(),
  ];
  db.close();
  return found;
};

describe('an open record', () => {
  test('outlives a power cut and keeps its references', () => {
    const db = openDatabase(databaseFile(), demoKeys.database, migrations);
    onTestFinished(() => void db.close());
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    // 2 is FULL.
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0);
    expect(db.pragma('secure_delete', { simple: true })).toBe(1);
  });

  test('is made in an empty folder, and opened again with everything in it', () => {
    const file = filledFile();
    const before = everyRow(file);
    expect(reasonFor(file)).toBe('opened');
    expect(everyRow(file)).toEqual(before);
    expect(before.mark).toHaveLength(300);
  });

  test('counts its migrations', () => {
    const db = openDatabase(databaseFile(), demoKeys.database, migrations);
    onTestFinished(() => void db.close());
    expect(db.pragma('user_version', { simple: true })).toBe(6);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('a file that cannot be used', () => {
  test('from a newer version is refused and left as it is', () => {
    const file = filledFile();
    const db = connect(file, demoKeys.database);
    db.pragma('user_version = 99');
    db.close();
    const before = everyRow(file);
    expect(reasonFor(file)).toBe('newer');
    expect(everyRow(file)).toEqual(before);
  });

  test.each([
    ['a short text', 'hello'],
    ['a long text', 'Dear colleague, here are my notes.\n'.repeat(1000)],
    ['noise', Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * index + 31 * index) & 0xff))],
  ])('because it is %s is no database, and left as it is', (_, text) => {
    const file = databaseFile();
    writeFileSync(file, text);
    expect(reasonFor(file)).toBe('notADatabase');
    expect(readFileSync(file)).toEqual(Buffer.from(text));
  });

  test.each([0.9, 0.5, 0.1])('because it was cut to %d of its length is damaged', (share) => {
    const file = filledFile();
    truncateSync(file, Math.floor(readFileSync(file).length * share));
    expect(reasonFor(file)).toBe('damaged');
  });

  test('because it was cut within its first page is damaged or no database', () => {
    const file = filledFile();
    truncateSync(file, 700);
    expect(['damaged', 'notADatabase']).toContain(reasonFor(file));
  });

  test('because its first page was changed anywhere is found at once', () => {
    const file = filledFile();
    const whole = readFileSync(file);
    for (let at = 0; at < 4096; at += 256) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const other = databaseFile();
      writeFileSync(other, bytes);
      expect(['damaged', 'notADatabase'], `byte ${at}`).toContain(reasonFor(other));
    }
  });

  test('because it is a database of another program is refused and left as it is', () => {
    const file = databaseFile();
    const db = new Database(file);
    db.exec('create table stamp (id integer primary key, country text)');
    db.close();
    const before = readFileSync(file);
    expect(reasonFor(file)).toBe('notADatabase');
    expect(readFileSync(file)).toEqual(before);
  });

  test('because it is a folder is unwritable', () => {
    const file = databaseFile();
    mkdirSync(file);
    expect(reasonFor(file)).toBe('unwritable');
  });

  test.skipIf(process.getuid?.() === 0)('because its folder may not be written to is unwritable', () => {
    const file = filledFile();
    const folder = dirname(file);
    chmodSync(file, 0o400);
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    expect(reasonFor(file)).toBe('unwritable');
  });

  test('because another program holds it is locked', () => {
    const file = filledFile();
    const other = connect(file, demoKeys.database);
    onTestFinished(() => void other.close());
    other.pragma('locking_mode = exclusive');
    other.exec('begin exclusive');
    expect(reasonFor(file)).toBe('locked');
  });
});

describe('a migration', () => {
  const next = { '9001_add_colour.sql': 'alter table "group" add column colour text;' };

  test('that is pending runs, once', () => {
    const file = filledFile();
    const folder = withMigrations(next);
    expect(reasonFor(file, folder)).toBe('opened');
    expect(reasonFor(file, folder)).toBe('opened');
    expect(everyRow(file).group).toEqual([expect.objectContaining({ colour: null })]);
  });

  test('that fails leaves the file as it was', () => {
    const file = filledFile();
    const [schema, rows] = [schemaOf(file), everyRow(file)];
    const folder = withMigrations({
      ...next,
      '9002_break.sql': 'create table shelf (id text primary key); insert into nowhere values (1);',
    });
    expect(() => openDatabase(file, demoKeys.database, folder)).toThrow('nowhere');
    expect(schemaOf(file)).toEqual(schema);
    expect(everyRow(file)).toEqual(rows);
    expect(reasonFor(file)).toBe('opened');
  });

  test('that fails the first time leaves an empty database', () => {
    const file = databaseFile();
    const folder = testFolder();
    writeFileSync(join(folder, '0001_one.sql'), 'create table one (id text);');
    writeFileSync(join(folder, '0002_two.sql'), 'this is no sql;');
    expect(() => openDatabase(file, demoKeys.database, folder)).toThrow('syntax error');
    expect(schemaOf(file)).toEqual([0, []]);
  });

  test('is only a numbered file', () => {
    const folder = withMigrations({ 'readme.txt': 'x', '0003 add.sql': 'broken', '0003_add.sql~': 'broken' });
    expect(reasonFor(databaseFile(), folder)).toBe('opened');
  });

  test('runs in the order of its number', () => {
    const folder = testFolder();
    for (let number = 12; number >= 1; number -= 1) {
      const sql = number === 1 ? 'create table t (a);' : `alter table t add column a${number};`;
      writeFileSync(join(folder, `${String(number).padStart(4, '0')}_step.sql`), sql);
    }
    expect(reasonFor(databaseFile(), folder)).toBe('opened');
  });
});

describe('the reason for a failure', () => {
  test.each([
    ['SQLITE_FULL', 'full'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_NOTADB', 'notADatabase'],
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_BUSY_SNAPSHOT', 'locked'],
    ['SQLITE_LOCKED', 'locked'],
    ['EBUSY', 'locked'],
    ['SQLITE_READONLY', 'readOnly'],
    ['SQLITE_READONLY_CANTINIT', 'readOnly'],
    ['SQLITE_READONLY_DBMOVED', 'folderGone'],
    ['EROFS', 'readOnly'],
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['SQLITE_IOERR_WRITE', 'unwritable'],
    ['SQLITE_CANTOPEN', 'unwritable'],
    ['SQLITE_PERM', 'unwritable'],
  ])('%s is %s', (code, reason) => {
    expect(reasonOf(Object.assign(new Error('sqlite'), { code }))).toBe(reason);
  });

  test.each(['SQLITE_CONSTRAINT_CHECK', 'SQLITE_ERROR', 'SQLITE_MISUSE', ''])('%j is a bug', (code) => {
    expect(reasonOf(Object.assign(new Error('sqlite'), { code }))).toBeUndefined();
  });

  test('is not read from anything but an error', () => {
    for (const thrown of [
      undefined,
      null,
      'SQLITE_FULL',
      { code: 'SQLITE_FULL' },
      new Error('SQLITE_FULL'),
    ]) {
      expect(reasonOf(thrown)).toBeUndefined();
    }
  });
});

describe('the folder of a library', () => {
  const opened = (folder: string) => {
    const found = openLibrary(folder, demoKeys, migrations);
    if ('store' in found) onTestFinished(() => found.store.close());
    return found;
  };

  test('is made when it is not there', () => {
    expect(opened(join(testFolder(), 'deep', 'library'))).toHaveProperty('store');
  });

  test('that cannot be made is unwritable', () => {
    const file = join(testFolder(), 'library');
    writeFileSync(file, 'a file is in the way');
    expect(opened(join(file, 'below'))).toEqual({
      reason: 'unwritable',
      file: join(file, 'below', 'record.db'),
    });
  });

  test('with something else in place of the record tells which file', () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'record.db'), 'hello');
    expect(opened(folder)).toEqual({ reason: 'notADatabase', file: join(folder, 'record.db') });
  });
});

test('the store refuses what the database refuses', () => {
  const file = databaseFile();
  writeFileSync(file, 'hello');
  expect(() =>
    openStore({ file, key: demoKeys.database, migrations, now: () => new Date(), newId: () => '' }),
  ).toThrow(OpenError);
});
