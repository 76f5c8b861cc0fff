/** Who is enrolled in a programme, what is given to them, and how they begin it. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rater } from '../../db/model.ts';
import { type AProgramme, aProgramme, settings } from '../fixtures/askedProgramme.ts';
import { uuid } from '../fixtures/rows.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
const { programmeCalls } = await import('../../main/programmeCalls.ts');

let one: AProgramme;
let tove: Rater;
beforeEach(async () => {
  one = await aProgramme(programmeCalls);
  tove = one.rater('Tove', 'trainee');
});

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
    one.sitAtTable(met.standardId, [tove]);
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
    expect((await one.view()).enrolments).toEqual([]);
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
