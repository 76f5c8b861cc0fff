/** Each migration on a file of the version before it, with something in every table. */

import { describe, expect, onTestFinished, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { changes } from '../../db/changes.ts';
import { connect, openDatabase } from '../../db/open.ts';
import { verify } from '../../db/verify.ts';
import { databaseFile, everyRow, openTestStore, upTo } from '../fixtures/store.ts';

const firstVersion = `
  insert into "group" values ('g', 'Thursday', 'slowOpen', 90);
  insert into therapist values ('t', 'T-07', 'Ingrid');
  insert into session values ('s', 'g', '2026-11-12', 34, 7);
  insert into session_therapist values ('s', 'first', 't');
  insert into phase values ('p', 's', 'Opening', 0, 60000);
  insert into recording values ('r', 's', '/film.mp4', 'film.mp4', 10, 1000, 1, '${'f'.repeat(64)}', '2026-11-12');
  insert into rater values ('o', 'Solveig', 'supervisor', null);
  insert into rating values ('a', 's', 'o', 'supervision', 'mbt-g-aqs/1', '2026-11-12T08:00:00.000Z', 4200);
  insert into mark values ('m', 'a', 3, 'missed', 1, 2, 'both', 'closing', 7, 'æøå');
  insert into score values ('a', 3, 4, 5, 0, 'note');
  insert into overall values ('a', 4, 5, 'whole');
  insert into change values (7, '2026-11-12T08:00:00.000Z', 'o', 'a', 'mark', 'm', 'do', null, '{"id":"m"}');`;

describe('from version 1 to 2', () => {
  const file = databaseFile;

  test('every row is still there, and nothing that hangs on a rating went with the old table', () => {
    const path = file();
    const old = openDatabase(path, demoKeys.database, upTo(1));
    old.exec(firstVersion);
    old.close();
    const before = everyRow(path);
    openDatabase(path, demoKeys.database, upTo(2)).close();
    const after = everyRow(path);
    for (const table of Object.keys(before)) {
      expect(after[table], table).toMatchObject(before[table] ?? []);
    }
    expect(after.rating).toEqual([
      expect.objectContaining({ version: 1, submitted_at: null, amend_reason: null, saw_others_at: null }),
    ]);
    expect(after.edition_item).toHaveLength(19);
  });

  test('the references hold, and the log still cannot be changed', () => {
    const path = file();
    const old = openDatabase(path, demoKeys.database, upTo(1));
    old.exec(firstVersion);
    old.close();
    const db = openDatabase(path, demoKeys.database, upTo(2));
    onTestFinished(() => void db.close());
    expect(() => db.exec(`update change set noun_id = 'x'`)).toThrow('append-only');
    expect(() => db.exec(`delete from change`)).toThrow('append-only');
    expect(() => db.exec(`insert or replace into change select * from change`)).toThrow('append-only');
    expect(() => db.exec(`delete from rater`)).toThrow('FOREIGN KEY');
    db.exec(`delete from rating where id = 'a'`);
    expect(db.prepare('select count(*) from mark').pluck().get()).toBe(0);
  });

  test('a rating that follows no known edition stops it, and the file stays as it was', () => {
    const path = file();
    const old = openDatabase(path, demoKeys.database, upTo(1));
    old.exec(firstVersion.replace('mbt-g-aqs/1', 'unheard-of/1'));
    old.close();
    const before = everyRow(path);
    expect(() => openDatabase(path, demoKeys.database, upTo(2))).toThrow('damaged');
    const unchanged = connect(path, demoKeys.database);
    onTestFinished(() => void unchanged.close());
    expect(unchanged.pragma('user_version', { simple: true })).toBe(1);
    expect(everyRow(path)).toEqual(before);
  });
});

describe('from version 2 to 3', () => {
  test('every row is still there, and the log still cannot be changed', () => {
    const path = databaseFile();
    const old = openDatabase(path, demoKeys.database, upTo(1));
    old.exec(firstVersion);
    old.close();
    openDatabase(path, demoKeys.database, upTo(2)).close();
    const before = everyRow(path);
    const db = openDatabase(path, demoKeys.database, upTo(3));
    onTestFinished(() => void db.close());
    const after = everyRow(path);
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table]);
    expect(() => db.exec(`update change set noun_id = 'x'`)).toThrow('append-only');
    expect(() => db.exec(`delete from change`)).toThrow('append-only');
  });
});

