import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ac2,
  agreementWeights,
  alpha,
  brennanPrediger,
  congerKappa,
  fleissCategories,
  fleissKappa,
  iccs,
  kappaOf,
  tQuantile,
  weightedKappa,
} from '../../../main/agreement/index.ts';
import {
  column,
  example,
  expectClose,
  expectDigits,
  fromConfusion,
  fromCounts,
  numbers,
  rows,
} from './examples.ts';
import { known } from './known.ts';
import { completeTables, mapped, shuffled, tables } from './tables.ts';

const oneTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1);
const identity = { weights: 'identity' } as const;
const pair = z.tuple([z.number(), z.number()]);

describe('two raters of 100 patients (Gwet)', () => {
  const { table, expected } = example(
    'gwet_3x3_abstractors',
    z.object({
      table: z.array(z.array(z.number())),
      expected: z.object({
        kappa: z.number(),
        kappa_se: z.number(),
        kappa_ci95: pair,
        scott_pi: z.number(),
        AC1: z.number(),
        AC1_se: z.number(),
        AC1_ci95: pair,
        brennan_prediger: z.number(),
        alpha: z.number(),
        pct: z.number(),
        kappa_linear: z.number(),
        kappa_quadratic: z.number(),
        AC2_linear: z.number(),
        AC2_quadratic: z.number(),
        alpha_linear: z.number(),
        alpha_quadratic: z.number(),
      }),
    }),
  );
  const data = fromConfusion(table);
  const categories = oneTo(3);
  const kappa = (weights: 'identity' | 'linear' | 'quadratic') =>
    weightedKappa(column(data, 0), column(data, 1), { weights, categories });

  test('kappa, its standard error and limits', () => {
    const found = kappa('identity');
    expect(found).toMatchObject({ n: 100, k: 2, missing: 0 });
    expectDigits(found.value, expected.kappa, 10);
    expectDigits(found.standardError, expected.kappa_se, 11);
    expectDigits(found.observed, expected.pct, 12);
    // Printed with Student's t; ours are normal, after Fleiss, Cohen & Everitt.
    const reach = tQuantile(0.975, 99) * (found.standardError ?? Number.NaN);
    expectDigits(known(found) - reach, expected.kappa_ci95[0], 3);
    expectDigits(known(found) + reach, expected.kappa_ci95[1], 3);
  });

  test('AC1, its standard error and limits', () => {
    const found = ac2(data, { ...identity, categories });
    expectDigits(found.value, expected.AC1, 10);
    // Printed for a table of two raters, with n where the general formula has n - 1.
    const asPrinted = (found.standardError ?? Number.NaN) * Math.sqrt(99 / 100);
    expectDigits(asPrinted, expected.AC1_se, 11);
    const reach = tQuantile(0.975, 99) * asPrinted;
    expectDigits(known(found) - reach, expected.AC1_ci95[0], 3);
    expectDigits(known(found) + reach, expected.AC1_ci95[1], 3);
  });

  test('with other weights, and the other coefficients', () => {
    expectDigits(kappa('linear').value, expected.kappa_linear, 10);
    expectDigits(kappa('quadratic').value, expected.kappa_quadratic, 10);
    expectDigits(ac2(data, { weights: 'linear', categories }).value, expected.AC2_linear, 10);
    expectDigits(ac2(data, { weights: 'quadratic', categories }).value, expected.AC2_quadratic, 10);
    expectDigits(fleissKappa(data, { ...identity, categories }).value, expected.scott_pi, 10);
    expectDigits(brennanPrediger(data, { ...identity, categories }).value, expected.brennan_prediger, 10);
    expectDigits(known(alpha(data, 'nominal')), expected.alpha, 10);
    expectDigits(known(alpha(data, 'linear')), expected.alpha_linear, 10);
    expectDigits(known(alpha(data, 'interval')), expected.alpha_quadratic, 10);
  });
});

