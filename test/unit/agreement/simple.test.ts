import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  blandAltman,
  cicchetti,
  kendallW,
  kooLi,
  kooLiOf,
  occasionAgreement,
  pairAgreement,
  severities,
  spreadOf,
  tableAgreement,
  tQuantile,
} from '../../../main/agreement/index.ts';
import file from '../../fixtures/agreementExamples.json' with { type: 'json' };
import { column, example, expectClose, expectDigits } from './examples.ts';
import { known } from './known.ts';
import { mapped, shuffled, tables } from './tables.ts';

describe('limits of agreement of Bland & Altman (1986)', () => {
  const values = z.array(z.number());
  const pair = z.tuple([z.number(), z.number()]);
  const given = example(
    'bland_altman_1986_pefr',
    z.object({
      wright_1: values,
      wright_2: values,
      mini_1: values,
      mini_2: values,
      published_from_memory: z.looseObject({ bias: z.number(), sd: z.number(), limits_2sd: pair }),
      expected: z.object({
        bias: z.number(),
        sd: z.number(),
        'limits_1.96sd': pair,
        limits_2sd: pair,
        se_bias: z.number(),
        'se_limit_sqrt(3s2/n)': z.number(),
        t_975_16: z.number(),
        ci_bias: pair,
        ci_lower_limit_2sd: pair,
        ci_upper_limit_2sd: pair,
        r: z.number(),
        within_wright_sd_of_diff_about_0: z.number(),
        within_mini_sd_of_diff_about_0: z.number(),
      }),
    }),
  );
  const { expected } = given;
  const two = blandAltman(given.wright_1, given.mini_1, 2);
  const later = blandAltman(given.wright_1, given.mini_1);

  test('bias and spread', () => {
    expect(two).toMatchObject({ n: 17, k: 2, missing: 0, multiplier: 2 });
    expect(two.points).toHaveLength(17);
    expect(two.points[0]).toEqual({ mean: 503, difference: -18 });
    expectDigits(two.bias.value, expected.bias, 10);
    expectDigits(two.bias.value, given.published_from_memory.bias, 1);
    expectDigits(two.sd.value, expected.sd, 10);
    expectDigits(two.sd.value, given.published_from_memory.sd, 1);
    expectDigits(two.correlation.value, expected.r, 10);
    expectDigits(
      blandAltman(given.wright_1, given.wright_2).sdAboutZero.value,
      expected.within_wright_sd_of_diff_about_0,
      8,
    );
    expectDigits(
      blandAltman(given.mini_1, given.mini_2).sdAboutZero.value,
      expected.within_mini_sd_of_diff_about_0,
      8,
    );
  });

  test('limits with 2 standard deviations, as in 1986, and with 1.96, as later', () => {
    expectDigits(two.lower.value, expected.limits_2sd[0], 9);
    expectDigits(two.upper.value, expected.limits_2sd[1], 10);
    expectDigits(later.lower.value, expected['limits_1.96sd'][0], 10);
    expectDigits(later.upper.value, expected['limits_1.96sd'][1], 10);
    expect(later.multiplier).toBe(1.96);
  });

  test('standard errors and intervals', () => {
    expectDigits(two.standardErrors.bias.value, expected.se_bias, 10);
    expectDigits(two.standardErrors.limit.value, expected['se_limit_sqrt(3s2/n)'], 9);
    expectDigits(tQuantile(0.975, 16), expected.t_975_16, 9);
    for (const [limits, [lower, upper]] of [
      [two.bias.limits, expected.ci_bias],
      [two.lower.limits, expected.ci_lower_limit_2sd],
      [two.upper.limits, expected.ci_upper_limit_2sd],
    ] as const) {
      expectDigits(limits.lower, lower, 7);
      expectDigits(limits.upper, upper, 7);
    }
  });

  test('none from one session, and no width from differences that are all equal', () => {
    expect(blandAltman([3, null], [4, 2])).toMatchObject({
      n: 1,
      missing: 1,
      bias: { value: -1, limits: { reason: 'tooFewSessions' } },
      lower: { value: undefined, reason: 'tooFewSessions' },
    });
    const shifted = blandAltman([1, 2, 3], [2, 3, 4]);
    expect(shifted).toMatchObject({
      lower: { value: -1, limits: { reason: 'noVariance' } },
      sd: { value: 0 },
    });
    expect(blandAltman([], [])).toMatchObject({
      n: 0,
      bias: { reason: 'noPairs' },
      correlation: { reason: 'tooFewSessions' },
    });
  });
});