describe('from version 4 to 5', () => {
  /** A library of version 4 with a log of so many changes. */
  function oldLog(changes: number): string {
    const path = databaseFile();
    const old = openDatabase(path, demoKeys.database, upTo(1));
    old.exec(firstVersion);
    const insert = old.prepare(
      `insert into change values (null, '2026-11-12T09:00:00.000Z', 'o', 'a', 'mark', 'm', 'do', ?, ?)`,
    );
    for (let count = 1; count < changes; count += 1) insert.run(`{"count":${count}}`, '{"note":"æ \u0001"}');
    old.close();
    openDatabase(path, demoKeys.database, upTo(4)).close();
    return path;
  }

  test('the log that was there is chained as it is, and can be gone on with', () => {
    const path = oldLog(300);
    const before = everyRow(path);
    const db = openDatabase(path, demoKeys.database, upTo(5));
    onTestFinished(() => void db.close());
    const after = everyRow(path);
    for (const table of Object.keys(before)) expect(after[table], table).toMatchObject(before[table] ?? []);
    expect(verify(db)).toMatchObject({ changes: 300, faults: [] });
    const log = changes(db, () => new Date());
    log.append({ noun: 'mark', nounId: 'm', after: { more: true } });
    expect(verify(db)).toMatchObject({ changes: 301, faults: [] });
    expect(() => db.exec(`update change set noun_id = 'x'`)).toThrow('append-only');
    expect(() => db.exec(`delete from change`)).toThrow('append-only');
  });

  test('an edit of what is older than the chain is found from then on', () => {
    const path = oldLog(5);
    const db = openDatabase(path, demoKeys.database, upTo(5));
    onTestFinished(() => void db.close());
    db.exec(`drop trigger change_is_append_only_update; update change set after = '{}' where id = 8`);
    expect(verify(db).faults).toMatchObject([{ kind: 'edited' }]);
  });
});

describe('from version 5 to 6', () => {
  /** A closed library of version 5 with something in every table that it has. */
  function ofVersion5(): string {
    const path = databaseFile();
    const old = openDatabase(path, demoKeys.database, upTo(1));
    old.exec(firstVersion);
    old.close();
    const db = openDatabase(path, demoKeys.database, upTo(5));
    db.exec(`
      insert into rating (id, session_id, rater_id, purpose, scale_edition, started_at, position_ms, version,
        amend_reason, submitted_at, saw_others_at)
        values ('b', 's', 'o', 'consensus', 'mbt-g-aqs/1', '2026-11-12T09:00:00.000Z', 0, 1, null,
          '2026-11-12T10:00:00.000Z', null);
      insert into gap values ('b', 0, 'none');
      insert into event values ('e', '2026-11-12', 'Course', 't', null);
      insert into feedback (rater_id, session_id, therapist_id, text) values ('o', 's', null, 'words');`);
    const log = changes(db, () => new Date('2026-11-12T10:00:00.000Z'));
    log.append({ noun: 'rating', nounId: 'b', raterId: 'o', after: { id: 'b' } });
    db.close();
    return path;
  }

  test('every row is still there, the new tables are empty, and the chain of the log holds', () => {
    const path = ofVersion5();
    const before = everyRow(path);
    const db = openDatabase(path, demoKeys.database, upTo(6));
    onTestFinished(() => void db.close());
    const after = everyRow(path);
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table]);
    const added = Object.keys(after).filter((table) => !(table in before));
    expect(added).toEqual([
      'assignment',
      'certificate',
      'consensus_member',
      'consensus_source',
      'enrolment',
      'programme',
      'programme_session',
      'signing_key',
    ]);
    for (const table of added) expect(after[table], table).toEqual([]);
    expect(verify(db).faults).toEqual([]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(() => db.exec(`update change set noun_id = 'x'`)).toThrow('append-only');
  });

  test('a consensus from before has neither sources nor members, and can be the standard of a session', () => {
    const path = ofVersion5();
    const store = openTestStore(path);
    onTestFinished(store.close);
    expect(store.consensus.sources('b')).toEqual([]);
    expect(store.consensus.members('b')).toEqual([]);
    expect(store.standards.find('b')).toMatchObject({ how: 'consensus', names: ['Solveig'] });
  });
});