describe('weighted kappa of Cohen (1968)', () => {
  const given = example(
    'cohen_1968_weighted_kappa',
    z.object({
      proportions: z.array(z.array(z.number())),
      disagreement_weights: z.array(z.array(z.number())),
      nonsymmetric_weights: z.array(z.array(z.number())),
      published: numbers,
      expected: z.looseObject({
        kappa: z.number(),
        weighted_kappa: z.number(),
        weighted_kappa_nonsymmetric: z.number(),
        quadratic_kappa: z.number(),
        var_kappa_n200: z.number(),
        kappa_ci95_n200: pair,
        quadratic_ci95_n200: pair,
      }),
    }),
  );
  const counts = given.proportions.flat().map((share) => share * 200);
  const agreeing = (disagreement: readonly number[][]) => disagreement.flat().map((weight) => 1 - weight / 6);

  test('kappa, its variance and limits', () => {
    const found = kappaOf(counts, agreementWeights('identity', 3));
    expectDigits(found.value, given.expected.kappa, 10);
    expectDigits(found.value, given.published.kappa ?? Number.NaN, 3);
    expectDigits((found.standardError ?? Number.NaN) ** 2, given.expected.var_kappa_n200, 12);
    expectDigits(found.limits.lower, given.expected.kappa_ci95_n200[0], 10);
    expectDigits(found.limits.upper, given.expected.kappa_ci95_n200[1], 10);
  });

  test('with weights of disagreement, symmetric or not', () => {
    const symmetric = kappaOf(counts, agreeing(given.disagreement_weights)).value;
    const other = kappaOf(counts, agreeing(given.nonsymmetric_weights)).value;
    expectDigits(symmetric, given.expected.weighted_kappa, 9);
    expectDigits(symmetric, given.published.weighted_kappa ?? Number.NaN, 3);
    expectDigits(other, given.expected.weighted_kappa_nonsymmetric, 10);
    expectDigits(other, given.published.weighted_kappa_nonsymmetric ?? Number.NaN, 3);
  });

  test('with quadratic weights; its standard error is that of the delta method, not the one in the example', () => {
    const weights = agreementWeights('quadratic', 3);
    const found = kappaOf(counts, weights);
    expectDigits(found.value, given.expected.quadratic_kappa, 10);
    // The variance of a smooth function of multinomial proportions, by numerical slopes.
    const slopes = counts.map((_, at) => {
      const moved = (by: number) =>
        known(
          kappaOf(
            counts.map((x, i) => (i === at ? x + by : x)),
            weights,
          ),
        );
      return ((moved(1e-4) - moved(-1e-4)) / 2e-4) * 200;
    });
    const mean = slopes.reduce((sum, slope, at) => sum + (slope * (counts[at] ?? 0)) / 200, 0);
    const squares = slopes.reduce((sum, slope, at) => sum + (slope ** 2 * (counts[at] ?? 0)) / 200, 0);
    expect(found.standardError).toBeCloseTo(Math.sqrt((squares - mean ** 2) / 200), 8);
    // The example's limits come of R psych 2.2.9, which adds the weighted margins in another order than
    // Fleiss, Cohen & Everitt (1969): .0643 instead of .0665.
    const [lower, upper] = given.expected.quadratic_ci95_n200;
    const theirs = (upper - lower) / 2 / 1.959963984540054;
    expect(theirs).toBeCloseTo(0.0643425, 6);
    expect(found.standardError).toBeCloseTo(0.0664537, 6);
  });
});