describe('two raters', () => {
  test('exact, within one point, bias and spread, with counts', () => {
    const found = pairAgreement([4, 5, 6, 2, null, null], [4, 4, 3, 3, 7, null]);
    expect(found).toMatchObject({
      n: 4,
      k: 2,
      missing: 1,
      exact: { value: 0.25, count: 1, of: 4 },
      within1: { value: 0.75, count: 3, of: 4 },
      bias: { value: 0.75 },
    });
    expect(known(found.sd)).toBeCloseTo(
      Math.sqrt(((0 - 0.75) ** 2 + 0.25 ** 2 + 2.25 ** 2 + 1.75 ** 2) / 3),
      12,
    );
  });

  test('a difference of one point between means counts as within one point', () => {
    expect(pairAgreement([1.1], [2.1]).within1.count).toBe(1);
    expect(2.3 - 1.3).not.toBe(1);
    expect(pairAgreement([2.3], [1.3]).within1.count).toBe(1);
  });

  test('the bias changes its sign with the order, and nothing else does', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const [a, b] = [column(table, 0), column(table, 1)];
        const [one, other] = [pairAgreement(a, b), pairAgreement(b, a)];
        expect(other).toMatchObject({
          exact: one.exact,
          within1: one.within1,
          n: one.n,
          missing: one.missing,
        });
        if (one.bias.value === undefined) expect(other.bias).toEqual(one.bias);
        else expect(other.bias.value).toBeCloseTo(-one.bias.value, 12);
      }),
    );
  });
});

describe('any number of raters', () => {
  test('counts pairs of ratings, and sessions that lie within one point', () => {
    expect(
      tableAgreement([
        [4, 4, 5],
        [2, 4, null],
        [1, null, null],
      ]),
    ).toMatchObject({
      n: 3,
      k: 3,
      missing: 3,
      exact: { count: 1, of: 4 },
      within1: { count: 3, of: 4 },
      sessionsWithin1: { count: 1, of: 2 },
    });
    expect(tableAgreement([])).toMatchObject({
      within1: { value: undefined, reason: 'noPairs', count: 0, of: 0 },
    });
  });

  test('neither order nor a shift changes it', () => {
    fc.assert(
      fc.property(tables, fc.integer(), (table, seed) => {
        expect(tableAgreement(shuffled(table, seed))).toEqual(tableAgreement(table));
        expect(tableAgreement(mapped(table, (level) => level + 10))).toEqual(tableAgreement(table));
      }),
    );
  });

  test('two raters are the same by either way', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const two = table.map((row) => row.slice(0, 2));
        const { exact, within1 } = pairAgreement(column(two, 0), column(two, 1));
        expect(tableAgreement(two)).toMatchObject({ exact, within1 });
      }),
    );
  });

  test('severity is the difference from the others, and sums to nothing in a complete table', () => {
    const found = severities([
      [5, 3, 3],
      [6, 5, 4],
      [4, 2, null],
    ]);
    expect(found.map(({ n }) => n)).toEqual([3, 3, 2]);
    expect(found[0]?.difference.value).toBeCloseTo((2 + 1.5 + 2) / 3, 12);
    expect(found[2]?.difference.value).toBeCloseTo((-1 - 1.5) / 2, 12);
    expect(severities([[3, null]])[0]).toEqual({
      rater: 0,
      n: 0,
      difference: {
        value: undefined,
        reason: 'noPairs',
        limits: { lower: undefined, upper: undefined, reason: 'noPairs' },
      },
    });
  });

  test('the spread is said, and whether it is small', () => {
    expect(
      spreadOf([
        [4, 4],
        [4, 5],
        [5, 4],
      ]),
    ).toMatchObject({ n: 3, k: 2, small: true });
    expect(
      spreadOf([
        [1, 2],
        [4, 5],
        [7, 6],
      ]),
    ).toMatchObject({ small: false });
    expect(spreadOf([])).toMatchObject({ sd: { value: undefined, reason: 'noPairs' }, small: false });
  });
});

