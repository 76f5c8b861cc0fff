import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { seeded } from '../../build/demo/random.ts';
import { checkRecord } from '../../db/copy.ts';
import { connect, openDatabase } from '../../db/open.ts';
import { salvage } from '../../db/salvage.ts';
import { verify } from '../../db/verify.ts';
import { backupsIn } from '../../main/backups/make.ts';
import { restore } from '../../main/backups/restore.ts';
import { makeSalvage } from '../../main/backups/salvaging.ts';
import { backupFile, filledLibrary, key, nextMoment } from '../fixtures/backups.ts';
import { harm, rootOf } from '../fixtures/harm.ts';
import { databaseFile, everyRow, migrations, openTestStore, upTo } from '../fixtures/store.ts';

/** A closed library, and all that is in it. */
function closed(marks = 300) {
  const library = filledLibrary(marks);
  const { store, file, rating, session } = library;
  for (let item = 1; item <= 19; item += 1) {
    store.judgements.editScore({
      ratingId: rating.id,
      item,
      adherence: 4,
      quality: (item % 7) + 1,
      note: 'n',
    });
  }
  store.phases.set({ sessionId: session.id, phases: [{ name: 'Opening', startMs: 0, endMs: 900 }] });
  store.close();
  return { ...library, rows: everyRow(file) };
}

/** Without the log, whose rows are the only copy of themselves. */
const withoutLog = ({ change: _, ...rows }: Record<string, unknown[]>) => rows;

function salvaged(file: string) {
  const to = databaseFile();
  const found = salvage(file, key, to, migrations);
  return { to, found };
}

