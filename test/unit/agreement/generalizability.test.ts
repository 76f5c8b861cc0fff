import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  decisionStudy,
  iccs,
  meanOverItems,
  meanOverParts,
  meanOverRaters,
  meanSquares,
  nestedRaters,
  ratersNeeded,
  reml,
  stepUp,
  twoFacets,
  varianceComponents,
} from '../../../main/agreement/index.ts';
import { example, expectDigits, numbers, rows } from './examples.ts';
import { known } from './known.ts';
import { completeTables, tables } from './tables.ts';

describe('one facet', () => {
  const shroutFleiss = example(
    'shrout_fleiss_1979_icc',
    z.object({ data: rows, variance_components: numbers, d_study: z.array(numbers) }),
  );
  const brennan = example(
    'brennan_2001_synthetic1_pxi',
    z.object({
      data: rows,
      expected: z.object({
        var_p: z.number(),
        var_i: z.number(),
        var_pi: z.number(),
        D_study: z.record(z.string(), z.tuple([z.number(), z.number()])),
      }),
    }),
  );

  test('the components and the decision study of Shrout & Fleiss (1979)', () => {
    const components = known(varianceComponents(shroutFleiss.data));
    expectDigits(components.session, shroutFleiss.variance_components.target ?? Number.NaN, 10);
    expectDigits(components.rater, shroutFleiss.variance_components.judge ?? Number.NaN, 10);
    expectDigits(components.residual, shroutFleiss.variance_components.residual ?? Number.NaN, 10);
    const counts = shroutFleiss.d_study.map(({ n_raters = 0 }) => n_raters);
    decisionStudy(meanOverRaters(components), counts).forEach((step, at) => {
      const given = shroutFleiss.d_study[at];
      expect(step.raters).toBe(given?.n_raters);
      expectDigits(step.relative.value, given?.Erho2_relative ?? Number.NaN, 10);
      expectDigits(step.absolute.value, given?.Phi_absolute ?? Number.NaN, 10);
      expectDigits(step.semAbsolute, given?.SEM_absolute ?? Number.NaN, 10);
      expectDigits(step.semRelative, given?.SEM_relative ?? Number.NaN, 10);
    });
  });

  test('synthetic data set 1 of Brennan (2001)', () => {
    const { expected } = brennan;
    const components = known(varianceComponents(brennan.data));
    expectDigits(components.session, expected.var_p, 10);
    expectDigits(components.rater, expected.var_i, 10);
    expectDigits(components.residual, expected.var_pi, 10);
    for (const [raters, [relative, absolute]] of Object.entries(expected.D_study)) {
      const [step] = decisionStudy(meanOverRaters(components), [Number(raters)]);
      expectDigits(step?.relative.value, relative, 10);
      expectDigits(step?.absolute.value, absolute, 10);
    }
  });

  test('the published reliabilities of Folmo et al. (2017) step up as Spearman and Brown say', () => {
    const { expected } = example(
      'folmo_2017_dstudy_consistency',
      z.object({
        expected: z.looseObject({
          'SB(.57,2)': z.number(),
          'SB(.62,2)': z.number(),
          'SB(.57,5)': z.number(),
          'SB(.62,5)': z.number(),
          implied_single_global_from_five: z.object({ adherence: z.number(), quality: z.number() }),
        }),
      }),
    );
    expectDigits(stepUp(0.57, 2), expected['SB(.57,2)'], 3);
    expectDigits(stepUp(0.62, 2), expected['SB(.62,2)'], 3);
    expectDigits(stepUp(0.57, 5), expected['SB(.57,5)'], 3);
    expectDigits(stepUp(0.62, 5), expected['SB(.62,5)'], 3);
    expectDigits(stepUp(0.97, 1 / 5), expected.implied_single_global_from_five.adherence, 3);
    expectDigits(stepUp(0.96, 1 / 5), expected.implied_single_global_from_five.quality, 3);
  });

  test('says how many raters a target takes, or that none will do', () => {
    const curve = meanOverRaters({ session: 1, rater: 0.2, residual: 0.8 });
    expect(ratersNeeded(curve, 0.5, 'absolute')).toEqual({ value: 1 });
    expect(ratersNeeded(curve, 0.8, 'absolute')).toEqual({ value: 4 });
    expect(ratersNeeded(curve, 0.8, 'relative')).toEqual({ value: 4 });
    expect(ratersNeeded(curve, 0.999, 'absolute')).toEqual({ value: undefined, reason: 'outOfReach' });
    const nothing = meanOverRaters({ session: 0, rater: 0, residual: 0 });
    expect(ratersNeeded(nothing, 0.7, 'absolute')).toEqual({ value: undefined, reason: 'noVariance' });
  });

  test('with components that are not negative, it gives ICC(2,k) and ICC(3,k)', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const components = varianceComponents(table);
        fc.pre(components.value !== undefined && components.setToZero.length === 0);
        const { forms, k } = iccs(table);
        const [step] = decisionStudy(meanOverRaters(known(components)), [k]);
        expect(step?.absolute.value).toBeCloseTo(forms['ICC(2,k)'].value ?? Number.NaN, 9);
        expect(step?.relative.value).toBeCloseTo(forms['ICC(3,k)'].value ?? Number.NaN, 9);
      }),
    );
  });

  test('more raters never make a score less dependable', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const components = varianceComponents(table);
        fc.pre(components.value !== undefined);
        const values = decisionStudy(meanOverRaters(known(components)), [1, 2, 3, 5, 8]).map(
          ({ absolute }) => absolute.value ?? 0,
        );
        expect(values).toEqual(values.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('restricted maximum likelihood', () => {
  test('gives for complete data what the analysis of variance gives, where no component is negative', () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const byAnova = varianceComponents(table);
        fc.pre(byAnova.value !== undefined && byAnova.setToZero.length === 0);
        const { session, rater, residual } = known(byAnova);
        fc.pre(residual > 0);
        const found = reml([table], 'twoWay');
        if (!('fit' in found)) throw new Error(found.reason);
        expect(found.fit.session).toBeCloseTo(session, 7);
        expect(found.fit.rater).toBeCloseTo(rater, 7);
        expect(found.fit.residual).toBeCloseTo(residual, 7);
        expect(found.fit.df).toBe(meanSquares(table)?.df.residual);
      }),
    );
  });

  test('finds with missing cells what a direct search over the whole covariance matrix finds', () => {
    // Shrout & Fleiss (1979) without three cells; the direct search was made with numpy and scipy.
    const table = [
      [9, 2, 5, 8],
      [6, 1, null, 2],
      [8, 4, 6, 8],
      [7, 1, 2, null],
      [null, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    expect(varianceComponents(table)).toMatchObject({
      n: 6,
      k: 4,
      missing: 3,
      method: 'reml',
      setToZero: [],
    });
    const { session, rater, residual } = known(varianceComponents(table));
    expect(session).toBeCloseTo(2.81840945, 6);
    expect(rater).toBeCloseTo(5.12332222, 6);
    expect(residual).toBeCloseTo(1.12084853, 6);
    const oneWay = reml([table], 'oneWay');
    expect(oneWay).toMatchObject({ fit: { rater: 0, df: 15 } });
    if (!('fit' in oneWay)) return;
    expect(oneWay.fit.session).toBeCloseTo(0.33698472, 6);
    expect(oneWay.fit.residual).toBeCloseTo(6.73794779, 6);
  });

  test('settles on variances that are not negative, or says why not', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const found = varianceComponents(table);
        if (found.value === undefined)
          expect(['noPairs', 'noVariance', 'noResidualVariance', 'tooFewSessions', 'tooFewRaters']).toContain(
            found.reason,
          );
        else for (const variance of Object.values(found.value)) expect(variance).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('two facets', () => {
  const brennan = example(
    'brennan_2001_synthetic3_pxixo',
    z.object({
      data_by_column: z.record(z.string(), z.array(z.number())),
      expected: z.object({
        var: numbers,
        D: z.record(z.string(), z.tuple([z.number(), z.number()])),
        items_fixed_ni4_no2: z.object({ Erho2: z.number(), Phi: z.number() }),
      }),
    }),
  );
  // Occasions stand where raters stand here.
  const items = [1, 2, 3, 4].map((item) =>
    (brennan.data_by_column[`O1_i${item}`] ?? []).map((first, person) => [
      first,
      brennan.data_by_column[`O2_i${item}`]?.[person] ?? Number.NaN,
    ]),
  );
  const components = known(twoFacets(items));

  test('the components of synthetic data set 3 of Brennan (2001)', () => {
    const names = {
      p: 'session',
      i: 'item',
      o: 'rater',
      pi: 'sessionItem',
      po: 'sessionRater',
      io: 'itemRater',
      pio: 'residual',
    } as const;
    for (const [given, name] of Object.entries(names))
      expectDigits(components[name], brennan.expected.var[given] ?? Number.NaN, 10);
  });

  test.each([
    ['ni4_no2', 4, 2],
    ['ni4_no1', 4, 1],
    ['ni8_no2', 8, 2],
    ['ni8_no1', 8, 1],
    ['ni16_no1', 16, 1],
  ] as const)('its decision study %s', (name, itemCount, raters) => {
    const [step] = decisionStudy(meanOverItems(components, itemCount, 'random'), [raters]);
    // The tenth digit was computed from rounded components: 199/311 is .63987138263…, not …27.
    const [relative, absolute] = brennan.expected.D[name] ?? [Number.NaN, Number.NaN];
    expectDigits(step?.relative.value, relative, 9);
    expectDigits(step?.absolute.value, absolute, 9);
  });

  test('items that are the whole scale are fixed: the same as a study of the mean over items', () => {
    const { Erho2, Phi } = brennan.expected.items_fixed_ni4_no2;
    const mean = (items[0] ?? []).map((row, session) =>
      row.map((_, rater) => items.reduce((sum, table) => sum + (table[session]?.[rater] ?? 0), 0) / 4),
    );
    for (const curve of [
      meanOverItems(components, 4, 'fixed'),
      meanOverRaters(known(varianceComponents(mean))),
    ]) {
      const [step] = decisionStudy(curve, [2]);
      expectDigits(step?.relative.value, Erho2, 10);
      expectDigits(step?.absolute.value, Phi, 10);
    }
  });

  test('with a missing cell, REML finds what a direct search over the whole covariance matrix finds', () => {
    // The second occasion of the third person is left out; the search was made with numpy and scipy, items fixed.
    const without = items.map((table) =>
      table.map((row, session) => (session === 2 ? [row[0] ?? null, null] : row)),
    );
    const found = twoFacets(without);
    expect(found).toMatchObject({ n: 10, k: 2, missing: 1, incomplete: 0, method: 'reml', setToZero: [] });
    const searched = {
      session: 0.56091089,
      rater: 0.04188472,
      sessionItem: 0.52190507,
      sessionRater: 0.08463182,
      itemRater: 0.13509399,
      residual: 1.0208896,
    };
    for (const name of ['session', 'rater', 'sessionItem', 'sessionRater', 'itemRater', 'residual'] as const)
      expect(known(found)[name]).toBeCloseTo(searched[name], 6);
  });

  test('a cell with some items missing counts as missing, and is said', () => {
    const without = items.map((table, item) =>
      table.map((row, session) => (session === 3 && item === 1 ? [null, row[1] ?? null] : row)),
    );
    expect(twoFacets(without)).toMatchObject({ missing: 1, incomplete: 1, method: 'reml' });
  });

  test('one item, or one rater, has no two facets', () => {
    expect(twoFacets(items.slice(0, 1))).toMatchObject({ value: undefined, reason: 'degenerate' });
    expect(twoFacets(items.map((table) => table.map((row) => row.slice(0, 1))))).toMatchObject({
      reason: 'tooFewRaters',
    });
    expect(twoFacets([])).toMatchObject({ reason: 'tooFewSessions' });
  });
});

describe('raters within parts', () => {
  // Two parts with two raters each: sums of squares by hand from the definition, as deviations of means.
  const parts = [
    [
      [2, 3],
      [4, 4],
      [6, 7],
      [3, 5],
    ],
    [
      [3, 3],
      [5, 4],
      [7, 5],
      [2, 4],
    ],
  ];

  test('the mean squares are those of the definition', () => {
    const { session, part, rater, sessionPart, residual } = known(nestedRaters(parts));
    const flat = parts.flatMap((table, t) => table.flatMap((row, p) => row.map((x, r) => ({ x, t, p, r }))));
    const mean = (of: typeof flat) => of.reduce((sum, { x }) => sum + x, 0) / of.length;
    const m = mean(flat);
    const where = (keep: (one: (typeof flat)[number]) => boolean) => mean(flat.filter(keep));
    const sum = (of: (one: (typeof flat)[number]) => number) =>
      flat.reduce((all, one) => all + of(one) ** 2, 0);
    const mp = sum(({ p }) => where((o) => o.p === p) - m) / 3;
    const mt = sum(({ t }) => where((o) => o.t === t) - m) / 1;
    const mrt = sum(({ t, r }) => where((o) => o.t === t && o.r === r) - where((o) => o.t === t)) / 2;
    const mpt =
      sum(
        ({ p, t }) =>
          where((o) => o.p === p && o.t === t) - where((o) => o.p === p) - where((o) => o.t === t) + m,
      ) / 3;
    const me =
      sum(
        ({ x, p, t, r }) =>
          x -
          where((o) => o.p === p && o.t === t) -
          where((o) => o.t === t && o.r === r) +
          where((o) => o.t === t),
      ) / 6;
    expect(residual).toBeCloseTo(me, 10);
    expect(sessionPart).toBeCloseTo(Math.max(0, (mpt - me) / 2), 10);
    expect(rater).toBeCloseTo(Math.max(0, (mrt - me) / 4), 10);
    expect(session).toBeCloseTo(Math.max(0, (mp - mpt) / 4), 10);
    expect(part).toBeCloseTo(Math.max(0, (mt - mpt - mrt + me) / 8), 10);
  });

  test('parts that are all there are, or a sample of them', () => {
    const components = { session: 1, part: 0.1, rater: 0.2, sessionPart: 0.4, residual: 0.8 };
    const [fixed] = decisionStudy(meanOverParts(components, 2, 'fixed'), [2]);
    const [random] = decisionStudy(meanOverParts(components, 2, 'random'), [2]);
    expect(fixed?.relative.value).toBeCloseTo(1.2 / 1.4, 12);
    expect(fixed?.absolute.value).toBeCloseTo(1.2 / 1.45, 12);
    expect(random?.relative.value).toBeCloseTo(1 / 1.4, 12);
    expect(random?.absolute.value).toBeCloseTo(1 / 1.5, 12);
  });

  test('only complete parts of the same size', () => {
    expect(
      nestedRaters([
        [
          [1, 2],
          [2, null],
        ],
        [
          [1, 2],
          [2, 3],
        ],
      ]),
    ).toMatchObject({ reason: 'missingCells', missing: 1 });
    expect(
      nestedRaters([
        [
          [1, 2],
          [2, 3],
        ],
        [
          [1, 2, 3],
          [2, 3, 4],
        ],
      ]),
    ).toMatchObject({ reason: 'missingCells' });
    expect(
      nestedRaters([
        [
          [1, 2],
          [2, 3],
        ],
      ]),
    ).toMatchObject({ reason: 'degenerate' });
    expect(nestedRaters([])).toMatchObject({ reason: 'tooFewSessions' });
  });
});
