import { describe, expect, test } from 'vitest';
import { addable } from '../../renderer/programmes/addable.ts';
import { concernsOf } from '../../renderer/programmes/settings.ts';
import {
  isFixed,
  openSlots,
  slotKey,
  slotOf,
  slotsOf,
  usualStandard,
} from '../../renderer/programmes/slots.ts';
import { aNamedSession, aProgramme, aProgrammeSession, aStandard } from '../fixtures/programmes.ts';
import { uuid } from '../fixtures/rows.ts';

const editionId = 'mbt-g-aqs/1';
const rating = (number: number, some: Parameters<typeof aStandard>[0] = {}) => ({
  ...aStandard({ ratingId: uuid(number), ...some }),
  editionId,
});

describe('the parts of a programme', () => {
  test('are practice, each attempt of the test, and checks', () => {
    expect(slotsOf(2).map(slotKey)).toEqual(['practice', 'test 1', 'test 2', 'check']);
    for (const slot of slotsOf(9)) expect(slotOf(slotKey(slot), 9)).toEqual(slot);
    expect(slotOf('test 3', 2)).toBeUndefined();
  });

  test('of a test that was given take nothing more, and let nothing go', () => {
    const given = aProgrammeSession(1, { part: 'test', testSet: 1, assigned: 1 });
    const leftOut = aProgrammeSession(2, { part: 'test', testSet: 1 });
    const sessions = [given, leftOut, aProgrammeSession(3)];
    expect(openSlots(2, sessions).map(slotKey)).toEqual(['practice', 'test 2', 'check']);
    expect(sessions.map((one) => isFixed(one, sessions))).toEqual([true, true, false]);
  });
});

describe('the usual standard', () => {
  const session = aNamedSession(1);

  test('is the latest consensus', () => {
    const ratings = [
      rating(1, { how: 'oneRater', at: '2026-10-30T08:00:00Z' }),
      rating(2, { at: '2026-10-01T08:00:00Z' }),
      rating(3, { at: '2026-10-02T08:00:00Z' }),
    ];
    expect(usualStandard({ session, ratings })).toBe(uuid(3));
  });

  test('is the only rating there is, and is left to people among several', () => {
    const one = rating(1, { how: 'oneRater' });
    expect(usualStandard({ session, ratings: [one] })).toBe(uuid(1));
    expect(usualStandard({ session, ratings: [one, rating(2, { how: 'oneRater' })] })).toBeNull();
    expect(usualStandard(undefined)).toBeNull();
  });
});

test('sessions that can have a standard come first, and what is taken is left out', () => {
  const [one, two, three, four] = [1, 2, 3, 4].map(aNamedSession);
  if (!one || !two || !three || !four) throw new Error('four sessions');
  const choices = [one, two].map((session) => ({ session, ratings: [rating(1)] }));
  const listed = addable({
    choices,
    rows: [four, two, one, three],
    taken: new Set([three.id]),
    sought: '',
    nameOf: ({ date }) => date,
  });
  expect(listed.map(({ session }) => session.number)).toEqual([2, 1, 4]);
});

test('sessions are sought by what they are called', () => {
  const [one, two] = [1, 2].map(aNamedSession);
  if (!one || !two) throw new Error('two sessions');
  const choices = [one, two].map((session) => ({ session, ratings: [rating(1)] }));
  const nameOf = ({ date, number }: (typeof choices)[number]['session']) =>
    `${date} · Thursday group · session ${number}`;
  const listed = addable({ choices, rows: [], taken: new Set(), sought: 'thurs 2', nameOf });
  expect(listed.map(({ session }) => session.number)).toEqual([2]);
});

describe('rules that do not go together', () => {
  const { rules } = aProgramme();

  test('are pointed out', () => {
    expect(concernsOf(rules)).toEqual([]);
    expect(concernsOf({ ...rules, fewestSessions: 2 })).toEqual(['rowTooLong']);
    expect(concernsOf({ ...rules, icc: 0.6 })).toEqual(['iccFew']);
    const none = { within1: null, bias: null, icc: null, overallWithin1: false, fewestSessions: 1 };
    expect(concernsOf(none)).toEqual(['noRules']);
  });
});
