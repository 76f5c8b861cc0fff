/** Tests of a programme and what comes after them, as the contract answers: attempts, results, checks, drift, cohort. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rater } from '../../db/model.ts';
import type { Enrolled } from '../../preload/api.ts';
import { type AProgramme, aProgramme, settings } from '../fixtures/askedProgramme.ts';
import { newMark, submit } from '../fixtures/store.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
const { programmeCalls } = await import('../../main/programmeCalls.ts');

let one: AProgramme;
let tove: Rater;
let enrolmentId: string;
/** Two sets of two test sessions, every standard 4 throughout. */
let sets: string[][];
beforeEach(async () => {
  one = await aProgramme(programmeCalls);
  tove = one.rater('Tove', 'trainee');
  sets = [];
  for (const set of [1, 2]) {
    sets.push([(await one.put('test', set)).sessionId, (await one.put('test', set)).sessionId]);
  }
  enrolmentId = await one.enrol(tove);
});

async function give(): Promise<string> {
  one.sit(one.lead);
  return (await one.ask('giveTest', enrolmentId)).outcome;
}
/** Gives the next test and rates all of it. */
async function take(set: number, level: number): Promise<void> {
  expect(await give()).toBe('given');
  for (const sessionId of sets[set - 1] ?? []) await one.work(tove, sessionId, level);
  one.sit(one.lead);
}
async function enrolled(): Promise<Enrolled> {
  one.sit(one.lead);
  const view = await one.ask('programme', one.programmeId);
  const found = view?.enrolments.find(({ rater }) => rater.id === tove.id);
  if (found === undefined) throw new Error('not enrolled');
  return found;
}

describe('a test', () => {
  test('is the set of its attempt, in an order that was drawn', async () => {
    await give();
    one.sit(tove);
    const work = await one.ask('work');
    expect(work.map(({ session }) => session.id).toSorted()).toEqual(sets[0]?.toSorted());
    expect(work.map(({ kind, attempt, position }) => [kind, attempt, position])).toEqual([
      ['test', 1, 1],
      ['test', 1, 2],
    ]);
  });

  test('is given once at a time', async () => {
    await give();
    expect(await give()).toBe('underWay');
    await one.work(tove, sets[0]?.[0] ?? '', 4);
    expect(await give()).toBe('underWay');
  });

  test('that was passed is not given again, while its certificate is valid', async () => {
    await take(1, 4);
    expect(await give()).toBe('passed');
    expect(await enrolled()).toMatchObject({ certificate: null, certificateDue: true });
    one.certify(enrolmentId, { validUntil: '2026-12-24' });
    expect(await enrolled()).toMatchObject({
      certificate: { validUntil: '2026-12-24' },
      certificateDue: false,
      tests: [{ attempt: 1, state: 'passed', done: 2, of: 2 }],
    });
    expect(await one.ask('programmes')).toMatchObject([{ certified: 1 }]);
    one.onDay(new Date(2026, 11, 24, 23));
    expect(await give()).toBe('passed');
    one.onDay(new Date(2026, 11, 25));
    expect(await one.ask('programmes')).toMatchObject([{ certified: 0 }]);
    expect(await give()).toBe('given');
  });

  test('that was failed is followed by the next set, until no attempt is left', async () => {
    await take(1, 7);
    expect(await enrolled()).toMatchObject({ tests: [{ state: 'failed' }], certificateDue: false });
    await take(2, 7);
    expect((await enrolled()).tests.map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'failed'],
      [2, 'failed'],
    ]);
    expect(await give()).toBe('noAttempts');
    await one.ask('editProgramme', { ...settings, id: one.programmeId, attempts: 3 });
    expect(await give()).toBe('noSessions');
    const sessionId = one.session();
    const put = { programmeId: one.programmeId, sessionId, part: 'test', testSet: 3 } as const;
    await one.ask('putProgrammeSession', { ...put, standardId: null });
    expect(await give()).toBe('noStandard');
    const standardId = one.rate(sessionId, one.rater('Expert', 'expert').id, 4);
    await one.ask('putProgrammeSession', { ...put, standardId });
    one.rate(sessionId, tove.id, 4, 'training');
    expect(await give()).toBe('known');
  });

  test('is another attempt than the certified one, also when the sessions of that were deleted', async () => {
    await take(1, 4);
    one.certify(enrolmentId, { validUntil: '2026-12-24' });
    one.onDay(new Date(2026, 11, 25));
    for (const id of sets[0] ?? []) {
      const { asOf = 0 } = one.store.whatGoes({ noun: 'session', id }, one.lead) ?? {};
      one.store.deletions.delete({ noun: 'session', id }, asOf, one.lead);
    }
    expect(await give()).toBe('given');
    expect((await enrolled()).tests).toMatchObject([{ attempt: 2, state: 'given' }]);
  });

  test('is not given when the enrolment has ended', async () => {
    one.sit(one.lead);
    await one.ask('endEnrolment', enrolmentId);
    expect(await give()).toBe('ended');
  });

  test('leaves out what the rater knows, and says so', async () => {
    one.rate(sets[0]?.[0] ?? '', tove.id, 4, 'training');
    one.sit(one.lead);
    expect(await one.ask('giveTest', enrolmentId)).toEqual({ outcome: 'given', sessions: 1, leftOut: 1 });
  });
});

