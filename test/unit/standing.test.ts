import { describe, expect, test } from 'vitest';
import { certificateState, mayTakeTest, standingOf } from '../../renderer/programmes/standing.ts';
import { anEnrolled } from '../fixtures/programmes.ts';
import { uuid } from '../fixtures/rows.ts';

const today = '2026-11-21';
const until = (validUntil: string) => ({ id: uuid(1), issuedAt: '2025-11-21T08:00:00Z', validUntil });
const given = { attempt: 1, state: 'given', done: 1, of: 3, givenAt: '2026-11-01T08:00:00Z' } as const;
const ended = { done: 3, of: 3, endedAt: '2026-11-02T08:00:00Z' };
const failed = { attempt: 1, state: 'failed', ...ended } as const;
const passed = { attempt: 1, state: 'passed', ...ended } as const;

describe('a certificate', () => {
  test.each([
    ['2026-11-20', 'ranOut', -1],
    ['2026-11-21', 'runsOut', 0],
    ['2027-01-20', 'runsOut', 60],
    ['2027-01-21', 'valid', 61],
  ] as const)('until %s is %s', (validUntil, state, days) => {
    expect(certificateState(validUntil, today)).toEqual({ state, days });
  });
});

describe('a test can be given', () => {
  test('at first, and again after one that was not passed', () => {
    expect(mayTakeTest(anEnrolled(), 2, today)).toBe(true);
    expect(mayTakeTest(anEnrolled({ tests: [failed] }), 2, today)).toBe(true);
  });

  test.each([
    ['all attempts are used', { tests: [failed] }, 1],
    ['one is under way', { tests: [given] }, 2],
    ['it is passed', { tests: [passed] }, 2],
    ['the rater has left', { endedAt: '2026-11-01T08:00:00Z' }, 2],
  ] as const)('no more when %s', (_, some, attempts) => {
    const tests = 'tests' in some ? [...some.tests] : [];
    expect(mayTakeTest(anEnrolled({ ...some, tests }), attempts, today)).toBe(false);
  });

  test('once more when the certificate has run out', () => {
    const holding = (validUntil: string) => anEnrolled({ tests: [passed], certificate: until(validUntil) });
    expect(mayTakeTest(holding('2026-11-20'), 2, today)).toBe(true);
    expect(mayTakeTest(holding('2026-11-21'), 2, today)).toBe(false);
  });
});

test('who has left counts nowhere, and everybody else where they are', () => {
  const standing = standingOf(
    [
      anEnrolled(),
      anEnrolled({ practice: { done: 3, of: 3 }, tests: [given] }),
      anEnrolled({ tests: [passed], certificate: until('2027-11-01') }),
      anEnrolled({ tests: [passed], certificate: until('2026-12-01'), alarm: true }),
      anEnrolled({ tests: [passed], certificate: until('2026-11-01') }),
      anEnrolled({ endedAt: '2026-11-01T08:00:00Z', alarm: true, certificate: until('2027-11-01') }),
    ],
    today,
  );
  expect(standing).toEqual({
    enrolled: 5,
    inPractice: 1,
    inTest: 1,
    certified: 2,
    runningOut: 1,
    alarms: 1,
  });
});
