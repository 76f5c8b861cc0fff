import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { openDatabase, reasonOf } from '../../db/open.ts';
import { databaseFile, migrations } from '../fixtures/store.ts';

const key = `x'${'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'}'`;
const plainHeader = 'SQLite format 3\0';

/** A connection by the SQLCipher scheme. */
function opened(file: string, secret: string) {
  const db = new Database(file);
  onTestFinished(() => void db.close());
  db.pragma(`cipher = 'sqlcipher'`);
  db.pragma(`key = "${secret}"`);
  return db;
}

function encryptedFile(): string {
  const file = databaseFile();
  const db = opened(file, key);
  db.exec(`create table t (text text); insert into t values ('what the patient said');`);
  db.close();
  return file;
}

describe('the SQLite that the program is built on', () => {
  test('writes a file in which nothing can be read', () => {
    const bytes = readFileSync(encryptedFile());
    expect(bytes.toString('latin1', 0, 16)).not.toBe(plainHeader);
    expect(bytes.includes('patient')).toBe(false);
  });

  test('reads it again with the key', () => {
    const db = opened(encryptedFile(), key);
    expect(db.prepare('select text from t').pluck().get()).toBe('what the patient said');
  });

  test('does not read it with another key', () => {
    const db = opened(encryptedFile(), key.replace('2DD', '3DD'));
    expect(() => db.prepare('select * from t')).toThrow(expect.objectContaining({ code: 'SQLITE_NOTADB' }));
  });

  test('does not read it without a key, and says that it is no database', () => {
    const file = encryptedFile();
    const db = new Database(file);
    onTestFinished(() => void db.close());
    let thrown: unknown;
    try {
      db.prepare('select * from t');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'SQLITE_NOTADB' });
    expect(reasonOf(thrown)).toBe('notADatabase');
    expect(() => openDatabase(file, demoKeys.database, migrations)).toThrow(
      expect.objectContaining({ reason: 'notADatabase' }),
    );
  });
});
