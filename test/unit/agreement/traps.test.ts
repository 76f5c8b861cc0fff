/** Each of these gave a known program wrong numbers, or a clinician a wrong idea. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ac2,
  agreementWeights,
  alpha,
  type Cell,
  iccForms,
  iccs,
  independentRatings,
  levels,
  levelsOf,
  matchMarks,
  scoreAgreement,
  tableOf,
  timeUnitKappa,
  timeUnits,
  varianceComponents,
  weightedKappa,
} from '../../../main/agreement/index.ts';
import { column, example, expectDigits, rows } from './examples.ts';
import { known } from './known.ts';

const data = z.object({ data: rows });

describe('traps', () => {
  test('1: k enters the limits of ICC(A,k) once: .0711 to .9272 for Shrout & Fleiss, not .039 to .929', () => {
    const { limits } = iccs(example('shrout_fleiss_1979_icc', data).data).forms['ICC(2,k)'];
    expect(limits.lower).toBeCloseTo(0.0711, 4);
    expect(limits.upper).toBeCloseTo(0.9272, 4);
  });

  test('2: alpha divides by all judgements that can be paired, with complete data and three raters too', () => {
    const table = [
      [1, 1, 2],
      [1, 1, 2],
      [3, 3, 3],
    ];
    // By hand: ordered pairs that differ, 4 in each of two sessions, each counting 1/(3 - 1), make 4. Of all 9
    // judgements (four 1, two 2, three 3), 81 - (16 + 4 + 9) = 52 ordered pairs differ.
    const found = alpha(table, 'nominal');
    expect(found).toMatchObject({ n: 3, k: 3, missing: 0, pairable: 9 });
    expect(known(found)).toBeCloseTo(1 - (8 * 4) / 52, 12);
  });

  test('3: kappa is computed over all levels of the scale, not over those that occur', () => {
    const { data: table, expected } = example(
      'levels_missing_in_data',
      z.object({ data: rows, expected: z.record(z.string(), z.number()) }),
    );
    const kappa = (categories: readonly number[], values = table) =>
      known(weightedKappa(column(values, 0), column(values, 1), { weights: 'quadratic', categories }));
    const oneToTen = Array.from({ length: 10 }, (_, at) => at + 1);
    const present = [...new Set(table.flat())].filter((level) => level !== null).toSorted((a, b) => a - b);
    expectDigits(kappa(oneToTen), expected.quadratic_kappa_levels_1to10 ?? Number.NaN, 10);
    expectDigits(kappa(present), expected.quadratic_kappa_levels_present_only ?? Number.NaN, 10);
    const unweighted = weightedKappa(column(table, 0), column(table, 1), {
      weights: 'identity',
      categories: oneToTen,
    });
    expectDigits(unweighted.value, expected.unweighted ?? Number.NaN, 10);
    // And without being told, the levels are 1 to 7.
    expect(levels).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const small = [
      [2, 2],
      [3, 7],
      [7, 3],
    ];
    const asIs = weightedKappa(column(small, 0), column(small, 1), { weights: 'quadratic' });
    expect(asIs.value).toBe(kappa([1, 2, 3, 4, 5, 6, 7], small));
    expect(asIs.value).not.toBeCloseTo(kappa([2, 3, 7], small), 3);
    // AC2 and Brennan & Prediger depend on how many there are as well.
    expect(ac2(small, { weights: 'identity' }).expected).not.toBeCloseTo(
      ac2(small, { weights: 'identity', categories: [2, 3, 7] }).expected ?? Number.NaN,
      3,
    );
  });

  test("4: Gwet's ordinal weights are not Krippendorff's ordinal metric: .834, not .815", () => {
    const { data_units_by_observers: table } = example(
      'krippendorff_4x12',
      z.object({ data_units_by_observers: rows }),
    );
    const weights = agreementWeights('ordinal', 5);
    const gwets = alpha(table, (i, j) => 1 - (weights[i * 5 + j] ?? 0), [1, 2, 3, 4, 5]);
    expectDigits(known(gwets), 0.83364, 5);
    expectDigits(known(alpha(table, 'ordinal')), 0.8153875038, 10);
  });

  test('5: an ICC of .16 while 90 % of sessions agree within one point and AC2 is .89: they stand beside each other', () => {
    // 20 sessions that all deserve about a 5.
    const pairs = [
      [6, 5],
      [4, 4],
      [6, 6],
      [5, 3],
      [5, 4],
      [5, 5],
      [5, 6],
      [5, 6],
      [4, 5],
      [4, 5],
      [5, 5],
      [5, 6],
      [4, 5],
      [5, 6],
      [5, 3],
      [5, 6],
      [5, 4],
      [6, 5],
      [5, 4],
      [6, 5],
    ];
    const found = scoreAgreement(pairs);
    expect(known(found.icc.forms['ICC(2,1)'])).toBeCloseTo(0.16, 2);
    expect(found.simple.within1).toMatchObject({ value: 0.9, count: 18, of: 20 });
    expect(known(ac2(pairs, { weights: 'ordinal' }))).toBeCloseTo(0.89, 2);
    expect(known(found.ac2)).toBeGreaterThan(0.89);
    expect(found.spread.small).toBe(true);
    // The same raters with sessions that differ: the same agreement in points, and a high ICC.
    const spread = pairs.map((row, at) => row.map((level) => (at % 2 === 0 ? level - 2 : level + 1)));
    const other = scoreAgreement(spread);
    expect(other.simple).toEqual(found.simple);
    expect(other.spread.small).toBe(false);
    expect(known(other.icc.forms['ICC(2,1)'])).toBeGreaterThan(0.7);
  });

  test('6: the reliability of a mean says of how many, and which sessions have one rater', () => {
    const table = [
      [2, 3, null],
      [5, null, 4],
      [6, 6, 7],
      [3, null, null],
      [1, 2, 2],
    ];
    const found = iccs(table);
    expect(found).toMatchObject({ n: 5, k: 3, missing: 4, oneRaterSessions: 1, limitsBy: 'approximate' });
    const perSession = 5 / (1 / 2 + 1 / 2 + 1 / 3 + 1 + 1 / 3);
    expect(found.forms['ICC(2,k)'].raters).toBeCloseTo(perSession, 12);
    expect(found.forms['ICC(2,1)'].raters).toBe(1);
    // Sessions with one rater each have no reliability at all.
    const single = iccs([
      [2, null],
      [null, 5],
      [4, null],
    ]);
    expect(single).toMatchObject({ n: 3, oneRaterSessions: 3 });
    expect(single.forms['ICC(1,k)']).toMatchObject({ value: undefined, reason: 'noPairs', raters: 1 });
  });

  describe('7: raters who differ by a constant leave no residual variance, and F is infinite', () => {
    const { data: twins, expected } = example(
      'constant_shift_twins',
      z.object({ data: z.array(z.array(z.number())), expected: z.record(z.string(), z.number()) }),
    );
    const { forms } = iccs(twins);

    test('values are as they should be', () => {
      expectDigits(forms['ICC(1,1)'].value, expected['ICC(1,1)'] ?? Number.NaN, 10);
      expectDigits(forms['ICC(2,1)'].value, expected['ICC(2,1)'] ?? Number.NaN, 10);
      expect(forms['ICC(3,1)'].value).toBe(expected['ICC(3,1)']);
      const categories = [1, 2, 3, 4, 5, 6, 7];
      const present = [...new Set(twins.flat())].toSorted((a, b) => a - b);
      const kappa = (weights: 'identity' | 'quadratic', of: number[]) =>
        weightedKappa(column(twins, 0), column(twins, 1), { weights, categories: of }).value;
      expectDigits(kappa('identity', categories), expected.unweighted_kappa ?? Number.NaN, 10);
      expectDigits(
        kappa('quadratic', present),
        expected.quadratic_weighted_kappa_levels_present_only ?? Number.NaN,
        10,
      );
      const { simple } = scoreAgreement(twins);
      expect(simple).toMatchObject({ exact: { value: 0 }, within1: { value: 1 } });
    });

    test('limits are numbers or a reason, never infinite', () => {
      expect(forms['ICC(3,1)'].limits).toMatchObject({ reason: 'noResidualVariance' });
      expect(forms['ICC(2,1)'].limits.lower).toBeLessThan(0.9);
      for (const form of iccForms)
        for (const limit of [forms[form].limits.lower, forms[form].limits.upper])
          expect(limit === undefined || Number.isFinite(limit)).toBe(true);
    });

    test('with cells missing too', () => {
      const missing = [...twins, [4, null]];
      expect(iccs(missing).forms['ICC(2,1)']).toMatchObject({
        value: undefined,
        reason: 'noResidualVariance',
      });
    });
  });

  test('8: a negative variance component is set to 0, and said', () => {
    const opposite = [
      [1, 5],
      [5, 1],
      [2, 4],
      [4, 2],
    ];
    const found = varianceComponents(opposite);
    expect(found).toMatchObject({
      method: 'anova',
      value: { session: 0, rater: 0 },
      setToZero: ['session', 'rater'],
    });
    expect(varianceComponents([...opposite, [3, null]])).toMatchObject({
      method: 'reml',
      value: { session: 0, rater: 0 },
      setToZero: ['session', 'rater'],
    });
    // The estimate of the ICC stays what its formula says, with its limits.
    expect(known(iccs(opposite).forms['ICC(2,1)'])).toBeLessThan(0);
  });

  test('9: marks .25 to 1.3 s apart are the same moment, though no unit of time agrees', () => {
    const first = [10_900, 25_750, 40_000].map((atMs) => ({ item: 4, atMs, endMs: null }));
    const second = [11_150, 27_050, 41_000].map((atMs) => ({ item: 4, atMs, endMs: null }));
    const { both, f1 } = matchMarks(first, second, { toleranceMs: 2000 });
    expect(both.map(({ laterMs }) => laterMs)).toEqual([250, 1300, 1000]);
    expect(f1).toEqual({ value: 1 });
    const units = { durationMs: 60_000, unitMs: 1000 };
    const { kappa } = timeUnitKappa(timeUnits(first, units), timeUnits(second, units));
    expect(kappa.value).toBeLessThan(0);
  });

  const made = (raterId: string, change: object = {}) => ({
    sessionId: 's1',
    raterId,
    purpose: 'research' as const,
    submittedAt: '2026-03-01T10:00:00Z',
    sawOthersAt: null,
    ...change,
  });

  describe('10: agreement is that of independent ratings', () => {
    test('a consensus is none', () => {
      const consensus = made('c', { purpose: 'consensus' });
      const { used, leftOut } = independentRatings([made('a'), consensus, made('b')]);
      expect(used.map(({ raterId }) => raterId)).toEqual(['a', 'b']);
      expect(leftOut).toEqual({ opened: 0, unsubmitted: 0, consensus: 1 });
    });

    test("'no occasion' is a category where categories are names, and no level anywhere", () => {
      const judged: Cell[][] = [
        ['noOccasion', 'noOccasion'],
        [4, 'noOccasion'],
        [4, 4],
        [5, 5],
        [2, 3],
      ];
      const found = scoreAgreement(judged);
      expect(found.icc).toMatchObject({ n: 4, missing: 1 });
      expect(found.occasion).toMatchObject({ noOccasion: 3, bothNoOccasion: 1, different: 1, bothRated: 3 });
      expect(levelsOf(judged)).toMatchObject({
        noOccasion: 3,
        table: [
          [null, null],
          [4, null],
          [4, 4],
          [5, 5],
          [2, 3],
        ],
      });
      const categories = [...levels, 'noOccasion'] as const;
      const nominal = weightedKappa(column(judged, 0), column(judged, 1), {
        weights: 'identity',
        categories,
      });
      expect(nominal.n).toBe(5);
      expect(nominal.observed).toBeCloseTo(3 / 5, 12);
      expect(known(alpha(judged, 'nominal', categories))).toBeLessThan(1);
      // Where it is no category, it is no level either: the statistic says so and does not guess.
      expect(ac2(judged, { weights: 'quadratic' })).toMatchObject({
        value: undefined,
        reason: 'outsideScale',
      });
    });

    test('judgements become a table with the ids of its rows and columns', () => {
      const found = tableOf([
        { sessionId: 's2', raterId: 'a', cell: 4 },
        { sessionId: 's1', raterId: 'b', cell: 'noOccasion' },
        { sessionId: 's1', raterId: 'a', cell: 7 },
      ]);
      expect(found).toEqual({
        sessions: ['s2', 's1'],
        raters: ['a', 'b'],
        table: [
          [4, null],
          [7, 'noOccasion'],
        ],
      });
    });
  });

  test('11: ratings opened before submission are left out, and counted', () => {
    const seen = { sawOthersAt: '2026-03-01T09:00:00Z' };
    const { used, leftOut } = independentRatings([
      made('opened', seen),
      made('open', { submittedAt: null }),
      // Amended in sight of others: the version before it stands.
      made('amended', { ...seen, submittedAt: '2026-03-03T10:00:00Z' }),
      made('amended'),
      // Twice on one's own: the later one.
      made('twice', { submittedAt: '2026-03-05T10:00:00Z' }),
      made('twice'),
    ]);
    expect(used).toEqual([made('amended'), made('twice', { submittedAt: '2026-03-05T10:00:00Z' })]);
    expect(leftOut).toEqual({ opened: 1, unsubmitted: 1, consensus: 0 });
  });
});
