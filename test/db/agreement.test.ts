/** Agreement asked directly: blinding where the data are read, what is compared, and a run that is stopped. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Purpose } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import type { Call } from '../../main/ipc.ts';
import type {
  AgreementBasis,
  AgreementMoments,
  AgreementPair,
  AgreementProgress,
  AgreementScope,
  AgreementTable,
} from '../../preload/api.ts';
import { bareSession, uuid } from '../fixtures/rows.ts';
import { newMark, openTestStore, submit } from '../fixtures/store.ts';

// Questions are given to the answers themselves; nothing else of Electron is touched.
vi.mock('electron', () => ({ ipcMain: {} }));
const { agreementCalls } = await import('../../main/agreementCalls.ts');

const everything: AgreementScope = {
  from: null,
  to: null,
  groupId: null,
  programmeId: null,
  sessionIds: null,
  raterIds: null,
  edition: null,
};

let store: Store;
let viewerId: string | undefined;
let told: AgreementProgress[];
let calls: Readonly<Record<string, Call>>;
let anne: string;
let bo: string;

beforeEach(() => {
  store = openTestStore();
  viewerId = undefined;
  told = [];
  const made = agreementCalls({
    store,
    viewer: () => (viewerId === undefined ? undefined : store.raters.find(viewerId)),
    onProgress: (progress) => void told.push(progress),
  });
  calls = made.calls;
  anne = store.raters.add({ name: 'Anne', kind: 'supervisor' }).id;
  bo = store.raters.add({ name: 'Bo', kind: 'supervisor' }).id;
});

/** Asks as the window does: the argument is parsed, then answered. */
async function asked<Answer>(name: string, argument?: unknown): Promise<Answer> {
  const call = calls[name];
  if (call === undefined) throw new Error(`no call ${name}`);
  // The shape was checked by the schema beside `run`, and the answer's is the contract's.
  return (await call.run(call.input.parse(argument) as never)) as Answer;
}
const basis = (scope: Partial<AgreementScope> = {}) =>
  asked<AgreementBasis>('agreementBasis', { ...everything, ...scope });
const table = (scope: Partial<AgreementScope> = {}) =>
  asked<AgreementTable>('agreement', { runId: uuid(1), scope: { ...everything, ...scope } });

const addSession = (month: number) => store.sessions.add({ ...bareSession, date: `2026-0${month}-12` }).id;

/** A submitted rating with one level for every item, or no occasion for item 15. */
function rate(
  sessionId: string,
  raterId: string,
  quality: number,
  { purpose = 'supervision', noOccasion = false }: { purpose?: Purpose; noOccasion?: boolean } = {},
): string {
  const { id } = store.ratings.begin({ sessionId, raterId, purpose });
  for (let item = 1; item <= 19; item += 1) {
    const none = noOccasion && item === 15;
    store.judgements.editScore({
      ratingId: id,
      item,
      adherence: none ? null : Math.min(7, quality + 1),
      quality: none ? null : quality,
      noOccasion: none,
      note: '',
    });
  }
  store.judgements.editOverall({ ratingId: id, adherence: quality, quality, note: '' });
  submit(store, id);
  return id;
}

/** Three sessions, of which Bo finds the second one point better and the third without occasion for item 15. */
function threeSessions(): string[] {
  const ids = [1, 2, 3].map(addSession);
  ids.forEach((id, at) => {
    rate(id, anne, 2 + at);
    rate(id, bo, 2 + at + (at === 1 ? 1 : 0), { noOccasion: at === 2 });
  });
  return ids;
}

describe('the table of agreement', () => {
  test('is worked out in a thread, from every level as it was given', async () => {
    threeSessions();
    const { rows, raters, sessions } = await table();
    expect(sessions).toBe(3);
    expect(raters.map(({ name }) => name)).toEqual(['Anne', 'Bo']);
    const overall = rows.find(({ side, measure }) => side === 'quality' && measure === 0);
    expect(overall).toMatchObject({
      n: 3,
      k: 2,
      missing: 0,
      within1: { count: 3, of: 3 },
      exact: { count: 2 },
    });
    const adherence = rows.find(({ side, measure }) => side === 'adherence' && measure === 4);
    expect(adherence?.mean.value).toBeCloseTo((3 + 4 + 5 + 3 + 5 + 5) / 6);
  });

  test('keeps no occasion against a level apart', async () => {
    const [, , third] = threeSessions();
    const { rows } = await table();
    const item = rows.find(({ side, measure }) => side === 'quality' && measure === 15);
    expect(item).toMatchObject({ n: 2, oneRaterSessions: 1, occasion: { different: 1, bothRated: 2 } });
    expect(item?.occasion.sessions).toEqual([{ sessionId: third, noOccasion: [bo], rated: [anne] }]);
  });

  test('is the same whenever it is asked for', async () => {
    threeSessions();
    expect(await table()).toEqual(await table());
  });

  test('says how far it is', async () => {
    threeSessions();
    await table();
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]).toMatchObject({ runId: uuid(1) });
  });

  test('can be stopped, and answers that it was', async () => {
    threeSessions();
    const running = table();
    expect(await asked('cancelAgreement', uuid(1))).toEqual({ found: true });
    expect(await running).toEqual({ outcome: 'cancelled' });
    expect(await asked('cancelAgreement', uuid(1))).toEqual({ found: false });
  });
});