describe('the result of a test', () => {
  const result = () => one.ask('attemptResult', { enrolmentId, attempt: 1 });

  test('has every rule with its value, the sessions as they were rated, and the items', async () => {
    await take(1, 5);
    for (const who of [one.lead, tove]) {
      one.sit(who);
      const found = await result();
      expect(found).toMatchObject({
        outcome: 'over',
        attempt: 1,
        raterName: 'Tove',
        passed: false,
        rules: [
          { rule: 'within1', met: true, percent: 80, longest: 2 },
          { rule: 'bias', met: false, bias: { value: 1 }, n: 2 },
          { rule: 'overallWithin1', met: true, count: 2, of: 2 },
          { rule: 'fewestSessions', met: true, count: 2 },
        ],
      });
      if (found?.outcome !== 'over') throw new Error('not over');
      expect(found.sessions.map(({ session }) => session.id)).toEqual(sets[0]);
      expect(found.sessions[0]?.within1).toMatchObject({ count: 19, of: 19, share: 1 });
      expect(found.items).toHaveLength(19);
      expect(found.endedAt > found.startedAt).toBe(true);
    }
  });

  test('is of the first version: what was amended in sight of the standard does not count', async () => {
    await take(1, 7);
    const work = one.store.assignments.ofEnrolment(enrolmentId);
    for (const { ratingId } of work) {
      const amended = one.store.finishing.amend({ ratingId: ratingId ?? '', reason: 'After all' });
      one.fill(amended?.id ?? '', 4);
      submit(one.store, amended?.id ?? '');
    }
    expect(await result()).toMatchObject({
      passed: false,
      rules: [{ met: false }, { bias: { value: 3 } }, {}, {}],
    });
    expect(await enrolled()).toMatchObject({ tests: [{ state: 'failed' }] });
  });

  test('is not there for another attempt, or another rater', async () => {
    await take(1, 4);
    expect(await one.ask('attemptResult', { enrolmentId, attempt: 2 })).toBeUndefined();
    one.sit(one.rater('Nils', 'trainee'));
    expect(await result()).toBeUndefined();
    one.sit(undefined);
    expect(await result()).toBeUndefined();
  });
});

describe('a rating beside the standard', () => {
  test('has the levels and the moments of both', async () => {
    const { sessionId, standardId } = await one.put('practice');
    const begun = one.store.ratings.begin({ sessionId, raterId: tove.id, purpose: 'training' });
    one.fill(begun.id, 5);
    one.store.judgements.addMark(newMark(begun.id, { item: 4, atMs: 61_000 }));
    one.store.judgements.addMark(newMark(begun.id, { item: 9, atMs: 300_000 }));
    submit(one.store, begun.id);
    one.sit(tove);
    const [item] = (await one.ask('work')).filter(({ session }) => session.id === sessionId);
    const found = await one.ask('standardComparison', item?.assignmentId ?? '');
    expect(found).toMatchObject({
      session: { id: sessionId },
      own: { raterName: 'Tove', rating: { id: begun.id, raterId: tove.id } },
      standard: { ratingId: standardId, how: 'oneRater', overallNote: '' },
      figures: { bias: 1, within1: { share: 1 } },
      moments: { first: { raterName: 'Tove' }, onlyFirst: [{ item: 4 }, { item: 9 }], both: [] },
    });
    if (found?.outcome !== 'open') throw new Error('not open');
    expect([found.own.levels.quality[0], found.standard.levels.quality[19]]).toEqual([5, 4]);
    expect(found.standard.scores).toHaveLength(19);
  });
});