describe("'no occasion'", () => {
  test('against a level is a disagreement of its own kind', () => {
    const found = occasionAgreement([
      ['noOccasion', 'noOccasion', 4],
      [3, 5, null],
      ['noOccasion', null, null],
    ]);
    expect(found).toMatchObject({
      n: 3,
      k: 3,
      missing: 3,
      noOccasion: 3,
      bothRated: 1,
      bothNoOccasion: 1,
      different: 2,
      agreement: { value: 0.5, count: 2, of: 4 },
    });
    expect(found.ac1.value).toBeDefined();
    expect(occasionAgreement([[null]])).toMatchObject({
      agreement: { reason: 'noPairs' },
      ac1: { reason: 'noPairs' },
    });
  });
});

describe("Kendall's W", () => {
  test('with ties, as the Friedman test of scipy has it: chi-squared = k (n - 1) W', () => {
    const table = [
      [1, 2, 2],
      [3, 3, 4],
      [2, 2, 1],
      [7, 5, 6],
      [4, 4, 4],
      [4, 6, 5],
    ];
    const found = kendallW(table);
    expect(found).toMatchObject({ n: 6, k: 3, missing: 0, df: 5 });
    expect('chiSquared' in found && found.chiSquared).toBeCloseTo(13.970588235294116, 9);
    expect('p' in found && found.p).toBeCloseTo(0.015797326823189517, 9);
  });

  test('is 1 for raters who agree on the order, and 0 for two who turn it around', () => {
    expect(
      known(
        kendallW([
          [1, 3],
          [2, 5],
          [4, 7],
        ]),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      known(
        kendallW([
          [1, 3],
          [2, 2],
          [3, 1],
        ]),
      ),
    ).toBeCloseTo(0, 12);
  });

  test('depends on order alone', () => {
    fc.assert(
      fc.property(tables, fc.integer(), (table, seed) => {
        const found = kendallW(table);
        const { value = undefined } = kendallW(
          shuffled(
            mapped(table, (level) => level ** 3),
            seed,
          ),
        );
        expectClose([value], [found.value]);
        if (found.value !== undefined) expect(Math.abs(found.value - 0.5)).toBeLessThanOrEqual(0.5 + 1e-12);
      }),
    );
  });

  test('leaves out sessions that not every rater rated, and counts them', () => {
    expect(
      kendallW([
        [1, 2],
        [2, null],
        [3, 5],
      ]),
    ).toMatchObject({ n: 2, k: 2, missing: 2 });
    expect(
      kendallW([
        [1, 1],
        [1, 1],
      ]),
    ).toMatchObject({ value: undefined, reason: 'noVariance' });
    expect(kendallW([[1], [2]])).toMatchObject({ reason: 'tooFewRaters' });
    expect(
      kendallW([
        [1, 2],
        [null, 3],
      ]),
    ).toMatchObject({ reason: 'tooFewSessions' });
  });
});

describe('bands', () => {
  const bands = z.tuple([z.number().nullable(), z.number().nullable(), z.string()]).array();

  test.each([
    ['koo_li_2016', kooLi],
    ['cicchetti_1994', cicchetti],
  ] as const)('%s', (name, band) => {
    for (const [from, to, word] of bands.parse(file.bands[name])) {
      expect(band(from ?? -0.5)).toBe(word);
      expect(band((to ?? 1.001) - 0.001)).toBe(word);
    }
  });

  test('Koo & Li is read from the interval', () => {
    expect(kooLiOf({ lower: 0.52, upper: 0.91 })).toEqual({ from: 'moderate', to: 'excellent' });
    expect(kooLiOf({ lower: undefined, upper: undefined, reason: 'noVariance' })).toBeUndefined();
  });
});
