import { beforeEach, describe, expect, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { type Db, openDatabase } from '../../db/open.ts';
import { databaseFile, migrations, openTestStore, startRating } from '../fixtures/store.ts';

let db: Db;
let ids: Record<string, string>;

beforeEach(() => {
  const file = databaseFile();
  const store = openTestStore(file);
  const { session, rating, rater, first } = startRating(store);
  store.close();
  ids = { session: session.id, rating: rating.id, rater: rater.id, therapist: first.id };
  db = openDatabase(file, demoKeys.database, migrations);
  return () => void db.close();
});

type Values = Record<string, string | number | null>;

/** Rows that are taken as they are. */
const good = {
  mark: () => ({
    id: 'm',
    rating_id: ids.rating ?? '',
    item: 3,
    kind: 'intervention',
    at_ms: 1000,
    end_ms: 5000,
    therapist: 'first',
    aspect: 'closing',
    quality: 4,
    note: '',
  }),
  score: () => ({ rating_id: ids.rating ?? '', item: 4, adherence: 3, quality: 4, no_occasion: 0, note: '' }),
  overall: () => ({ rating_id: ids.rating ?? '', adherence: 3, quality: 4, note: '' }),
  session: () => ({ id: 's', group_id: null, date: '2026-11-12', number: 1, patients_present: 0 }),
  phase: () => ({ id: 'p', session_id: ids.session ?? '', name: 'Opening', start_ms: 0, end_ms: 1 }),
  recording: () => ({
    id: 'r',
    session_id: ids.session ?? '',
    path: '/a',
    name: 'a',
    size_bytes: 1,
    duration_ms: 1,
    picture: 0,
    fingerprint: 'a'.repeat(64),
    added_at: '2026-11-12T08:00:00Z',
  }),
  rater: () => ({ id: 'r', name: 'R', kind: 'self', therapist_id: ids.therapist ?? '' }),
  rating: () => ({
    id: 'r',
    session_id: ids.session ?? '',
    rater_id: ids.rater ?? '',
    purpose: 'training',
    scale_edition: 'mbt-g-aqs/1',
    started_at: '2026-11-12T08:00:00Z',
    position_ms: 0,
  }),
  therapist: () => ({ id: 't', code: 'T', name: '' }),
  group: () => ({ id: 'g', name: 'G', format: 'closed', usual_minutes: 90 }),
} satisfies Record<string, () => Values>;
type Table = keyof typeof good;

function insert(table: Table, some: Values): void {
  const row = { ...good[table](), ...some };
  const columns = Object.keys(row);
  const places = columns.map((column) => `@${column}`).join(', ');
  db.prepare(`insert into "${table}" (${columns.join(', ')}) values (${places})`).run(row);
}

describe('the database itself', () => {
  test.each(Object.keys(good) as Table[])('takes a good %s', (table) => {
    insert(table, {});
    expect(db.prepare(`select count(*) from "${table}"`).pluck().get()).toBeGreaterThan(0);
  });

  test.each<[table: Table, wrong: Values, why: string]>([
    ['mark', { item: 0 }, 'item 0'],
    ['mark', { item: 20, aspect: null }, 'item 20'],
    ['mark', { quality: 0 }, 'quality 0'],
    ['mark', { quality: 8 }, 'quality 8'],
    ['mark', { quality: 4.5 }, 'half a quality'],
    ['mark', { at_ms: -1 }, 'a time before the start'],
    ['mark', { end_ms: 999 }, 'an end before its start'],
    ['mark', { end_ms: 1000 }, 'an end at its start'],
    ['mark', { item: 4 }, 'an aspect on another item than 3'],
    ['mark', { aspect: 'other' }, 'an unknown aspect'],
    ['mark', { kind: 'other' }, 'an unknown kind'],
    ['mark', { therapist: 'third' }, 'a third therapist'],
    ['mark', { rating_id: 'nobody' }, 'a rating that is not there'],
    ['mark', { note: 'x'.repeat(20_001) }, 'a note without end'],
    ['score', { item: 0 }, 'item 0'],
    ['score', { item: 20 }, 'item 20'],
    ['score', { quality: 8 }, 'quality 8'],
    ['score', { adherence: 0 }, 'adherence 0'],
    ['score', { adherence: 'high' }, 'an adherence in words'],
    ['score', { no_occasion: 1 }, '"no occasion" together with both ratings'],
    ['score', { no_occasion: 1, adherence: null }, '"no occasion" together with a quality'],
    ['score', { no_occasion: 1, quality: null }, '"no occasion" together with an adherence'],
    ['score', { no_occasion: 2 }, 'a third state of "no occasion"'],
    ['score', { no_occasion: null }, 'an unknown state of "no occasion"'],
    ['score', { rating_id: 'nobody' }, 'a rating that is not there'],
    ['overall', { quality: 8 }, 'quality 8'],
    ['overall', { adherence: 0 }, 'adherence 0'],
    ['overall', { rating_id: 'nobody' }, 'a rating that is not there'],
    ['session', { date: '12.11.2026' }, 'a day in another form'],
    ['session', { date: null }, 'no day'],
    ['session', { number: 0 }, 'number 0'],
    ['session', { patients_present: -1 }, 'less than no patients'],
    ['session', { group_id: 'nobody' }, 'a group that is not there'],
    ['phase', { end_ms: 0 }, 'an end at its start'],
    ['phase', { name: ' ' }, 'a blank name'],
    ['phase', { session_id: 'nobody' }, 'a session that is not there'],
    ['recording', { size_bytes: 0 }, 'no bytes'],
    ['recording', { fingerprint: 'a' }, 'a short fingerprint'],
    ['recording', { duration_ms: 0 }, 'no length'],
    ['recording', { picture: 2 }, 'two pictures'],
    ['rater', { therapist_id: null }, 'a self-rater without a therapist'],
    ['rater', { kind: 'expert' }, 'an expert who is a therapist of the record'],
    ['rater', { name: '' }, 'no name'],
    ['rating', { purpose: 'supervision' }, 'a second rating by the same rater for the same purpose'],
    ['rating', { purpose: 'fun' }, 'an unknown purpose'],
    ['rating', { position_ms: -1 }, 'a position before the start'],
    ['rating', { rater_id: 'nobody' }, 'a rater who is not there'],
    ['therapist', { code: '' }, 'no code'],
    ['group', { name: '  ' }, 'a blank name'],
    ['group', { format: 'open' }, 'an unknown format'],
    ['group', { usual_minutes: 0 }, 'no length'],
  ])('refuses a %s with %o: %s', (table, wrong) => {
    const before = db.prepare(`select count(*) from "${table}"`).pluck().get();
    expect(() => insert(table, wrong)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) }),
    );
    expect(db.prepare(`select count(*) from "${table}"`).pluck().get()).toBe(before);
  });

  test('takes everything of a rating away with it', () => {
    insert('mark', {});
    insert('score', {});
    insert('overall', {});
    db.prepare(`delete from rating`).run();
    for (const table of ['mark', 'score', 'overall']) {
      expect(db.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(0);
    }
  });
});

