/**
 * What somebody has to rate for a programme is kept from them until they have said their own, whichever way they ask:
 * every function of the record that reads ratings, and the contract itself.
 */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rater } from '../../db/model.ts';
import type { Call } from '../../main/ipc.ts';
import type { AgreementBasis, WorkItem } from '../../preload/api.ts';
import { type AProgramme, aProgramme } from '../fixtures/askedProgramme.ts';
import { nothingKept } from '../fixtures/kept.ts';
import { newMark, sessionsOf, submit } from '../fixtures/store.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
const { programmeCalls } = await import('../../main/programmeCalls.ts');
const { agreementCalls } = await import('../../main/agreementCalls.ts');
const { consensusCalls } = await import('../../main/consensusCalls.ts');
const { viewers } = await import('../../main/viewers.ts');
const { callsOf } = await import('../../main/answers.ts');

let one: AProgramme;
/** Not a trainee: what is hidden from her is hidden by the programme. */
let anne: Rater;
/** Each session is in a group of its own. */
let others: Map<string, string[]>;
beforeEach(async () => {
  one = await aProgramme(programmeCalls);
  anne = one.rater('Anne');
  others = new Map();
});

/** A session with a standard by consensus, another's rating, marks, notes and feedback. */
async function put(part: 'practice' | 'test' | 'check', testSet: number | null = null): Promise<string> {
  const { sessionId, standardId } = await one.put(part, testSet);
  const { store } = one;
  inGroup(sessionId);
  const hedda = store.raters.add({ name: 'Hedda Secret', kind: 'supervisor' });
  const other = store.ratings.begin({ sessionId, raterId: hedda.id, purpose: 'supervision' });
  one.fill(other.id, 6);
  store.judgements.addMark(newMark(other.id, { note: 'a secret mark' }));
  store.judgements.editScore({ ratingId: other.id, item: 3, note: 'a secret note' });
  submit(store, other.id);
  const agreed = one.rate(sessionId, hedda.id, 2, 'consensus');
  store.feedback.put(hedda.id, { sessionId }, 'secret words');
  others.set(sessionId, [standardId, other.id, agreed]);
  return sessionId;
}

function inGroup(sessionId: string): void {
  const { id } = one.store.groups.add({ name: `Group ${sessionId}`, format: 'closed', usualMinutes: 90 });
  one.store.sessions.edit({ id: sessionId, groupId: id });
}

/** Every way to learn what others said of a session, and what came of it. */
async function learnt(viewer: Rater | undefined, sessionId: string): Promise<string[]> {
  const { store } = one;
  const ids = others.get(sessionId) ?? [];
  const groupId = store.sessions.find(sessionId)?.groupId ?? '';
  const tells = (said: unknown) =>
    ids.some((id) => JSON.stringify(said ?? null).includes(id)) ||
    /secret/i.test(JSON.stringify(said ?? null));
  const desk = { raterId: () => viewer?.id ?? null, keepRater: () => undefined };
  // Nothing else of the desk is asked here.
  const answers: Readonly<Record<string, Call>> = callsOf(store, desk as never, {} as never, nothingKept);
  const { calls: agreement } = agreementCalls({ store, viewer: () => viewer, onProgress: () => undefined });
  const meetings = consensusCalls({ store, people: viewers(store, desk) });
  const ask = async (name: string, question: unknown) => {
    const call = { ...answers, ...agreement, ...meetings }[name] as Call;
    return call.run(call.input.parse(question) as never);
  };
  const scope = {
    from: null,
    to: null,
    groupId: null,
    programmeId: null,
    sessionIds: [sessionId],
    raterIds: null,
    edition: null,
  };
  const { compared } = (await ask('agreementBasis', scope)) as AgreementBasis;
  const raters = ids.flatMap((id) => store.ratings.find(id)?.raterId ?? []);
  const [first, second] = raters;
  const found: Record<string, boolean> = {
    read: ids.some((id) => store.openRatings.read(id, viewer)?.outcome === 'open'),
    scores: tells(store.others.scores(sessionId, viewer)),
    row: tells(store.library.row(sessionId, viewer)),
    rows: tells(sessionsOf(store, viewer).find(({ id }) => id === sessionId)),
    search: sessionsOf(store, viewer, { sought: 'secret' }).some(({ id }) => id === sessionId),
    results: tells(store.results.ofSession(sessionId, viewer)),
    progress: tells(store.progress.of({ kind: 'group', groupId }, viewer)),
    agreement: store.agreement.of(viewer).sessions.some(({ id }) => id === sessionId),
    basis: compared.sessions > 0,
    moments:
      (await ask('agreementMoments', { sessionId, first, second, edition: null, toleranceMs: 0 })) !==
      undefined,
    whatGoes: tells(store.whatGoes({ noun: 'session', id: sessionId }, viewer)),
    // That somebody rates it, or that there is a consensus, tells of a standard.
    latestChanges: everyChange(viewer).some(
      ({ noun, session, raterName }) =>
        session?.id === sessionId &&
        raterName !== anne.name &&
        ['rating', 'score', 'mark', 'overall', 'gap', 'consensus', 'feedback'].includes(noun),
    ),
    history: (await ask('history', { ratingId: ids[0] })) !== undefined,
    session: tells(await ask('session', sessionId)),
    rating: /"outcome":"open"/.test(JSON.stringify(await ask('rating', ids.at(-1)))),
    consensusChoice: (await ask('consensusChoice', sessionId)) !== undefined,
    consensus: /"outcome":"open"/.test(JSON.stringify(await ask('consensus', ids.at(-1)))),
    feedback: tells(await ask('feedback', { sessionId })),
  };
  return Object.keys(found).filter((name) => found[name]);
}
const everyWay = 18;