describe('what can be read of a record', () => {
  test('is all of it when nothing is wrong', () => {
    const { file, rows } = closed();
    const { to, found } = salvaged(file);
    expect(everyRow(to)).toEqual(rows);
    expect(found).toMatchObject({
      sessions: { kept: 1, lost: 0 },
      ratings: { kept: 1, lost: 0 },
      marks: { kept: 300, lost: 0 },
      scores: { kept: 19, lost: 0 },
    });
  });

  test.each([
    'rater',
    'rating',
    'session',
    'session_therapist',
    'mark',
    'score',
    'phase',
    'therapist',
    'group',
  ])('is made whole from the log when the whole table %s is gone', (table) => {
    const { file, rows } = closed();
    harm(file, rootOf(file, table));
    expect(checkRecord(file, key)).toEqual({ reason: 'damaged' });
    const { to } = salvaged(file);
    expect(everyRow(to)).toEqual(rows);
    expect(checkRecord(to, key)).toHaveProperty('counts');
  });

  test('is its log, too, of a record from before the log was a chain', () => {
    const file = databaseFile();
    const old = openDatabase(file, key, upTo(4));
    old.exec(`insert into rater (id, name, kind) values ('o', 'Solveig', 'supervisor')`);
    const insert = old.prepare(
      `insert into change values (?, '2026-11-12T09:00:00.000Z', 'o', null, 'rater', 'o', 'do', ?, ?)`,
    );
    insert.run(1, null, '{"id":"o","name":"Solveig","kind":"supervisor","therapistId":null}');
    insert.run(3, '{"name":"Solveig"}', '{"id":"o","name":"Siv","kind":"supervisor","therapistId":null}');
    const before = old.prepare('select * from change').all();
    old.close();
    harm(file, rootOf(file, 'rater'));
    const { to, found } = salvaged(file);
    expect(found?.changes).toEqual({ kept: 2, lost: 0 });
    const { change, rater } = everyRow(to);
    expect(change).toMatchObject(before);
    expect(rater).toMatchObject([{ id: 'o', name: 'Siv' }]);
    const made = openDatabase(to, key, migrations);
    onTestFinished(() => void made.close());
    expect(verify(made).faults.filter(({ kind }) => kind === 'edited')).toEqual([]);
  });

  test('is a name whose earlier ones were forgotten, and nothing that was deleted', () => {
    const { file, store, group, rater, session } = filledLibrary(1);
    store.naming.rename({ noun: 'group', id: group.id, name: 'Group 7' }, rater.id);
    const other = store.groups.add({ name: 'Group 8', format: 'closed', usualMinutes: 90 });
    const going = store.whatGoes({ noun: 'group', id: other.id }, rater);
    store.deletions.delete({ noun: 'group', id: other.id }, going?.asOf ?? 0, rater);
    const rows = everyRow(file);
    store.close();
    harm(file, rootOf(file, 'group'));
    const read = everyRow(salvaged(file).to);
    expect(read.group).toEqual(rows.group);
    expect(read.session).toMatchObject([{ id: session.id, group_id: group.id }]);
  });

  test('is all but the log when the log is gone, and the record takes new changes', () => {
    const { file, rows, rating } = closed();
    harm(file, rootOf(file, 'change'));
    const { to, found } = salvaged(file);
    expect(withoutLog(everyRow(to))).toEqual(withoutLog(rows));
    expect(found?.changes.kept).toBe(0);
    const store = openTestStore(to);
    store.judgements.editScore({ ratingId: rating.id, item: 1, adherence: 7 });
  });

  test('is, without a log, what lies around a page that cannot be read, and the rest is counted', () => {
    const { file, rating } = closed(0);
    const db = connect(file, key);
    const insert = db.prepare(
      `insert into mark (id, rating_id, item, kind, at_ms, therapist, note)
       values (?, ?, 4, 'intervention', ?, 'first', ?)`,
    );
    db.transaction(() => {
      for (let index = 0; index < 600; index += 1)
        insert.run(`mark ${index}`, rating.id, index, 'x'.repeat(200));
    })();
    db.close();
    const whole = readFileSync(file);
    const lost: number[] = [];
    let nothing = 0;
    for (let page = 2; page <= whole.length / 4096; page += 1) {
      writeFileSync(file, whole);
      harm(file, page);
      if (!('reason' in checkRecord(file, key))) continue;
      const { to, found } = salvaged(file);
      expect(checkRecord(to, key), `page ${page}`).toHaveProperty('counts');
      if (found === undefined) {
        nothing += 1;
        continue;
      }
      if (found.marks.lost !== null) expect(found.marks.kept + found.marks.lost, `page ${page}`).toBe(600);
      lost.push(600 - found.marks.kept);
    }
    // A page of marks costs the few that are on it; only the first page of the table, which leads to all, costs all.
    expect(lost.filter((count) => count > 0 && count < 40).length).toBeGreaterThan(20);
    // The pages that say which tables there are: without one of them no table is found.
    expect(nothing).toBeLessThanOrEqual(6);
    expect(lost.filter((count) => count >= 40).length).toBeLessThanOrEqual(2);
  }, 120_000);

  test('is nothing when the first page is gone', () => {
    const { file } = closed(1);
    harm(file, 1);
    expect(salvaged(file).found).toBeUndefined();
  });

  test('is right, whichever ten bits are changed', () => {
    const { file, rows } = closed(100);
    const whole = readFileSync(file);
    const random = seeded(20_261_121);
    const known = Object.fromEntries(
      Object.entries(rows).map(([table, all]) => [table, new Set(all.map((row) => JSON.stringify(row)))]),
    );
    for (let round = 0; round < 8; round += 1) {
      const bytes = Buffer.from(whole);
      for (let flip = 0; flip < 10; flip += 1) {
        const at = 4096 + Math.floor(random.next() * (bytes.length - 4096));
        bytes[at] = (bytes[at] ?? 0) ^ 4;
      }
      writeFileSync(file, bytes);
      const { to, found } = salvaged(file);
      if (found === undefined) continue;
      expect(checkRecord(to, key)).toHaveProperty('counts');
      const read = everyRow(to);
      for (const table of ['session', 'rater', 'mark', 'score', 'change']) {
        // Nothing that was not there, and nothing in another state.
        const invented = (read[table] ?? []).filter((row) => !known[table]?.has(JSON.stringify(row)));
        expect(invented, `${table}, round ${round}`).toEqual([]);
      }
    }
  }, 120_000);
});

describe('a salvage', () => {
  test('becomes a backup that takes the place of the record, and the damaged file is kept', () => {
    const { folder, file, rows } = closed();
    harm(file, rootOf(file, 'mark'));
    const damaged = readFileSync(file);
    const made = makeSalvage({ folder, key, migrations, now: nextMoment() });
    if (made.outcome !== 'salvaged') throw new Error(made.outcome);
    expect(made.found.marks).toMatchObject({ kept: 300 });
    expect(readFileSync(file)).toEqual(damaged);
    expect(restore({ folder, key, name: made.name, now: nextMoment() })).toBe('restored');
    expect(everyRow(file)).toEqual(rows);
    const kept = backupsIn(folder).find(({ kind }) => kind === 'damaged');
    expect(readFileSync(backupFile(folder, kept?.name ?? ''))).toEqual(damaged);
  });

  test('of which nothing can be read leaves nothing behind', () => {
    const { folder, file } = closed(1);
    harm(file, 1);
    expect(makeSalvage({ folder, key, migrations, now: nextMoment() })).toEqual({ outcome: 'nothing' });
    expect(backupsIn(folder)).toEqual([]);
  });
});
