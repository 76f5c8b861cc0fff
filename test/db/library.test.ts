/** Pages of the library, and what is found in it. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../db/blinding.ts';
import type { SoughtSessions } from '../../db/library.ts';
import type { Store } from '../../db/store.ts';
import { bareSession } from '../fixtures/rows.ts';
import { openTestStore, sessionsOf, submit } from '../fixtures/store.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore();
});

const everything: SoughtSessions = { sought: '', groupId: null, waiting: false };

function people() {
  const group = (name: string) => store.groups.add({ name, format: 'slowOpen', usualMinutes: 90 }).id;
  return {
    thursday: group('Torsdagsgruppen'),
    monday: group('Mandagsgruppen Ålesund'),
    ingrid: store.therapists.add({ code: 'T-07', name: 'Ingrid' }).id,
    oystein: store.therapists.add({ code: 'T-12', name: 'Øystein' }).id,
    solveig: store.raters.add({ name: 'Solveig Ås', kind: 'supervisor' }),
    henrik: store.raters.add({ name: 'Henrik', kind: 'supervisor' }),
  };
}

/** A full session of the Thursday group, one of the Monday group, and one of which nothing is known. */
function threeSessions() {
  const who = people();
  const thursday = store.sessions.add({
    ...bareSession,
    date: '2026-11-12',
    number: 34,
    groupId: who.thursday,
    firstTherapistId: who.ingrid,
    secondTherapistId: who.oystein,
  });
  store.recordings.add({
    sessionId: thursday.id,
    path: '/secret/x.mp4',
    name: 'A\u030Arets opptak.mp4',
    sizeBytes: 1,
    durationMs: null,
    picture: true,
    fingerprint: 'a'.repeat(64),
  });
  const monday = store.sessions.add({ ...bareSession, date: '2026-05-04', number: 7, groupId: who.monday });
  const bare = store.sessions.add({ ...bareSession, date: '2025-01-02' });
  return { ...who, thursdayId: thursday.id, mondayId: monday.id, bareId: bare.id };
}

const found = (sought: string, viewer?: Viewer, some: Partial<SoughtSessions> = {}) =>
  sessionsOf(store, viewer, { sought, ...some }).map(({ id }) => id);

describe('a page of the library', () => {
  test('is as long as it was asked for, and says how many there are', () => {
    for (let day = 10; day < 30; day += 1) store.sessions.add({ ...bareSession, date: `2026-01-${day}` });
    const page = store.library.sessions({ ...everything, from: 5, count: 3 }, undefined);
    expect(page.total).toBe(20);
    expect(page.rows.map(({ date }) => date)).toEqual(['2026-01-24', '2026-01-23', '2026-01-22']);
    expect(store.library.sessions({ ...everything, from: 20, count: 3 }, undefined)).toEqual({
      total: 20,
      rows: [],
    });
  });

  test('follows on the page before without a gap, also on days with many sessions', () => {
    for (let count = 0; count < 25; count += 1) store.sessions.add(bareSession);
    const pages = [0, 10, 20].flatMap((from) =>
      store.library.sessions({ ...everything, from, count: 10 }, undefined).rows.map(({ id }) => id),
    );
    expect(pages).toHaveLength(25);
    expect(new Set(pages).size).toBe(25);
  });

  test('of a group has the sessions of the group', () => {
    const { monday, mondayId } = threeSessions();
    expect(found('', undefined, { groupId: monday })).toEqual([mondayId]);
    expect(found('ingrid', undefined, { groupId: monday })).toEqual([]);
  });
});