describe('checks after the certificate', () => {
  let check: string;
  let anne: Rater;
  let annes: string;
  beforeEach(async () => {
    check = (await one.put('check')).sessionId;
    anne = one.rater('Anne');
    annes = await one.enrol(anne);
    await take(1, 4);
    one.certify(enrolmentId);
    one.certify(annes);
    one.sit(one.lead);
  });
  const driftOf = async (who: Rater) => {
    one.sit(one.lead);
    return (await one.ask('drift', one.programmeId))?.find(({ rater }) => rater.id === who.id);
  };
  const giveCheck = async (enrolment: string, sessionId: string, kind: 'check' | 'double') => {
    one.sit(one.lead);
    return (await one.ask('giveCheck', { enrolmentId: enrolment, sessionId, kind })).outcome;
  };

  test('are drawn from standard sessions that the rater does not know, those kept for it first', async () => {
    expect((await driftOf(tove))?.toCheck.map(({ id }) => id)).toEqual([check, ...(sets[1] ?? [])]);
    expect(await giveCheck(enrolmentId, check, 'check')).toBe('given');
    expect(await giveCheck(enrolmentId, check, 'check')).toBe('known');
    expect(await giveCheck(enrolmentId, sets[0]?.[0] ?? '', 'check')).toBe('known');
    expect(await giveCheck(enrolmentId, one.session(), 'check')).toBe('noSessions');
    expect((await driftOf(tove))?.toCheck.map(({ id }) => id)).toEqual(sets[1]);
    expect(await enrolled()).toMatchObject({ checks: { given: 1, done: 0, lastAt: null } });
  });

  test('show how far a rater is from the standard, with an alarm when that is too far', async () => {
    expect(await driftOf(tove)).toMatchObject({ points: [], alarm: false, checkDue: '2026-05-01' });
    for (const sessionId of [check, sets[1]?.[0] ?? '']) {
      await giveCheck(enrolmentId, sessionId, 'check');
      await one.work(tove, sessionId, 5);
    }
    const drift = await driftOf(tove);
    expect(drift?.points).toMatchObject([
      { kind: 'check', session: { id: check }, otherName: null, bias: 1, running: { n: 1, alarm: false } },
      { kind: 'check', running: { n: 2, bias: 1, alarm: true } },
    ]);
    expect(drift?.alarm).toBe(true);
    expect(await enrolled()).toMatchObject({ alarm: true, checks: { given: 2, done: 2 } });
    expect(await driftOf(anne)).toMatchObject({ points: [], alarm: false });
  });

  test('double a session that another certified rater rated alone', async () => {
    const [alone, seen, before] = [one.session(), one.session(), one.session()];
    one.rate(alone, anne.id, 3, 'supervision');
    const opened = one.store.ratings.begin({ sessionId: seen, raterId: anne.id, purpose: 'supervision' });
    one.rate(seen, one.lead.id, 2, 'supervision');
    one.store.others.show(seen, anne);
    submit(one.store, opened.id);
    one.store.enrolments.certificates(annes);
    expect(await giveCheck(enrolmentId, before, 'double')).toBe('noSessions');
    expect(await giveCheck(enrolmentId, seen, 'double')).toBe('noSessions');
    expect(await driftOf(anne)).toMatchObject({
      doubled: { sessions: 0, of: 1, percent: 0 },
      toDouble: [{ session: { id: alone }, raterIds: [tove.id] }],
    });
    expect(await giveCheck(annes, alone, 'double')).toBe('noSessions');
    expect(await giveCheck(enrolmentId, alone, 'double')).toBe('given');
    expect(await driftOf(anne)).toMatchObject({ doubled: { sessions: 0, of: 1 }, toDouble: [] });
    await one.work(tove, alone, 5);
    expect(await driftOf(anne)).toMatchObject({
      doubled: { sessions: 1, of: 1, percent: 100 },
      toDouble: [],
    });
    expect((await driftOf(tove))?.points).toMatchObject([
      { kind: 'double', otherName: 'Anne', bias: 2, session: { id: alone } },
    ]);
  });

  test('count what was begun after the certificate', async () => {
    const enrolled = await one.enrol(one.rater('Late'));
    one.certify(enrolled, { issuedAt: '2027-01-01T00:00:00.000Z' });
    const late = one.store.enrolments.find(enrolled)?.raterId ?? '';
    one.rate(one.session(), late, 3, 'supervision');
    one.sit(one.lead);
    const drift = (await one.ask('drift', one.programmeId))?.find(({ rater }) => rater.id === late);
    expect(drift).toMatchObject({ doubled: { sessions: 0, of: 0, percent: undefined }, toDouble: [] });
  });

  test('of a certificate that has run out are due no more', async () => {
    one.onDay(new Date(2028, 0, 1));
    expect(await driftOf(tove)).toMatchObject({ checkDue: null });
  });
});

describe('the cohort', () => {
  test('is every rating with a standard, of what is over, by quarter', async () => {
    const { sessionId } = await one.put('practice');
    await one.work(tove, sessionId, 5);
    await take(1, 4);
    const nils = one.rater('Nils', 'trainee');
    await one.enrol(nils);
    await one.work(nils, sessionId, 6);
    const other = await one.enrol(one.rater('Eva', 'trainee'));
    one.sit(one.lead);
    await one.ask('giveTest', other);
    const eva = one.store.enrolments.find(other)?.raterId ?? '';
    const rater = one.store.raters.find(eva);
    if (rater === undefined) throw new Error('no rater');
    await one.work(rater, sets[0]?.[0] ?? '', 7);
    one.sit(one.lead);
    expect(await one.ask('cohort', one.programmeId)).toMatchObject([
      { from: '2026-10-01', raters: 2, ratings: 4, within1: { count: 57, of: 76 }, bias: { value: 0.75 } },
    ]);
  });
});
