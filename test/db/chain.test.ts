/** The log is a chain: whatever is done to it by another hand is found, and where. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { connect, type Db } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { type Verified, verify } from '../../db/verify.ts';
import { databaseFile, newMark, openTestStore, startRating } from '../fixtures/store.ts';

let file: string;
let store: Store;
let ratingId: string;
let sessionId: string;
let length: number;

beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
  const begun = startRating(store);
  [ratingId, sessionId] = [begun.rating.id, begun.session.id];
  for (let atMs = 0; atMs < 8000; atMs += 1000) store.judgements.addMark(newMark(ratingId, { atMs }));
  store.judgements.undo(ratingId);
  length = verified().changes;
});

function verified(): Verified {
  const db = connect(file, demoKeys.database, { readonly: true });
  try {
    return verify(db);
  } finally {
    db.close();
  }
}

/** By somebody who has the key, and lets no trigger or check stand in the way. Taken back again afterwards. */
function afterTampering(tamper: (db: Db) => void): Verified {
  const db = connect(file, demoKeys.database);
  try {
    db.exec('begin');
    db.pragma('ignore_check_constraints = on');
    const triggers = `select name from sqlite_schema where type = 'trigger' and tbl_name = 'change'`;
    for (const name of db.prepare<[], string>(triggers).pluck().all()) db.exec(`drop trigger ${name}`);
    tamper(db);
    const found = verify(db);
    db.exec('rollback');
    return found;
  } finally {
    db.close();
  }
}

const timeOf = (id: number): string | null => {
  const db = connect(file, demoKeys.database, { readonly: true });
  const at = db.prepare<[number], string>('select at from change where id = ?').pluck().get(id);
  db.close();
  return at ?? null;
};

const eraseMarks = (ids: number[]) =>
  store.together(() =>
    store.changes.erase(
      { raterId: 'r', noun: 'session', nounId: sessionId, counts: { ratings: 1 }, gone: true },
      ids,
    ),
  );