describe("Fleiss' kappa (1971)", () => {
  const { counts, published, expected } = example(
    'fleiss_1971_diagnoses',
    z.object({
      counts: z.array(z.array(z.number())),
      published: numbers,
      expected: z.looseObject({
        fleiss_kappa: z.number(),
        P_bar: z.number(),
        P_e: z.number(),
        category_proportions: z.array(z.number()),
        category_kappas: z.array(z.number()),
        conger_exact_kappa_irr: z.number(),
        light_kappa_irr: z.number(),
        z_irr: z.number(),
        pairwise_cohen_rater2_rater3_irr: z.number(),
        pairwise_cohen_rater1_rater2_irr: z.number(),
      }),
    }),
  );
  // In that data set raters are the sorted ratings, which kappas between raters depend on.
  const data = fromCounts(counts);
  const categories = oneTo(5);

  test('as published and exactly', () => {
    const found = fleissKappa(data, { ...identity, categories });
    expect(found).toMatchObject({ n: 30, k: 6, missing: 0 });
    expectDigits(found.value, published.kappa ?? Number.NaN, 3);
    expectDigits(found.value, expected.fleiss_kappa, 10);
    expectDigits(found.observed, expected.P_bar, 10);
    expectDigits(found.expected, expected.P_e, 10);
  });

  test('of each category, and the test against chance', () => {
    const found = fleissCategories(data, categories);
    if (found.value === undefined) throw new Error(found.reason);
    found.value.forEach(({ category, share, kappa }, at) => {
      expect(category).toBe(at + 1);
      expectDigits(share, expected.category_proportions[at] ?? Number.NaN, 10);
      expectDigits(kappa.value, expected.category_kappas[at] ?? Number.NaN, 10);
    });
    expectDigits(found.z.value, expected.z_irr, 1);
  });

  test("Conger's kappa, and Cohen's of pairs with Light's mean of them", () => {
    expectDigits(congerKappa(data, { ...identity, categories }).value, expected.conger_exact_kappa_irr, 12);
    const cohen = (a: number, b: number) =>
      known(weightedKappa(column(data, a), column(data, b), { ...identity, categories }));
    expectDigits(cohen(1, 2), expected.pairwise_cohen_rater2_rater3_irr, 3);
    expectDigits(cohen(0, 1), expected.pairwise_cohen_rater1_rater2_irr, 3);
    const pairs = oneTo(5).flatMap((b) => oneTo(b).map((a) => cohen(a - 1, b)));
    expectDigits(pairs.reduce((sum, kappa) => sum + kappa, 0) / pairs.length, expected.light_kappa_irr, 12);
  });

  test('of categories only where every session has as many judgements', () => {
    expect(
      fleissCategories(
        [
          [1, 2, null],
          [1, 1, 2],
        ],
        categories,
      ),
    ).toMatchObject({ reason: 'missingCells' });
    expect(fleissCategories([[1], [2]], categories)).toMatchObject({ reason: 'noPairs' });
    expect(fleissCategories([[1, 9]], categories)).toMatchObject({ reason: 'outsideScale' });
  });
});

describe('missing cells (Krippendorff 2011, example C)', () => {
  const {
    data_units_by_observers: data,
    published,
    expected,
  } = example(
    'krippendorff_4x12',
    z.object({ data_units_by_observers: rows, published: numbers, expected: numbers }),
  );
  const categories = oneTo(5);

  test.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)('alpha, %s', (metric) => {
    const found = alpha(data, metric);
    expect(found).toMatchObject({ n: 11, k: 4, missing: 4, pairable: 40 });
    expectDigits(known(found), published[metric] ?? Number.NaN, 3);
    expectDigits(known(found), expected[`alpha_${metric}`] ?? Number.NaN, 10);
  });

  test.each<[string, number | undefined]>([
    ['AC1_irrCAC', ac2(data, { ...identity, categories }).value],
    ['AC1_se', ac2(data, { ...identity, categories }).standardError],
    ['AC2_linear', ac2(data, { weights: 'linear', categories }).value],
    ['AC2_quadratic', ac2(data, { weights: 'quadratic', categories }).value],
    ['fleiss_kappa_irrCAC', fleissKappa(data, { ...identity, categories }).value],
    ['fleiss_quadratic', fleissKappa(data, { weights: 'quadratic', categories }).value],
    ['conger_kappa_irrCAC', congerKappa(data, { ...identity, categories }).value],
    ['conger_quadratic', congerKappa(data, { weights: 'quadratic', categories }).value],
    ['brennan_prediger_irrCAC', brennanPrediger(data, { ...identity, categories }).value],
    ['alpha_linear_weights_irrCAC', alpha(data, 'linear').value],
  ])('%s', (name, value) => {
    expectDigits(value, expected[name] ?? Number.NaN, 5);
  });

  test('the share of agreement', () => {
    expectDigits(
      ac2(data, { ...identity, categories }).observed,
      expected.percent_agreement ?? Number.NaN,
      10,
    );
  });
});

const coefficients = (table: readonly (readonly (number | null)[])[]): (number | undefined)[] => [
  ...(['identity', 'linear', 'quadratic', 'ordinal'] as const).flatMap((weights) => [
    ac2(table, { weights }).value,
    fleissKappa(table, { weights }).value,
    congerKappa(table, { weights }).value,
    brennanPrediger(table, { weights }).value,
  ]),
  ...(['nominal', 'ordinal', 'interval'] as const).map((metric) => alpha(table, metric).value),
];