describe('what is compared', () => {
  test('leaves out a rating that was submitted in sight of the others, and counts it', async () => {
    const session = addSession(1);
    rate(session, anne, 4);
    const seeing = store.ratings.begin({ sessionId: session, raterId: bo, purpose: 'supervision' });
    store.others.show(session, { id: bo, kind: 'supervisor' });
    submit(store, seeing.id);
    expect(await basis()).toMatchObject({ compared: { sessions: 0 }, leftOut: { opened: 1 } });
  });

  test('takes the version from before an amendment in sight of the others', async () => {
    const session = addSession(1);
    rate(session, anne, 4);
    const first = rate(session, bo, 4);
    const later = store.finishing.amend({ ratingId: first, reason: 'Heard again' });
    store.judgements.editOverall({ ratingId: later?.id ?? '', quality: 7 });
    submit(store, later?.id ?? '');
    expect(await basis()).toMatchObject({ compared: { sessions: 1 }, leftOut: { earlierVersion: 1 } });
    const overall = (await table()).rows.find(({ side, measure }) => side === 'quality' && measure === 0);
    expect(overall?.mean.value).toBe(4);
  });

  test.each([
    ['covered', 'supervisor', 'supervision'],
    ['hidden', 'supervisor', 'certification'],
    ['hidden', 'trainee', 'training'],
  ] as const)('tells nothing of a session that is %s for a %s with a %s', async (_, kind, purpose) => {
    const [first = ''] = threeSessions();
    const nils = store.raters.add({ name: 'Nils', kind }).id;
    if (kind === 'trainee')
      for (const { id } of (await basis()).sessions.slice(1)) rate(id, nils, 4, { purpose });
    store.ratings.begin({ sessionId: first, raterId: nils, purpose });
    viewerId = nils;
    const found = await basis();
    expect(found.sessions.map(({ id }) => id)).not.toContain(first);
    expect(found).toMatchObject({ compared: { sessions: 2 }, leftOut: { withheldSessions: 1 } });
    expect((await table({ sessionIds: [first] })).rows.every(({ n }) => n === 0)).toBe(true);
    const moments = { sessionId: first, first: anne, second: bo, edition: null, toleranceMs: 5000 };
    expect(await asked('agreementMoments', moments)).toBeUndefined();
    const two = { scope: everything, measure: 0, side: 'quality', first: anne, second: bo };
    expect(
      (await asked<AgreementPair>('agreementPair', two)).points.map(({ sessionId }) => sessionId),
    ).not.toContain(first);
  });

  test('says nothing to nobody while somebody rates a session for certification', async () => {
    const [first = ''] = threeSessions();
    const nils = store.raters.add({ name: 'Nils', kind: 'trainee' }).id;
    store.ratings.begin({ sessionId: first, raterId: nils, purpose: 'certification' });
    expect(await basis()).toMatchObject({ compared: { sessions: 2 }, leftOut: { withheldSessions: 1 } });
  });
});

describe('two raters', () => {
  test('are compared session by session, first minus second, whatever their names', async () => {
    const [, second] = threeSessions();
    const two = { scope: everything, measure: 0, side: 'quality' };
    const forth = await asked<AgreementPair>('agreementPair', { ...two, first: bo, second: anne });
    expect(forth.points.find(({ sessionId }) => sessionId === second)).toMatchObject({ difference: 1 });
    expect(forth.n).toBe(3);
    const back = await asked<AgreementPair>('agreementPair', { ...two, first: anne, second: bo });
    expect(back.bias.value).toBeCloseTo(-(forth.bias.value ?? Number.NaN));
    const item = await asked<AgreementPair>('agreementPair', {
      ...two,
      measure: 15,
      first: bo,
      second: anne,
    });
    expect(item).toMatchObject({ n: 2, missing: 1, noOccasion: 1 });
  });

  test('have their marks matched: both, other item, and only one of them', async () => {
    const session = addSession(1);
    const add = (raterId: string, marks: readonly [item: number, atMs: number][]) => {
      const { id } = store.ratings.begin({ sessionId: session, raterId, purpose: 'supervision' });
      for (const [item, atMs] of marks) store.judgements.addMark(newMark(id, { item, atMs }));
      submit(store, id);
    };
    add(anne, [
      [4, 10_000],
      [5, 60_000],
      [6, 120_000],
    ]);
    add(bo, [
      [4, 11_300],
      [7, 61_000],
      [8, 200_000],
    ]);
    const ask = (toleranceMs: number) =>
      asked<AgreementMoments>('agreementMoments', {
        sessionId: session,
        first: anne,
        second: bo,
        edition: null,
        toleranceMs,
      });
    const found = await ask(5000);
    expect(found.both.map(({ first, laterMs }) => [first.item, laterMs])).toEqual([[4, 1300]]);
    expect(found.otherItem.map(({ first, second }) => [first.item, second.item])).toEqual([[5, 7]]);
    expect(found.onlyFirst.map(({ item }) => item)).toEqual([6]);
    expect(found.onlySecond.map(({ item }) => item)).toEqual([8]);
    expect(found.agreement.value).toBeCloseTo(1 / 5);
    expect((await ask(1000)).both).toEqual([]);
  });
});

describe('a malformed question', () => {
  test.each([
    ['agreementBasis', {}],
    ['agreementBasis', { ...everything, from: '2026-02-30' }],
    ['agreementBasis', { ...everything, sessionIds: ['x'] }],
    ['agreement', { runId: 'x', scope: everything }],
    ['agreementPair', { scope: everything, measure: 20, side: 'quality', first: uuid(1), second: uuid(2) }],
    ['agreementPair', { scope: everything, measure: 0, side: 'both', first: uuid(1), second: uuid(2) }],
    [
      'agreementMoments',
      { sessionId: uuid(1), first: uuid(2), second: uuid(3), edition: null, toleranceMs: Number.NaN },
    ],
  ])('to %s is refused', async (name, argument) => {
    await expect(asked(name, argument)).rejects.toThrow();
  });
});