describe('searching sessions', () => {
  test.each([
    'torsdag',
    'INGRID',
    't-12',
    'øYSTEIN',
    '34',
    'opptak',
    'ÅRETS',
    '2026-11-12',
    'november',
    '12. nov',
    '12 Nov',
    'november torsdag ingrid',
  ])('finds the Thursday session by %j', (sought) => {
    const { thursdayId } = threeSessions();
    expect(found(sought)).toEqual([thursdayId]);
  });

  test('finds what has every word, in any order', () => {
    const { thursdayId } = threeSessions();
    expect(found('øystein torsdag')).toEqual([thursdayId]);
    expect(found('øystein mandag')).toEqual([]);
  });

  test('reads months in both languages', () => {
    const { mondayId } = threeSessions();
    expect(found('mai')).toEqual([mondayId]);
    expect(found('may')).toEqual([mondayId]);
  });

  test.each(['null', 'undefined', 'secret', '%', '_', "'"])('finds nothing by %j', (sought) => {
    threeSessions();
    expect(found(sought)).toEqual([]);
  });

  test('knows what was changed since', () => {
    const { bareId, thursday } = threeSessions();
    expect(found('ny')).toEqual([]);
    const groupId = store.groups.add({ name: 'Ny gruppe', format: 'closed', usualMinutes: 90 }).id;
    store.sessions.edit({ id: bareId, groupId });
    expect(found('ny')).toEqual([bareId]);
    store.sessions.edit({ id: bareId, groupId: thursday });
    expect(found('torsdag')).toHaveLength(2);
  });
});

describe('a rater', () => {
  test('is found by name, with a word about the session too', () => {
    const { thursdayId, mondayId, solveig } = threeSessions();
    for (const sessionId of [thursdayId, mondayId]) {
      store.ratings.begin({ sessionId, raterId: solveig.id, purpose: 'supervision' });
    }
    expect(found('solveig')).toEqual([thursdayId, mondayId]);
    expect(found('ÅS mandag')).toEqual([mondayId]);
  });

  test('whose rating is hidden finds nothing, but the own name does', () => {
    const { thursdayId, solveig, henrik } = threeSessions();
    submit(
      store,
      store.ratings.begin({ sessionId: thursdayId, raterId: solveig.id, purpose: 'supervision' }).id,
    );
    const own = store.ratings.begin({ sessionId: thursdayId, raterId: henrik.id, purpose: 'certification' });
    expect(found('solveig', henrik)).toEqual([]);
    expect(found('henrik', henrik)).toEqual([thursdayId]);
    expect(found('solveig')).toEqual([]);
    expect(found('solveig henrik', henrik)).toEqual([]);
    submit(store, own.id);
    expect(found('solveig', henrik)).toEqual([thursdayId]);
  });

  test('in training finds nobody by name before the own rating is submitted', () => {
    const { thursdayId, solveig } = threeSessions();
    const tove = store.raters.add({ name: 'Tove', kind: 'trainee' });
    store.ratings.begin({ sessionId: thursdayId, raterId: solveig.id, purpose: 'supervision' });
    expect(found('solveig', tove)).toEqual([]);
    expect(found('solveig', solveig)).toEqual([thursdayId]);
  });
});

describe('what waits for a rater', () => {
  test('is the sessions with an own rating that is not submitted, each once', () => {
    const { thursdayId, mondayId, bareId, solveig, henrik } = threeSessions();
    const begin = (sessionId: string, raterId: string, purpose: 'supervision' | 'research') =>
      store.ratings.begin({ sessionId, raterId, purpose }).id;
    begin(bareId, solveig.id, 'supervision');
    begin(thursdayId, solveig.id, 'supervision');
    begin(thursdayId, solveig.id, 'research');
    submit(store, begin(mondayId, solveig.id, 'supervision'));
    begin(mondayId, henrik.id, 'supervision');
    expect(found('', solveig, { waiting: true })).toEqual([thursdayId, bareId]);
    expect(store.library.counts(solveig)).toEqual({ sessions: 3, waiting: 2 });
    expect(found('torsdag', solveig, { waiting: true })).toEqual([thursdayId]);
    expect(found('mandag', solveig, { waiting: true })).toEqual([]);
  });

  test('is nothing for nobody in particular', () => {
    const { thursdayId, solveig } = threeSessions();
    store.ratings.begin({ sessionId: thursdayId, raterId: solveig.id, purpose: 'supervision' });
    expect(found('', undefined, { waiting: true })).toEqual([]);
    expect(store.library.counts(undefined).waiting).toBe(0);
  });
});
