/** The sessions of a programme, as the contract puts them and takes them out. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rater } from '../../db/model.ts';
import { type AProgramme, aProgramme } from '../fixtures/askedProgramme.ts';
import { everyRow, submit } from '../fixtures/store.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
const { programmeCalls } = await import('../../main/programmeCalls.ts');

let one: AProgramme;
let tove: Rater;
beforeEach(async () => {
  one = await aProgramme(programmeCalls);
  tove = one.rater('Tove', 'trainee');
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
    expect((await one.view()).sessions).toMatchObject([
      { part: 'practice', standard: { how: 'oneRater', names: ['Expert'], ratingId: begun.id }, assigned: 0 },
    ]);
  });

  test('has no standard by who is in training, nor by a therapist about the own work', async () => {
    const { store } = one;
    const [sessionId, trainee] = [one.session(), one.rater('Tove', 'trainee')];
    const { id: therapistId } = store.therapists.add({ code: 'T-07', name: 'Ingrid' });
    const self = store.raters.selfOf(therapistId);
    for (const [raterId, purpose] of [
      [trainee.id, 'training'],
      [self?.id ?? '', 'selfRating'],
    ] as const) {
      expect(await put({ sessionId, standardId: one.rate(sessionId, raterId, 4, purpose) })).toBe(false);
    }
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
    one.sitAtTable(standardId, [bo, anne]);
    const standard = { how: 'consensus', names: ['Anne', 'Bo'], ratingId: standardId };
    expect(await one.ask('standardChoices', one.programmeId)).toMatchObject([
      { session: { id: sessionId }, ratings: [{ ...standard, editionId: 'mbt-g-aqs/1' }] },
    ]);
    await put({ sessionId, standardId });
    expect((await one.view()).sessions).toMatchObject([{ standard }]);
  });

  test('stays as it is once it is given to somebody', async () => {
    const { sessionId, standardId } = await one.put('practice');
    expect(await put({ sessionId, standardId, part: 'check' })).toBe(true);
    expect(await put({ sessionId, standardId })).toBe(true);
    await one.enrol(tove);
    expect(await put({ sessionId, standardId, part: 'check' })).toBe(false);
    const { programmeId } = one;
    expect(await one.ask('removeProgrammeSession', { programmeId, sessionId })).toEqual({ done: false });
    expect((await one.view()).sessions).toMatchObject([{ part: 'practice', assigned: 1 }]);
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
    expect((await one.view()).sessions).toEqual([]);
    expect(everyRow(one.file).assignment).toEqual([]);
  });
});