function everyChange(viewer: Rater | undefined) {
  const rows = [];
  let before: number | undefined = Number.MAX_SAFE_INTEGER;
  while (before !== undefined) {
    const page = one.store.latestChanges.page(viewer, before);
    rows.push(...page.rows);
    before = page.next;
  }
  return rows;
}

async function expectHidden(sessionId: string, viewer: Rater | undefined = anne): Promise<void> {
  expect(await learnt(viewer, sessionId)).toEqual([]);
  expect(one.store.others.show(sessionId, viewer)).toBe(false);
}
async function expectOpen(sessionId: string, viewer: Rater | undefined = anne): Promise<void> {
  expect(await learnt(viewer, sessionId)).toHaveLength(everyWay);
}
const itemOf = async (sessionId: string): Promise<WorkItem | undefined> => {
  one.sit(anne);
  return (await one.ask('work')).find(({ session }) => session.id === sessionId);
};
const comparison = async (sessionId: string) =>
  one.ask('standardComparison', (await itemOf(sessionId))?.assignmentId ?? '');

describe('practice', () => {
  test('is kept from its rater until the own rating is submitted', async () => {
    const sessionId = await put('practice');
    await expectOpen(sessionId);
    await one.enrol(anne);
    await expectHidden(sessionId);
    expect(await comparison(sessionId)).toEqual({ outcome: 'hidden' });
    const item = await itemOf(sessionId);
    const rating = await one.ask('beginWork', item?.assignmentId ?? '');
    await expectHidden(sessionId);
    one.fill(rating?.id ?? '', 4);
    submit(one.store, rating?.id ?? '');
    await expectOpen(sessionId);
    expect(await itemOf(sessionId)).toMatchObject({ comparable: true });
    expect(await comparison(sessionId)).toMatchObject({
      outcome: 'open',
      standard: { names: ['Standard 1'] },
      figures: { within1: { count: 19, of: 19 }, bias: 0 },
    });
  });

  test('is kept as well from who rates it for something else meanwhile', async () => {
    const sessionId = await put('practice');
    await one.enrol(anne);
    const own = one.store.ratings.begin({ sessionId, raterId: anne.id, purpose: 'supervision' });
    await expectHidden(sessionId);
    submit(one.store, own.id);
    await expectHidden(sessionId);
  });

  test('is hidden again while the own rating is amended', async () => {
    const sessionId = await put('practice');
    await one.enrol(anne);
    const ratingId = await one.work(anne, sessionId, 4);
    one.store.finishing.amend({ ratingId, reason: 'Once more' });
    await expectHidden(sessionId);
    expect(await comparison(sessionId)).toEqual({ outcome: 'hidden' });
  });

  test('is kept from nobody in particular while anybody has it to rate', async () => {
    const sessionId = await put('practice');
    await one.enrol(anne);
    await expectHidden(sessionId, undefined);
    await expectOpen(sessionId, one.lead);
    await one.work(anne, sessionId, 4);
    await expectOpen(sessionId, undefined);
  });

  test('of an enrolment that has ended is kept no longer, but for what is begun', async () => {
    const [left, begun] = [await put('practice'), await put('practice')];
    const enrolmentId = await one.enrol(anne);
    await one.ask('beginWork', (await itemOf(begun))?.assignmentId ?? '');
    one.sit(one.lead);
    await one.ask('endEnrolment', enrolmentId);
    await expectOpen(left);
    await expectHidden(begun);
  });
});