describe('properties of agreement beyond chance', () => {
  test('the order of sessions and of raters changes nothing', () => {
    fc.assert(
      fc.property(tables, fc.integer(), (table, seed) => {
        expectClose(coefficients(shuffled(table, seed)), coefficients(table));
      }),
    );
  });

  test('turning the scale around changes nothing', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expectClose(coefficients(mapped(table, (level) => 8 - level)), coefficients(table));
      }),
    );
  });

  test('none exceeds 1, and all are 1 where every session has one level and sessions differ', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const value of coefficients(table)) expect(value ?? 0).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    const perfect = [
      [2, 2, 2],
      [5, 5, null],
      [7, 7, 7],
    ];
    for (const value of coefficients(perfect)) expect(value).toBeCloseTo(1, 12);
  });

  test("with two raters and no missing cell, Conger's kappa is Cohen's", () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const two = table.map((row) => row.slice(0, 2));
        for (const weights of ['identity', 'linear', 'quadratic'] as const) {
          const cohen = weightedKappa(column(two, 0), column(two, 1), { weights });
          const conger = congerKappa(two, { weights });
          expectClose([conger.value], [cohen.value]);
          const factor = Math.sqrt(two.length / (two.length - 1));
          expectClose(
            [conger.standardError],
            [cohen.standardError === undefined ? undefined : cohen.standardError * factor],
            1e-6,
          );
        }
      }),
    );
  });

  test('quadratic kappa of two raters is ICC(2,1) but for n and n - 1 (Fleiss & Cohen 1973)', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const two = table.map((row) => row.slice(0, 2));
        const kappa = weightedKappa(column(two, 0), column(two, 1), { weights: 'quadratic' }).value;
        fc.pre(kappa !== undefined);
        // The same table many times over: n grows, and the difference goes.
        const often = Array.from({ length: 4000 }, () => two).flat();
        expect(iccs(often).forms['ICC(2,1)'].value).toBeCloseTo(kappa ?? Number.NaN, 3);
      }),
      { numRuns: 10 },
    );
  });

  test("nominal alpha is Fleiss' kappa but for the number of judgements N: 1 - a = (1 - k)(N - 1)/N", () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const found = alpha(table, 'nominal');
        fc.pre(found.value !== undefined);
        const kappa = fleissKappa(table, identity).value ?? Number.NaN;
        expect(1 - known(found)).toBeCloseTo(((1 - kappa) * (found.pairable - 1)) / found.pairable, 10);
      }),
    );
  });

  test('alpha does not depend on categories that do not occur', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(alpha(table, 'ordinal', oneTo(9)).value).toBe(alpha(table, 'ordinal', oneTo(7)).value);
        expect(alpha(table, 'interval', oneTo(9)).value).toBe(alpha(table, 'interval', oneTo(7)).value);
      }),
    );
  });
});

describe('what cannot be computed', () => {
  test.each<[string, (number | null)[][], string]>([
    [
      'sessions with one judgement',
      [
        [1, null],
        [null, 2],
      ],
      'noPairs',
    ],
    ['nothing', [], 'noPairs'],
    [
      'a level outside of the scale',
      [
        [1, 8],
        [2, 2],
      ],
      'outsideScale',
    ],
  ])('has a reason: %s', (_, table, reason) => {
    expect(ac2(table, identity)).toMatchObject({ value: undefined, reason });
    expect(fleissKappa(table, identity)).toMatchObject({ value: undefined, reason });
    expect(alpha(table, 'interval')).toMatchObject({ value: undefined, reason });
    expect(weightedKappa(column(table, 0), column(table, 1), identity)).toMatchObject({
      value: undefined,
      reason,
    });
  });

  test('judgements that are all the same leave kappa and alpha without a value, and AC2 with 1', () => {
    const same = [
      [4, 4],
      [4, 4],
    ];
    for (const found of [fleissKappa(same, identity), congerKappa(same, identity), alpha(same, 'interval')])
      expect(found).toMatchObject({ value: undefined, reason: 'noVariance' });
    expect(ac2(same, { weights: 'quadratic' }).value).toBe(1);
    expect(ac2(same, { weights: 'quadratic' }).limits).toMatchObject({ reason: 'noVariance' });
  });
});