describe('the log of changes', () => {
  const entry = `insert into change (salt, digest, hash, id, at, noun, noun_id, action, after)`;
  const chained = `zeroblob(16), zeroblob(32), zeroblob(32)`;

  beforeEach(() => {
    db.prepare(`${entry} values (${chained}, 1000, 'now', 'mark', 'm', 'do', 'this')`).run();
  });
  const kept = () => db.prepare(`select after from change where id = 1000`).pluck().get();

  test('cannot be rewritten', () => {
    expect(() => db.prepare(`update change set after = 'that'`).run()).toThrow('append-only');
    expect(kept()).toBe('this');
  });

  test('cannot be shortened', () => {
    expect(() => db.prepare(`delete from change`).run()).toThrow('append-only');
    expect(kept()).toBe('this');
  });

  test('cannot be overwritten by an entry with the same number', () => {
    const again = `values (${chained}, 1000, 'now', 'mark', 'm', 'do', 'that')`;
    expect(() => db.prepare(`${entry} ${again}`).run()).toThrow();
    expect(() => db.prepare(`${entry.replace('insert', 'insert or replace')} ${again}`).run()).toThrow();
    expect(kept()).toBe('this');
  });

  test.each([
    [`'session', 's', 'do', null, null`, 'from nothing to nothing'],
    [`'', 'w', 'do', null, 'x'`, 'of no noun'],
    [`'mark', 'm', 'forget', null, 'x'`, 'by an unknown action'],
  ])('refuses a change %s, %s', (values) => {
    const insertion = `insert into change (salt, digest, hash, at, noun, noun_id, action, before, after)
      values (${chained}, 'now', ${values})`;
    expect(() => db.prepare(insertion).run()).toThrow(/CHECK/);
  });
});