describe('a test', () => {
  test('is kept from its rater until all of it is submitted', async () => {
    const [first, second] = [await put('test', 1), await put('test', 1)];
    const enrolmentId = await one.enrol(anne);
    one.sit(one.lead);
    expect(await one.ask('giveTest', enrolmentId)).toMatchObject({ outcome: 'given', sessions: 2 });
    for (const sessionId of [first, second]) await expectHidden(sessionId);
    const own = await one.work(anne, first, 4);
    for (const sessionId of [first, second]) await expectHidden(sessionId);
    expect(one.store.openRatings.read(own, anne)).toMatchObject({ outcome: 'open' });
    expect(await comparison(first)).toEqual({ outcome: 'hidden' });
    expect(await one.ask('attemptResult', { enrolmentId, attempt: 1 })).toEqual({ outcome: 'hidden' });
    expect(await itemOf(first)).toMatchObject({ submittedAt: expect.any(String), comparable: false });
    expect((await one.ask('programme', one.programmeId))?.enrolments).toMatchObject([
      { tests: [{ attempt: 1, state: 'given', done: 1, of: 2 }] },
    ]);
    await expectHidden(first, undefined);
    await one.work(anne, second, 4);
    for (const sessionId of [first, second]) await expectOpen(sessionId);
    await expectOpen(first, undefined);
    expect(await comparison(first)).toMatchObject({ outcome: 'open' });
    expect(await one.ask('attemptResult', { enrolmentId, attempt: 1 })).toMatchObject({ outcome: 'over' });
    expect(await itemOf(first)).toMatchObject({ comparable: true });
  });

  test('that is still to come is kept from who is enrolled', async () => {
    const [now, later] = [await put('test', 1), await put('test', 2)];
    const check = await put('check');
    await expectOpen(now);
    const enrolmentId = await one.enrol(anne);
    for (const sessionId of [now, later, check]) await expectHidden(sessionId);
    one.sit(one.lead);
    await one.ask('giveTest', enrolmentId);
    await one.work(anne, now, 4);
    await expectOpen(now);
    for (const sessionId of [later, check]) await expectHidden(sessionId);
    // Nor does it help to be nobody.
    for (const sessionId of [later, check]) await expectHidden(sessionId, undefined);
    one.sit(one.lead);
    await one.ask('endEnrolment', enrolmentId);
    for (const sessionId of [later, check]) await expectOpen(sessionId);
    for (const sessionId of [later, check]) await expectOpen(sessionId, undefined);
  });

  test('that was not over when the enrolment ended stays closed', async () => {
    const [first, second] = [await put('test', 1), await put('test', 1)];
    const enrolmentId = await one.enrol(anne);
    one.sit(one.lead);
    await one.ask('giveTest', enrolmentId);
    await one.work(anne, first, 4);
    one.sit(one.lead);
    await one.ask('endEnrolment', enrolmentId);
    for (const sessionId of [first, second]) await expectHidden(sessionId);
  });

  test('does not keep a session over which the rater leads a meeting: it is never given', async () => {
    const sessionId = await put('test', 1);
    one.store.ratings.begin({ sessionId, raterId: anne.id, purpose: 'consensus' });
    const before = one.store.others.sight(sessionId, anne);
    await one.enrol(anne);
    expect(one.store.others.sight(sessionId, anne)).toBe(before);
  });

  test('does not keep what the rater knows already: it is never given', async () => {
    const sessionId = await put('test', 1);
    one.rate(sessionId, anne.id, 4, 'supervision');
    await one.enrol(anne);
    await expectOpen(sessionId);
  });

  test('of another is not told to who leads, and is to take it', async () => {
    const sessionId = await put('test', 1);
    const nils = one.rater('Nils', 'trainee');
    const enrolmentId = await one.enrol(nils);
    await one.enrol(anne);
    one.sit(anne);
    expect((await one.ask('programme', one.programmeId))?.role).toBe('leads');
    await one.ask('giveTest', enrolmentId);
    await one.work(nils, sessionId, 4);
    const [work] = await one.ask('work');
    one.sit(anne);
    expect(await one.ask('attemptResult', { enrolmentId, attempt: 1 })).toEqual({ outcome: 'hidden' });
    expect(await one.ask('standardComparison', work?.assignmentId ?? '')).toEqual({ outcome: 'hidden' });
    expect(await one.ask('cohort', one.programmeId)).toEqual([]);
    expect(await one.ask('standardChoices', one.programmeId)).toEqual([]);
    const { programmeId } = one;
    expect(await one.ask('removeProgrammeSession', { programmeId, sessionId })).toEqual({ done: false });
    expect((await one.ask('programme', one.programmeId))?.sessions).toMatchObject([
      { standard: { names: [] } },
    ]);
    one.sit(one.lead);
    expect(await one.ask('attemptResult', { enrolmentId, attempt: 1 })).toMatchObject({ outcome: 'over' });
    expect(await one.ask('standardComparison', work?.assignmentId ?? '')).toMatchObject({ outcome: 'open' });
    expect(await one.ask('cohort', one.programmeId)).toHaveLength(1);
    one.sit(one.rater('Eva', 'trainee'));
    expect(await one.ask('attemptResult', { enrolmentId, attempt: 1 })).toBeUndefined();
    expect(await one.ask('standardComparison', work?.assignmentId ?? '')).toBeUndefined();
  });
});

