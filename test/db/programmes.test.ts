/** Programmes as the contract answers for them: who leads, who sees them, and what may change. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rater } from '../../db/model.ts';
import { type AProgramme, aProgramme, settings } from '../fixtures/askedProgramme.ts';
import { uuid } from '../fixtures/rows.ts';
import { everyRow } from '../fixtures/store.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
const { programmeCalls } = await import('../../main/programmeCalls.ts');

let one: AProgramme;
let tove: Rater;
beforeEach(async () => {
  one = await aProgramme(programmeCalls);
  tove = one.rater('Tove', 'trainee');
});

describe('a programme', () => {
  test('is made with its rules, and read back the same', async () => {
    expect((await one.view()).programme).toMatchObject(settings);
    const bare = {
      ...settings,
      rules: { within1: null, bias: null, icc: 0.6, overallWithin1: false, fewestSessions: 1 },
    };
    expect(await one.ask('editProgramme', { ...bare, id: one.programmeId })).toEqual({ done: true });
    expect((await one.view()).programme).toMatchObject(bare);
    expect(await one.view()).toMatchObject({ role: 'leads', editionName: 'MBT-G-AQS', testsGiven: false });
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
    const seen = await one.view();
    expect(seen).toMatchObject({ role: 'rates', sessions: [] });
    expect(seen.enrolments.map(({ rater }) => rater.name)).toEqual(['Tove']);
  });

  test('is not led by a supervisor who has work in it to do', async () => {
    const anne = one.rater('Anne');
    const { sessionId } = await one.put('practice');
    one.sit(anne);
    expect((await one.view()).role).toBe('leads');
    await one.enrol(anne);
    expect((await one.view()).role).toBe('rates');
    await one.work(anne, sessionId, 4);
    expect((await one.view()).role).toBe('leads');
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
    expect(await one.view()).toMatchObject({ testsGiven: true });
    const edit = async (some: Partial<typeof settings>) =>
      (await one.ask('editProgramme', { ...settings, id: one.programmeId, ...some })).done;
    expect(await edit({ dimension: 'both' })).toBe(false);
    expect(await edit({ rules: { ...settings.rules, bias: 1 } })).toBe(false);
    expect(await edit({ attempts: 1 })).toBe(false);
    expect((await one.view()).programme).toMatchObject(settings);
    expect(await edit({ name: 'Second year', target: 0.7, attempts: 3, validMonths: 6 })).toBe(true);
    expect((await one.view()).programme).toMatchObject({ name: 'Second year', attempts: 3 });
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