describe('a log that nobody touched', () => {
  test('is unbroken', () => {
    expect(verified()).toEqual({
      changes: length,
      erased: 0,
      from: timeOf(1),
      to: timeOf(length),
      faults: [],
      faultCount: 0,
    });
  });

  test('is unbroken when it is empty', () => {
    const empty = databaseFile();
    openTestStore(empty);
    const db = connect(empty, demoKeys.database, { readonly: true });
    expect(verify(db)).toMatchObject({ changes: 0, from: null, to: null, faults: [] });
    db.close();
  });

  test('is unbroken after content was erased, and counts it', () => {
    eraseMarks([5, 7, 8]);
    store.judgements.addMark(newMark(ratingId));
    eraseMarks([]);
    eraseMarks([6, 2]);
    expect(verified()).toMatchObject({ changes: length + 4, erased: 5, faults: [] });
  });

  test('is unbroken whatever is written in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 5 }), (texts) => {
        for (const note of texts) store.judgements.addMark(newMark(ratingId, { note }));
        expect(verified().faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what another hand does is found', () => {
  const columns = ['at', 'rater_id', 'rating_id', 'noun', 'noun_id', 'action', 'before', 'after'] as const;
  const blobs = ['salt', 'digest', 'hash', 'erases'] as const;

  test('an edit of any field of any change, between the times of its neighbours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: length }),
        fc.constantFrom(...columns),
        fc.string({ minLength: 1, maxLength: 20 }),
        (id, column, value) => {
          const found = afterTampering((db) =>
            db.prepare(`update change set "${column}" = ? where id = ?`).run(`${value}\u0001`, id),
          );
          expect(found.faultCount).toBe(1);
          const [fault] = found.faults;
          expect(fault?.kind).toBe('edited');
          if (column !== 'at') expect(fault).toMatchObject({ after: timeOf(id - 1), before: timeOf(id) });
        },
      ),
      { numRuns: 150 },
    );
  });

  test('an edit of what holds the chain together', () => {
    for (const column of blobs) {
      for (let id = 1; id <= length; id += 1) {
        const found = afterTampering((db) =>
          db.prepare(`update change set ${column} = randomblob(32) where id = ?`).run(id),
        );
        expect(found.faults, `${column} ${id}`).not.toEqual([]);
      }
    }
  });

  test('the removal of any changes but the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: length - 1 }), fc.integer({ min: 1, max: 4 }), (from, many) => {
        const count = Math.min(many, length - from);
        const found = afterTampering((db) =>
          db.prepare('delete from change where id >= ? and id < ?').run(from, from + count),
        );
        expect(found.faults).toEqual([
          { kind: 'missing', after: timeOf(from - 1), before: timeOf(from + count), count },
        ]);
      }),
    );
  });

  test('a tail that is cut off', () => {
    for (let count = 1; count <= length; count += 1) {
      const found = afterTampering((db) => db.prepare('delete from change where id > ?').run(length - count));
      expect(found.faults).toEqual([{ kind: 'cut', after: timeOf(length - count), before: null, count }]);
    }
  });

  test('a tail that is cut off, also when work goes on after it', () => {
    const db = connect(file, demoKeys.database);
    db.exec('drop trigger change_is_append_only_delete');
    db.prepare('delete from change where id > ?').run(length - 2);
    db.close();
    store.judgements.addMark(newMark(ratingId));
    expect(verified().faults).toEqual([expect.objectContaining({ kind: 'missing', count: 2 })]);
  });

  test('two changes in each other’s place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: length }), fc.integer({ min: 1, max: length }), (one, other) => {
        fc.pre(one !== other);
        const found = afterTampering((db) => {
          const move = db.prepare('update change set id = ? where id = ?');
          move.run(-1, one);
          move.run(one, other);
          move.run(other, -1);
        });
        expect(found.faults.length).toBeGreaterThanOrEqual(1);
        expect(found.faults.every(({ kind }) => kind === 'edited')).toBe(true);
      }),
    );
  });

  test('a change that was put in, in the middle or at the end', () => {
    const copy = (db: Db, from: number, to: number) =>
      db
        .prepare(
          `insert into change (id, at, rater_id, rating_id, noun, noun_id, action, before, after, salt, digest, hash)
           select ?, at, rater_id, rating_id, noun, noun_id, action, before, after, salt, digest, hash
           from change where id = ?`,
        )
        .run(to, from);
    const middle = afterTampering((db) => {
      db.exec(`update change set id = -id where id > 6; update change set id = 1 - id where id < 0`);
      copy(db, 3, 7);
    });
    expect(middle.faults[0]).toMatchObject({ kind: 'edited', after: timeOf(6) });
    const end = afterTampering((db) => copy(db, 3, length + 1));
    expect(end.faults.map(({ kind }) => kind)).toEqual(['edited', 'added']);
  });

  test('a last change that was made anew together with its hash', () => {
    const found = afterTampering((db) =>
      db.prepare(`update change_head set hash = randomblob(32) where one = 1`).run(),
    );
    expect(found.faults).toEqual([{ kind: 'edited', after: timeOf(length - 1), before: null, count: 1 }]);
  });

  test('a head that is gone', () => {
    expect(afterTampering((db) => db.exec('delete from change_head')).faults).toEqual([
      expect.objectContaining({ kind: 'cut' }),
    ]);
  });

  test('content that was taken away without a deletion', () => {
    const empty = `update change set before = null, after = null, salt = null`;
    for (const by of ['null', '999', String(length)]) {
      const found = afterTampering((db) => db.exec(`${empty}, erased_by = ${by} where id = 6`));
      expect(found.faults, by).not.toEqual([]);
      expect(['edited', 'erased']).toContain(found.faults[0]?.kind);
    }
  });

  test('more content that was taken away in the name of a deletion, or put back', () => {
    eraseMarks([7, 8]);
    const by = length + 1;
    const more = afterTampering((db) =>
      db.exec(`update change set before = null, after = null, salt = null, erased_by = ${by} where id = 6`),
    );
    expect(more.faults).toEqual([{ kind: 'erased', after: timeOf(6), before: timeOf(by), count: 3 }]);
    const back = afterTampering((db) =>
      db.exec(`update change set after = '{}', salt = randomblob(16), erased_by = null where id = 7`),
    );
    expect(back.faults.map(({ kind }) => kind).toSorted()).toEqual(['edited', 'erased']);
  });
});

test('the program itself can only append, and erase once', () => {
  eraseMarks([6]);
  const db = connect(file, demoKeys.database);
  const refused = (sql: string) => expect(() => db.exec(sql), sql).toThrow(/append-only|CHECK/);
  refused(`update change set after = '{}' where id = 5`);
  refused(`update change set before = null, after = null, salt = null where id = 5`);
  refused(`update change set before = null, after = null, salt = null, erased_by = 2 where id = 5`);
  refused(`update change set erased_by = 99 where id = 5`);
  refused(`update change set erased_by = 99 where id = 6`);
  refused(`update change set after = '{}', salt = zeroblob(16), erased_by = null where id = 6`);
  refused(
    `update change set before = null, after = null, salt = null, erased_by = 99 where id = ${length + 1}`,
  );
  refused(`delete from change where id = 6`);
  db.close();
  expect(verified().faults).toEqual([]);
});

test('progress is told while it goes on', () => {
  const told: [number, number][] = [];
  store.together(() => {
    for (let count = 0; count < 20_100; count += 1)
      store.changes.append({ noun: 'mark', nounId: 'm', after: { count } });
  });
  const db = connect(file, demoKeys.database, { readonly: true });
  verify(db, (done, all) => told.push([done, all]));
  db.close();
  expect(told).toEqual([[20_000, length + 20_100]]);
});
