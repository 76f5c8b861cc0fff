/** Programmes as the contract answers for them: who leads, what may change, and what is given to whom. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rater } from '../../db/model.ts';
import { type AProgramme, aProgramme, settings } from '../fixtures/askedProgramme.ts';
import { uuid } from '../fixtures/rows.ts';
import { everyRow, submit } from '../fixtures/store.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
const { programmeCalls } = await import('../../main/programmeCalls.ts');

let one: AProgramme;
let tove: Rater;
beforeEach(async () => {
  one = await aProgramme(programmeCalls);
  tove = one.rater('Tove', 'trainee');
});

const view = async () => {
  const found = await one.ask('programme', one.programmeId);
  if (found === undefined) throw new Error('not seen');
  return found;
};

describe('a programme', () => {
  test('is made with its rules, and read back the same', async () => {
    expect((await view()).programme).toMatchObject(settings);
    const bare = {
      ...settings,
      rules: { within1: null, bias: null, icc: 0.6, overallWithin1: false, fewestSessions: 1 },
    };
    expect(await one.ask('editProgramme', { ...bare, id: one.programmeId })).toEqual({ done: true });
    expect((await view()).programme).toMatchObject(bare);
    expect(await view()).toMatchObject({ role: 'leads', editionName: 'MBT-G-AQS', testsGiven: false });
  });

  test.each(['trainee', 'self', undefined] as const)('is not made by a %s', async (kind) => {
    const therapist = one.store.therapists.add({ code: 'A', name: 'Ingrid' });
    one.sit(kind === 'trainee' ? tove : kind === 'self' ? one.store.raters.selfOf(therapist.id) : undefined);
    expect(await one.ask('addProgramme', settings)).toBeUndefined();
    expect(one.store.programmes.all()).toHaveLength(1);
  });

  test('is there for everybody, and seen by who leads or rates', async () => {
    for (const who of [tove, undefined]) {
      one.sit(who);
      expect(await one.ask('programmes')).toMatchObject([{ role: 'none', name: 'Basic training' }]);
      expect(await one.ask('programme', one.programmeId)).toBeUndefined();
      expect(await one.ask('drift', one.programmeId)).toBeUndefined();
      expect(await one.ask('cohort', one.programmeId)).toBeUndefined();
      expect(await one.ask('standardChoices', one.programmeId)).toEqual([]);
    }
    await one.enrol(tove);
    await one.enrol(one.rater('Nils', 'trainee'));
    await one.put('practice');
    one.sit(tove);
    expect(await one.ask('programmes')).toMatchObject([{ role: 'rates', practice: 1, enrolled: 2 }]);
    const seen = await view();
    expect(seen).toMatchObject({ role: 'rates', sessions: [] });
    expect(seen.enrolments.map(({ rater }) => rater.name)).toEqual(['Tove']);
  });

  test('is not led by a supervisor who has work in it to do', async () => {
    const anne = one.rater('Anne');
    const { sessionId } = await one.put('practice');
    one.sit(anne);
    expect((await view()).role).toBe('leads');
    await one.enrol(anne);
    expect((await view()).role).toBe('rates');
    await one.work(anne, sessionId, 4);
    expect((await view()).role).toBe('leads');
  });

  test('is changed by nobody but who leads it', async () => {
    const { sessionId, standardId } = await one.put('practice');
    const enrolmentId = await one.enrol(tove);
    const before = everyRow(one.file);
    const { programmeId } = one;
    for (const who of [tove, undefined, one.store.raters.find(uuid(1))]) {
      one.sit(who);
      const put = { programmeId, sessionId, part: 'check', testSet: null, standardId } as const;
      expect(await one.ask('editProgramme', { ...settings, id: programmeId, name: 'Mine' })).toEqual({
        done: false,
      });
      expect(await one.ask('putProgrammeSession', put)).toEqual({ done: false });
      expect(await one.ask('removeProgrammeSession', { programmeId, sessionId })).toEqual({ done: false });
      expect(await one.ask('enrol', { programmeId, raterId: one.lead.id })).toEqual({ done: false });
      expect(await one.ask('endEnrolment', enrolmentId)).toEqual({ done: false });
      expect(await one.ask('giveTest', enrolmentId)).toEqual({ outcome: 'notYours' });
      expect(await one.ask('giveCheck', { enrolmentId, sessionId, kind: 'check' })).toEqual({
        outcome: 'notYours',
      });
      expect(await one.ask('removeProgramme', programmeId)).toEqual({ done: false });
    }
    expect(everyRow(one.file)).toEqual(before);
  });

  test('keeps its rules once a test was given; its name and target may change, and attempts may rise', async () => {
    await one.put('test', 1);
    const enrolmentId = await one.enrol(tove);
    one.sit(one.lead);
    await one.ask('giveTest', enrolmentId);
    expect(await view()).toMatchObject({ testsGiven: true });
    const edit = async (some: Partial<typeof settings>) =>
      (await one.ask('editProgramme', { ...settings, id: one.programmeId, ...some })).done;
    expect(await edit({ dimension: 'both' })).toBe(false);
    expect(await edit({ rules: { ...settings.rules, bias: 1 } })).toBe(false);
    expect(await edit({ attempts: 1 })).toBe(false);
    expect((await view()).programme).toMatchObject(settings);
    expect(await edit({ name: 'Second year', target: 0.7, attempts: 3, validMonths: 6 })).toBe(true);
    expect((await view()).programme).toMatchObject({ name: 'Second year', attempts: 3 });
  });

  test('keeps its edition once something is compared by it, and the edition stays', async () => {
    const items = one.store.editions.find('mbt-g-aqs/1')?.items ?? [];
    const other = one.store.editions.add({ name: 'Site', items });
    const edit = async (editionId: string) =>
      (await one.ask('editProgramme', { ...settings, id: one.programmeId, editionId })).done;
    expect(await edit(other.id)).toBe(true);
    expect(one.store.editions.remove(other.id)).toBe(false);
    expect(await edit(settings.editionId)).toBe(true);
    await one.put('check');
    expect(await edit(other.id)).toBe(false);
    expect(one.store.editions.remove(other.id)).toBe(true);
  });

  test('goes with its enrolments and work, and the ratings stay', async () => {
    const { sessionId } = await one.put('practice');
    await one.enrol(tove);
    const ratingId = await one.work(tove, sessionId, 4);
    one.sit(one.lead);
    expect(await one.ask('removeProgramme', one.programmeId)).toEqual({ done: true });
    expect(everyRow(one.file)).toMatchObject({ enrolment: [], assignment: [], programme_session: [] });
    expect(one.store.ratings.find(ratingId)?.submittedAt).not.toBeNull();
    one.sit(tove);
    expect(await one.ask('work')).toEqual([]);
  });

  test('is told in the log by ids, never by the names of people', async () => {
    const { sessionId } = await one.put('practice');
    const enrolmentId = await one.enrol(tove);
    await one.work(tove, sessionId, 4);
    one.sit(one.lead);
    await one.ask('endEnrolment', enrolmentId);
    const about = JSON.stringify(
      everyRow(one.file).change?.filter((row) =>
        /"noun":"(programmeSession|enrolment|assignment)"/.test(JSON.stringify(row)),
      ),
    );
    expect(about).toContain(enrolmentId);
    expect(about).not.toMatch(/Tove|Lead|Standard/);
  });
});

describe('a session of a programme', () => {
  const put = async (some: { sessionId: string; standardId: string | null; part?: 'practice' | 'check' }) =>
    (
      await one.ask('putProgrammeSession', {
        programmeId: one.programmeId,
        part: 'practice',
        testSet: null,
        ...some,
      })
    ).done;

  test('has a standard that is a submitted rating of that session and edition, or none yet', async () => {
    const [sessionId, other] = [one.session(), one.session()];
    const expert = one.rater('Expert', 'expert');
    const begun = one.store.ratings.begin({ sessionId, raterId: expert.id, purpose: 'research' });
    expect(await put({ sessionId, standardId: null })).toBe(true);
    expect(await put({ sessionId, standardId: begun.id })).toBe(false);
    submit(one.store, begun.id);
    expect(await put({ sessionId: other, standardId: begun.id })).toBe(false);
    expect(await put({ sessionId, standardId: begun.id })).toBe(true);
    expect((await view()).sessions).toMatchObject([
      { part: 'practice', standard: { how: 'oneRater', names: ['Expert'], ratingId: begun.id }, assigned: 0 },
    ]);
  });

  test('has a standard of the programme’s own edition only', async () => {
    const items = one.store.editions.find('mbt-g-aqs/1')?.items ?? [];
    one.store.editions.use(one.store.editions.add({ name: 'Site', items }).id);
    const sessionId = one.session();
    const standardId = one.rate(sessionId, one.rater('Expert', 'expert').id, 3);
    expect(await put({ sessionId, standardId })).toBe(false);
    expect(await one.ask('standardChoices', one.programmeId)).toEqual([]);
  });

  test('says who sat at the table of a consensus', async () => {
    const sessionId = one.session();
    const [anne, bo] = [one.rater('Anne'), one.rater('Bo')];
    const standardId = one.rate(sessionId, anne.id, 3, 'consensus');
    sitAtTable(standardId, [bo, anne]);
    const standard = { how: 'consensus', names: ['Anne', 'Bo'], ratingId: standardId };
    expect(await one.ask('standardChoices', one.programmeId)).toMatchObject([
      { session: { id: sessionId }, ratings: [{ ...standard, editionId: 'mbt-g-aqs/1' }] },
    ]);
    await put({ sessionId, standardId });
    expect((await view()).sessions).toMatchObject([{ standard }]);
  });

  test('stays as it is once it is given to somebody', async () => {
    const { sessionId, standardId } = await one.put('practice');
    expect(await put({ sessionId, standardId, part: 'check' })).toBe(true);
    expect(await put({ sessionId, standardId })).toBe(true);
    await one.enrol(tove);
    expect(await put({ sessionId, standardId, part: 'check' })).toBe(false);
    const { programmeId } = one;
    expect(await one.ask('removeProgrammeSession', { programmeId, sessionId })).toEqual({ done: false });
    expect((await view()).sessions).toMatchObject([{ part: 'practice', assigned: 1 }]);
  });

  test('does not join or leave a set of a test that is given', async () => {
    const known = await one.put('test', 1);
    await one.put('test', 1);
    const later = await one.put('test', 2);
    one.rate(known.sessionId, tove.id, 4, 'training');
    const enrolmentId = await one.enrol(tove);
    expect(await one.ask('giveTest', enrolmentId)).toEqual({ outcome: 'given', sessions: 1, leftOut: 1 });
    await expect(one.put('test', 1)).rejects.toThrow('not put');
    const remove = async (sessionId: string) =>
      (await one.ask('removeProgrammeSession', { programmeId: one.programmeId, sessionId })).done;
    expect(await remove(known.sessionId)).toBe(false);
    expect(await remove(later.sessionId)).toBe(true);
    await one.put('test', 2);
  });

  test('goes with the session, and its preview names the programme', async () => {
    const { sessionId } = await one.put('practice');
    await one.enrol(tove);
    const goes = one.store.whatGoes({ noun: 'session', id: sessionId }, one.lead);
    expect(goes).toMatchObject({ refused: undefined, programmes: ['Basic training'] });
    one.store.deletions.delete({ noun: 'session', id: sessionId }, goes?.asOf ?? 0, one.lead);
    expect((await view()).sessions).toEqual([]);
    expect(everyRow(one.file).assignment).toEqual([]);
  });
});

/** As a meeting leaves it. */
function sitAtTable(ratingId: string, members: readonly Rater[]): void {
  one.write((db) => {
    for (const { id } of members) {
      db.prepare('insert into consensus_member (rating_id, rater_id) values (?, ?)').run(ratingId, id);
    }
  });
}

