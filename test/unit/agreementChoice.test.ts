import { describe, expect, test } from 'vitest';
import type { Compared, ComparedRating, ComparedSession } from '../../db/agreement.ts';
import { chosenRatings } from '../../main/agreementChoice.ts';
import type { AgreementScope } from '../../preload/api.ts';
import { uuid } from '../fixtures/rows.ts';

const everything: AgreementScope = {
  from: null,
  to: null,
  groupId: null,
  programmeId: null,
  sessionIds: null,
  raterIds: null,
  edition: null,
};
const [anne, bo, cato] = [uuid(301), uuid(302), uuid(303)];
const known = {
  raters: [
    { id: anne, name: 'Anne', kind: 'supervisor' as const },
    { id: bo, name: 'Bo', kind: 'expert' as const },
    { id: cato, name: 'Cato', kind: 'self' as const },
  ],
  editions: [{ id: 'one/1', name: 'One' }],
  programme: undefined,
};

const session = (number: number, some: Partial<ComparedSession> = {}): ComparedSession => ({
  id: uuid(number),
  date: `2026-0${number}-10`,
  number,
  groupId: null,
  ...some,
});
let ratings = 0;
const rating = (of: number, raterId: string, some: Partial<ComparedRating> = {}): ComparedRating => {
  ratings += 1;
  return {
    ratingId: uuid(1000 + ratings),
    sessionId: uuid(of),
    raterId,
    purpose: 'supervision',
    scaleEdition: 'one/1',
    version: 1,
    submittedAt: '2026-09-01T10:00:00Z',
    sawOthersAt: null,
    ...some,
  };
};
const found = (some: Partial<Compared>): Compared => ({ sessions: [], ratings: [], withheld: [], ...some });
const chosen = (some: Partial<Compared>, scope: Partial<AgreementScope> = {}) =>
  chosenRatings(found(some), { ...everything, ...scope }, known);
const both = (of: number) => [rating(of, anne), rating(of, bo)];

describe('what is compared', () => {
  test('is of one programme, when it is asked for', () => {
    const all = found({ sessions: [session(1), session(2)], ratings: [...both(1), ...both(2)] });
    const of = (programme: ReadonlySet<string>) => chosenRatings(all, everything, { ...known, programme });
    expect(of(new Set([uuid(2), uuid(9)])).sessions.map(({ number }) => number)).toEqual([2]);
    expect(of(new Set()).basis).toMatchObject({ sessions: [], compared: { sessions: 0 } });
  });

  test('is every session that two have rated on their own', () => {
    const { basis, sessions, raterIds } = chosen({
      sessions: [session(1), session(2)],
      ratings: [...both(1), rating(2, anne)],
    });
    expect(sessions.map(({ id }) => id)).toEqual([uuid(1)]);
    expect(raterIds).toEqual([anne, bo]);
    expect(basis.compared).toEqual({ sessions: 1, raterIds: [anne, bo], ratings: 2 });
    expect(basis.leftOut.oneRating).toBe(1);
  });

  test('is not a rating whose rater opened the others first, and that is counted', () => {
    const { basis } = chosen({
      sessions: [session(1)],
      ratings: [rating(1, anne), rating(1, bo, { sawOthersAt: '2026-08-31T10:00:00Z' })],
    });
    expect(basis.compared.sessions).toBe(0);
    expect(basis.leftOut).toMatchObject({ opened: 1, oneRating: 1 });
  });

  test('is the version from before others were seen, and the later one is counted', () => {
    const first = rating(1, bo);
    const later = rating(1, bo, {
      version: 2,
      submittedAt: '2026-09-09T10:00:00Z',
      sawOthersAt: '2026-09-08T10:00:00Z',
    });
    const { ratings: used, basis } = chosen({
      sessions: [session(1)],
      ratings: [rating(1, anne), first, later],
    });
    expect(used).toContain(first);
    expect(used).not.toContain(later);
    expect(basis.leftOut).toMatchObject({ opened: 0, earlierVersion: 1 });
  });

  test('is the latest version of those made alone', () => {
    const later = rating(1, bo, { version: 2, submittedAt: '2026-09-09T10:00:00Z' });
    const { ratings: used, basis } = chosen({
      sessions: [session(1)],
      ratings: [rating(1, anne), rating(1, bo), later],
    });
    expect(used).toContain(later);
    expect(basis.leftOut.earlierVersion).toBe(0);
  });

  test('is neither consensus nor what is not submitted, and both are counted', () => {
    const { basis } = chosen({
      sessions: [session(1)],
      ratings: [
        ...both(1),
        rating(1, anne, { purpose: 'consensus' }),
        rating(1, uuid(309), { submittedAt: null }),
      ],
    });
    expect(basis.compared.ratings).toBe(2);
    expect(basis.leftOut).toMatchObject({ consensus: 1, unsubmitted: 1 });
  });

  test('never joins two editions of the scale: the one with most ratings, or the one that is asked for', () => {
    const other = { scaleEdition: 'two/1' };
    const all = {
      sessions: [session(1), session(2)],
      ratings: [...both(1), rating(2, anne), rating(2, bo, other), rating(1, cato, other)],
    };
    const usual = chosen(all).basis;
    expect(usual.edition).toEqual({ id: 'one/1', name: 'One' });
    expect(usual.compared.sessions).toBe(1);
    expect(usual.leftOut.otherEditions).toBe(1);
    expect(usual.editions.map(({ id }) => id)).toEqual(['one/1', 'two/1']);
    expect(chosen(all, { edition: 'two/1' }).basis).toMatchObject({
      edition: { id: 'two/1', name: 'two/1' },
      compared: { sessions: 0 },
    });
  });

  test("leaves out therapists' own ratings unless they are chosen", () => {
    const all = { sessions: [session(1)], ratings: [...both(1), rating(1, cato, { purpose: 'selfRating' })] };
    expect(chosen(all).raterIds).toEqual([anne, bo]);
    expect(chosen(all, { raterIds: [anne, cato] }).raterIds).toEqual([anne, cato]);
    expect(chosen(all).basis.raters.map(({ id, sessions }) => [id, sessions])).toEqual([
      [anne, 1],
      [bo, 1],
      [cato, 1],
    ]);
  });

  test('is narrowed by period, group and sessions; the sessions to choose from are not', () => {
    const all = {
      sessions: [session(1), session(2, { groupId: uuid(400) }), session(3)],
      ratings: [...both(1), ...both(2), ...both(3)],
    };
    const ids = (scope: Partial<AgreementScope>) => chosen(all, scope).sessions.map(({ number }) => number);
    expect(ids({ from: '2026-02-10' })).toEqual([2, 3]);
    expect(ids({ to: '2026-02-10' })).toEqual([1, 2]);
    expect(ids({ groupId: uuid(400) })).toEqual([2]);
    const one = chosen(all, { sessionIds: [uuid(3)] });
    expect(one.sessions.map(({ number }) => number)).toEqual([3]);
    expect(one.basis.sessions).toHaveLength(3);
    expect(one.basis.groupIds).toEqual([uuid(400)]);
  });

  test('says how many sessions of the choice are withheld', () => {
    const { basis } = chosen({ withheld: [session(1), session(5)] }, { from: '2026-03-01' });
    expect(basis.leftOut.withheldSessions).toBe(1);
  });
});
