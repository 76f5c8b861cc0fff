import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  certified,
  dataHash,
  type PassedAttempt,
  type TestedSession,
} from '../../../main/certificates/certify.ts';
import { factsOf, factsText } from '../../../main/certificates/facts.ts';
import type { AttemptResult } from '../../../preload/api.ts';
import { aSigner, keyText, someFacts } from '../../fixtures/certificate.ts';
import { someLevels, uuid } from '../../fixtures/rows.ts';

const tested = (at: number, some: Partial<TestedSession['standard']> = {}): TestedSession => ({
  sessionId: uuid(at),
  own: {
    ratingId: uuid(100 + at),
    levels: { quality: someLevels({ 0: 4 }), adherence: someLevels({}), noOccasion: [16] },
  },
  standard: {
    ratingId: uuid(200 + at),
    levels: { quality: someLevels({ 1: 5 }), adherence: someLevels({}), noOccasion: [] },
    how: 'consensus',
    names: ['Solveig K.', 'Henrik B.'],
    at: '2026-09-01T10:00:00.000Z',
    ...some,
  },
});

const { rules, results, sessions } = someFacts();
const result: AttemptResult = {
  outcome: 'over',
  programmeId: uuid(900),
  attempt: 2,
  raterName: 'Åse',
  startedAt: '2026-11-02T10:00:00.000Z',
  endedAt: '2026-11-20T10:00:00.000Z',
  passed: true,
  rules: results,
  sessions: sessions.map((figures, at) => ({
    ...figures,
    sessionId: uuid(at),
    submittedAt: '2026-11-20T10:00:00.000Z',
    pairs: 38,
    occasion: 0,
    leftOut: 0,
    session: { id: uuid(at), date: '2026-05-01', number: at, groupId: null },
    assignmentId: uuid(300 + at),
  })),
  items: [],
};
const passed = (some: Partial<PassedAttempt> = {}): PassedAttempt => ({
  programme: { name: 'Rateropplæring', dimension: 'both', rules, attempts: 3, validMonths: 12 },
  editionName: 'MBT-G-AQS',
  result,
  tested: [1, 2, 3].map((at) => tested(at)),
  ...some,
});
const issuing = {
  id: uuid(999),
  issuedAt: new Date(2028, 1, 29, 12),
  publicKey: aSigner().publicKey,
  toolVersion: '1.2.3',
};

describe('what is certified', () => {
  test('is what came of the test, by this key, until the same day so many months later', () => {
    const facts = certified(passed(), issuing);
    expect(facts).toMatchObject({
      id: uuid(999),
      rater: 'Åse',
      attempt: 2,
      attempts: 3,
      results,
      testedFrom: '2026-11-02',
      testedUntil: '2026-11-20',
      issuedOn: '2028-02-29',
      validUntil: '2029-02-28',
      key: keyText(aSigner()),
    });
    expect(factsOf(factsText(facts))).toBeDefined();
  });

  test('numbers sessions, and names neither them nor what was assigned', () => {
    const text = factsText(certified(passed(), issuing));
    for (const at of [0, 1, 2]) expect(text).not.toContain(uuid(at));
    expect(text).not.toContain('2026-05-01');
    expect(text).not.toContain(uuid(300));
  });

  test('tells standards of the same people, way and day as one, the earliest first', () => {
    const { standards } = certified(
      passed({
        tested: [
          tested(1, { at: '2026-09-08T10:00:00.000Z' }),
          tested(2),
          tested(3, { at: '2026-09-08T12:00:00.000Z' }),
          tested(4, { how: 'oneRater', names: ['Nora'] }),
        ],
      }),
      issuing,
    );
    expect(standards).toEqual([
      { how: 'consensus', names: ['Solveig K.', 'Henrik B.'], on: '2026-09-01', sessions: 1 },
      { how: 'oneRater', names: ['Nora'], on: '2026-09-01', sessions: 1 },
      { how: 'consensus', names: ['Solveig K.', 'Henrik B.'], on: '2026-09-08', sessions: 2 },
    ]);
  });

  test('has no limits that JSON cannot hold', () => {
    const icc = { value: 0.9, limits: { lower: Number.NEGATIVE_INFINITY, upper: 1 } };
    const odd = { ...result, rules: [{ rule: 'icc', met: true, least: 0, icc, n: 3 } as const] };
    const [said] = certified(passed({ result: odd }), issuing).results;
    expect(said).toEqual({
      rule: 'icc',
      met: true,
      least: 0,
      icc: { value: 0.9, limits: { lower: undefined, upper: undefined, reason: 'outOfReach' } },
      n: 3,
    });
  });
});

describe('the hash of the data', () => {
  test('is that of the text that its comment describes', () => {
    const levels = (at: number, level: number) =>
      JSON.stringify(Array.from({ length: 20 }, (_, item) => (item === at ? level : null)));
    const none = JSON.stringify(Array.from({ length: 20 }, () => null));
    const text =
      `[{"session":"${uuid(1)}",` +
      `"rating":{"id":"${uuid(101)}","quality":${levels(0, 4)},"adherence":${none},"noOccasion":[16]},` +
      `"standard":{"id":"${uuid(201)}","quality":${levels(1, 5)},"adherence":${none},"noOccasion":[]}}]`;
    expect(dataHash([tested(1)])).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('is another one for another order, and the same whoever set the standard', () => {
    expect(dataHash([tested(1), tested(2)])).not.toBe(dataHash([tested(2), tested(1)]));
    expect(dataHash([tested(1)])).toBe(dataHash([tested(1, { how: 'oneRater', names: ['Nora'] })]));
  });
});