describe('enrolling', () => {
  const workOf = async (who: Rater) => {
    one.sit(who);
    return one.ask('work');
  };

  test('gives every practice session that has a standard, in an order that stays', async () => {
    const put = [];
    for (let at = 0; at < 6; at += 1) put.push((await one.put('practice')).sessionId);
    await one.put('test', 1);
    await one.put('check');
    one.sit(one.lead);
    const { programmeId } = one;
    const bare = { programmeId, sessionId: one.session(), part: 'practice', testSet: null } as const;
    await one.ask('putProgrammeSession', { ...bare, standardId: null });
    await one.enrol(tove);
    const work = await workOf(tove);
    expect(work.map(({ session }) => session.id).toSorted()).toEqual(put.toSorted());
    expect(work.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(
      work.every(({ kind, ratingId, comparable }) => kind === 'practice' && !ratingId && !comparable),
    ).toBe(true);
    expect(await workOf(tove)).toEqual(work);
  });

  test('draws each rater an order of their own', async () => {
    for (let at = 0; at < 8; at += 1) await one.put('practice');
    const orders = [];
    for (const name of ['Eva', 'Finn', 'Gro', 'Hans']) {
      const rater = one.rater(name, 'trainee');
      await one.enrol(rater);
      orders.push((await workOf(rater)).map(({ session }) => session.id).join());
    }
    // Four times the same of 40,320 orders: that does not happen.
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('leaves out what a rater has rated, has to rate, or sat in a meeting over', async () => {
    const [rated, met] = [await one.put('practice'), await one.put('practice')];
    const fresh = await one.put('practice');
    one.store.ratings.begin({ sessionId: rated.sessionId, raterId: tove.id, purpose: 'training' });
    sitAtTable(met.standardId, [tove]);
    await one.enrol(tove);
    expect((await workOf(tove)).map(({ session }) => session.id)).toEqual([fresh.sessionId]);
    one.sit(one.lead);
    const second = await one.ask('addProgramme', settings);
    const programmeId = second?.id ?? '';
    const { sessionId, standardId } = fresh;
    await one.ask('putProgrammeSession', {
      programmeId,
      sessionId,
      part: 'practice',
      testSet: null,
      standardId,
    });
    expect(await one.ask('enrol', { programmeId, raterId: tove.id })).toEqual({ done: true });
    expect(await workOf(tove)).toHaveLength(1);
  });

  test('later practice comes at the end of the list, for those who are enrolled', async () => {
    await one.put('practice');
    const nils = one.rater('Nils', 'trainee');
    await one.enrol(tove);
    const left = await one.enrol(nils);
    one.sit(one.lead);
    await one.ask('endEnrolment', left);
    const { sessionId } = await one.put('practice');
    expect((await workOf(tove)).map(({ position }) => position)).toEqual([1, 2]);
    expect((await workOf(tove)).at(-1)?.session.id).toBe(sessionId);
    expect(await workOf(nils)).toEqual([]);
    one.sit(one.lead);
    expect(await one.ask('enrol', { programmeId: one.programmeId, raterId: nils.id })).toEqual({
      done: true,
    });
    expect((await workOf(nils)).map(({ position }) => position)).toEqual([1, 2]);
  });

  test('is refused for a therapist’s own ratings, for nobody, and twice', async () => {
    const therapist = one.store.therapists.add({ code: 'A', name: 'Ingrid' });
    const self = one.store.raters.selfOf(therapist.id)?.id ?? '';
    const { programmeId } = one;
    expect(await one.ask('enrol', { programmeId, raterId: self })).toEqual({ done: false });
    expect(await one.ask('enrol', { programmeId, raterId: uuid(1) })).toEqual({ done: false });
    expect(await one.ask('enrol', { programmeId, raterId: tove.id })).toEqual({ done: true });
    expect(await one.ask('enrol', { programmeId, raterId: tove.id })).toEqual({ done: false });
  });

  test('goes with a rater who has rated nothing', async () => {
    await one.put('practice');
    await one.enrol(tove);
    const goes = one.store.whatGoes({ noun: 'rater', id: tove.id }, one.lead);
    expect(goes?.refused).toBeUndefined();
    one.store.deletions.delete({ noun: 'rater', id: tove.id }, goes?.asOf ?? 0, one.lead);
    expect((await view()).enrolments).toEqual([]);
  });
});

describe('beginning work', () => {
  test('opens the own rating, of the programme’s edition, for its purpose', async () => {
    await one.put('practice');
    await one.enrol(tove);
    const items = one.store.editions.find('mbt-g-aqs/1')?.items ?? [];
    one.store.editions.use(one.store.editions.add({ name: 'Site', items }).id);
    one.sit(tove);
    const [item] = await one.ask('work');
    const rating = await one.ask('beginWork', item?.assignmentId ?? '');
    expect(rating).toMatchObject({ raterId: tove.id, purpose: 'training', scaleEdition: 'mbt-g-aqs/1' });
    expect(await one.ask('beginWork', item?.assignmentId ?? '')).toEqual(rating);
    one.store.judgements.editScore({ ratingId: rating?.id ?? '', item: 3, adherence: 2, quality: 2 });
    expect(await one.ask('work')).toMatchObject([{ ratingId: rating?.id, itemsDone: 1, submittedAt: null }]);
  });

  test('by hand opens the same rating', async () => {
    const { sessionId } = await one.put('practice');
    await one.enrol(tove);
    const items = one.store.editions.find('mbt-g-aqs/1')?.items ?? [];
    one.store.editions.use(one.store.editions.add({ name: 'Site', items }).id);
    const byHand = one.store.ratings.begin({ sessionId, raterId: tove.id, purpose: 'training' });
    expect(byHand.scaleEdition).toBe('mbt-g-aqs/1');
    one.sit(tove);
    expect(await one.ask('work')).toMatchObject([{ ratingId: byHand.id }]);
  });

  test('is for its own rater, while enrolled', async () => {
    await one.put('practice');
    const enrolmentId = await one.enrol(tove);
    one.sit(tove);
    const [item] = await one.ask('work');
    for (const who of [one.lead, one.rater('Nils', 'trainee'), undefined]) {
      one.sit(who);
      expect(await one.ask('beginWork', item?.assignmentId ?? '')).toBeUndefined();
    }
    one.sit(one.lead);
    await one.ask('endEnrolment', enrolmentId);
    one.sit(tove);
    expect(await one.ask('beginWork', item?.assignmentId ?? '')).toBeUndefined();
    expect(await one.ask('work')).toEqual([]);
  });
});

describe('a malformed question', () => {
  test.each([
    ['addProgramme', { ...settings, name: ' \u0000 ' }],
    ['addProgramme', { ...settings, attempts: 10 }],
    ['addProgramme', { ...settings, target: Number.NaN }],
    ['addProgramme', { ...settings, rules: { ...settings.rules, within1: { percent: 101, sessions: 3 } } }],
    ['addProgramme', { ...settings, rules: { ...settings.rules, bias: -1 } }],
    [
      'putProgrammeSession',
      { programmeId: uuid(1), sessionId: uuid(2), part: 'test', testSet: null, standardId: null },
    ],
    [
      'putProgrammeSession',
      { programmeId: uuid(1), sessionId: uuid(2), part: 'check', testSet: 1, standardId: null },
    ],
    ['giveCheck', { enrolmentId: uuid(1), sessionId: uuid(2), kind: 'test' }],
    ['attemptResult', { enrolmentId: uuid(1), attempt: 0 }],
  ] as const)('to %s changes nothing', async (name, question) => {
    const before = everyRow(one.file);
    // It is the wrong shape on purpose.
    await expect(one.ask(name, question as never)).rejects.toThrow();
    expect(everyRow(one.file)).toEqual(before);
  });
});