describe('checks and double codings', () => {
  test('look the same, and are kept until the own rating is submitted', async () => {
    const { store } = one;
    const check = await put('check');
    const [annes, bo] = [await one.enrol(anne), one.rater('Bo')];
    const bos = await one.enrol(bo);
    for (const enrolmentId of [annes, bos]) one.certify(enrolmentId);
    const double = one.session();
    inGroup(double);
    others.set(double, [
      one.rate(double, bo.id, 3, 'supervision'),
      one.rate(double, store.raters.add({ name: 'Hedda Secret', kind: 'expert' }).id, 3, 'consensus'),
    ]);
    one.sit(one.lead);
    expect(await one.ask('giveCheck', { enrolmentId: annes, sessionId: check, kind: 'check' })).toEqual({
      outcome: 'given',
      sessions: 1,
      leftOut: 0,
    });
    expect(
      await one.ask('giveCheck', { enrolmentId: annes, sessionId: double, kind: 'double' }),
    ).toMatchObject({
      outcome: 'given',
    });
    for (const sessionId of [check, double]) {
      expect(await learnt(anne, sessionId)).toEqual([]);
      expect(await itemOf(sessionId)).toMatchObject({ kind: 'check', attempt: null, comparable: false });
      expect(await comparison(sessionId)).toEqual({ outcome: 'hidden' });
    }
    for (const sessionId of [check, double]) {
      await one.work(anne, sessionId, 4);
      expect(await learnt(anne, sessionId)).not.toEqual([]);
      expect(await itemOf(sessionId)).toMatchObject({ comparable: false });
    }
    expect(await comparison(check)).toMatchObject({ outcome: 'open' });
    expect(await comparison(double)).toBeUndefined();
  });
});
