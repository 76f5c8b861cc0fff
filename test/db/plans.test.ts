import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { connect } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { sharedFolder } from '../fixtures/folder.ts';
import { migrations } from '../fixtures/store.ts';

const file = `${sharedFolder()}/record.db`;
const statements: string[] = [];

beforeAll(() => {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const store = openStore({
    file,
    key: demoKeys.database,
    migrations,
    now: () => new Date(),
    newId: () => '',
  });
  statements.push(...prepare.mock.calls.map(([sql]) => sql.replace(/\s+/g, ' ').trim()));
  prepare.mockRestore();
  store.close();
});

/** How SQLite will look for the rows of a statement. */
function planOf(sql: string): string[] {
  const db = connect(file, demoKeys.database, { readonly: true });
  try {
    const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]));
    const places = [...sql.matchAll(/\?/g)].map(() => null);
    const bound = Object.keys(named).length > 0 ? [named] : places;
    return db
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...bound)
      .map(({ detail }) => detail);
  } finally {
    db.close();
  }
}

const reading = () => statements.filter((sql) => sql.startsWith('select'));
const about = (part: string) => {
  const found = statements.filter((sql) => sql.includes(part));
  expect(found, part).not.toEqual([]);
  return found.flatMap(planOf);
};

describe('every statement of the record', () => {
  test('is seen here', () => {
    expect(reading().length).toBeGreaterThan(20);
  });

  test('goes by an index, but for the lists that are read whole', () => {
    const scanned = reading().flatMap((sql) => planOf(sql).filter((step) => step.startsWith('SCAN')));
    // All groups, therapists, raters, events and programmes; what anybody has to rate, or may be given; how many sessions there are, and the newest of them; the sessions,
    // ratings and raters that words are sought in, once; what the site has set; the little
    // that is still to be removed; and, read off an index, how many
    // ratings follow each edition, how many sessions each therapist and pair led, and which sessions two have rated.
    // The constant row is a number that SQLite itself counts.
    expect(scanned.map((step) => step.split(' ')[1]).toSorted()).toEqual([
      'CONSTANT',
      'a',
      'edition',
      'event',
      'found',
      'found',
      'group',
      'kept',
      'leaving',
      'one',
      'phase_name',
      'programme',
      'rater',
      'rater',
      'rating',
      'rating',
      'rating',
      'rating',
      's',
      'session',
      'session',
      'session_therapist',
      'therapist',
    ]);
  });

  test('that changes rows finds them by an index', () => {
    const changing = statements.filter((sql) => /^(update|delete)/.test(sql));
    expect(changing.length).toBeGreaterThan(5);
    expect(changing.flatMap(planOf).filter((step) => !step.startsWith('SEARCH'))).toEqual([]);
  });
});

describe('the marks of a rating', () => {
  test('are found and put in order by one index', () => {
    expect(about('from mark where rating_id = ? order by')).toEqual([
      'SEARCH mark USING INDEX mark_by_rating (rating_id=?)',
    ]);
  });
});

describe('a page of the library', () => {
  test('is taken off the index of days, in order', () => {
    expect(about('from session order by date desc, id desc limit')).toEqual([
      'SCAN session USING COVERING INDEX session_by_date',
    ]);
  });

  test('reads of each session only its own ratings, and of these only their own scores and marks', () => {
    const steps = [...about('r.duration_ms as durationMs'), ...about('as overallQuality from rating')];
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(steps).toContain('SEARCH mark USING COVERING INDEX mark_by_rating (rating_id=?)');
  });

  test('of a group, or of what waits for a rater, goes by their indexes', () => {
    expect(about('from session where group_id = ?')[0]).toMatch(
      /^SEARCH session USING INDEX session_by_group/,
    );
    const waiting = [
      ...about('where id in (select session_id from rating'),
      ...about('count(distinct session_id)'),
    ];
    expect(waiting.filter((step) => step.includes('rating_unsubmitted'))).toHaveLength(2);
    expect(waiting.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });
});

describe('the progress of a therapist, a pair or a group', () => {
  test.each(['where therapist_id = @therapistId', 'where one.therapist_id', 'where group_id = @groupId'])(
    'is read by indexes alone: %s',
    (part) => {
      expect(about(part).filter((step) => step.startsWith('SCAN'))).toEqual([]);
    },
  );
});

describe('the last change of a rating', () => {
  test('is found without reading the log', () => {
    expect(about('from change where rating_id = ? order by id desc')).toEqual([
      'SEARCH change USING INDEX change_by_rating (rating_id=?)',
    ]);
  });
});
