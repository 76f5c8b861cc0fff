import { describe, expect, onTestFinished, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { openDatabase } from '../../db/open.ts';
import { databaseFile, migrations } from '../fixtures/store.ts';

/** One statement for each table, index and trigger, without comments, each on as few lines as it has columns. */
function schema(): string {
  const db = openDatabase(databaseFile(), demoKeys.database, migrations);
  onTestFinished(() => void db.close());
  const statements = db
    .prepare<[], string>(
      'select sql from sqlite_schema where sql is not null order by tbl_name, type desc, name',
    )
    .pluck()
    .all();
  return `${statements
    .map((sql) =>
      sql
        .replace(/--.*$/gm, '')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/\n+/g, '\n')
        .trim(),
    )
    .join(';\n\n')};\n`;
}

describe('the schema', () => {
  // A change here is a migration: run the tests with `--update` and look at the difference.
  test('is the one that was committed', async () => {
    await expect(schema()).toMatchFileSnapshot('schema.sql');
  });

  test('has strict tables only', () => {
    const tables = schema()
      .split(';\n\n')
      .filter((sql) => /^create table/i.test(sql));
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((sql) => !/\)\s*strict(, without rowid)?;?\s*$/i.test(sql))).toEqual([]);
  });
});
