import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  fAbove,
  type IccForm,
  iccForms,
  iccs,
  meanSquares,
  satterthwaite,
  stepUp,
} from '../../../main/agreement/index.ts';
import { example, expectDigits, numbers } from './examples.ts';
import { completeTables, mapped, shuffled, tables } from './tables.ts';

const shroutFleiss = example(
  'shrout_fleiss_1979_icc',
  z.object({
    data: z.array(z.array(z.number())),
    published: numbers,
    expected_exact: numbers,
    expected_ci95: z.record(z.string(), z.tuple([z.number(), z.number()])),
    F_tests: z.record(z.string(), numbers),
    satterthwaite_df_v_for_ICC2: z.number(),
    anova: numbers,
  }),
);
const result = iccs(shroutFleiss.data);

describe('the intraclass correlations of Shrout & Fleiss (1979)', () => {
  test.each(iccForms)('%s, as published and exactly, with its limits', (form) => {
    const icc = result.forms[form];
    expectDigits(icc.value, shroutFleiss.published[form] ?? Number.NaN, 2);
    expectDigits(icc.value, shroutFleiss.expected_exact[form] ?? Number.NaN, 10);
    const [lower, upper] = shroutFleiss.expected_ci95[form] ?? [Number.NaN, Number.NaN];
    expectDigits(icc.limits.lower, lower, 10);
    expectDigits(icc.limits.upper, upper, 10);
  });

  test('their analysis of variance', () => {
    const { sums, sessions, raters, residual, within } = meanSquares(shroutFleiss.data) ?? {};
    const found = {
      SSR: sums?.sessions,
      SSC: sums?.raters,
      SSE: sums?.residual,
      SST: sums?.total,
      MSR: sessions,
      MSC: raters,
      MSE: residual,
      MSW: within,
    };
    for (const [name, value] of Object.entries(found))
      expectDigits(value, shroutFleiss.anova[name] ?? Number.NaN, 10);
  });

  test('their F tests', () => {
    const squares = meanSquares(shroutFleiss.data);
    if (squares === undefined) throw new Error('the table is complete');
    const { sessions, residual, within, df } = squares;
    const tests = {
      'ICC(1,*)': { F: sessions / within, df1: df.sessions, df2: df.within },
      'ICC(2,*) and ICC(3,*)': { F: sessions / residual, df1: df.sessions, df2: df.residual },
    };
    for (const [name, { F, df1, df2 }] of Object.entries(tests)) {
      const given = shroutFleiss.F_tests[name];
      expect({ df1, df2 }).toEqual({ df1: given?.df1, df2: given?.df2 });
      expectDigits(F, given?.F ?? Number.NaN, 9);
      expectDigits(fAbove(F, df1, df2), given?.p ?? Number.NaN, 10);
    }
    expectDigits(
      satterthwaite(squares, result.forms['ICC(2,1)'].value ?? Number.NaN),
      shroutFleiss.satterthwaite_df_v_for_ICC2,
    );
  });

  test('say what they rest on', () => {
    expect(result).toMatchObject({
      n: 6,
      k: 4,
      missing: 0,
      method: 'anova',
      limitsBy: 'exact',
      oneRaterSessions: 0,
    });
    expect(iccForms.map((form) => result.forms[form].raters)).toEqual([1, 1, 1, 4, 4, 4]);
    expect(result.forms['ICC(2,1)'].mcGrawWong).toBe('ICC(A,1)');
  });
});

describe('intraclass correlations that cannot be computed', () => {
  test.each<[string, (number | null)[][], string]>([
    ['one session', [[1, 2, 3]], 'tooFewSessions'],
    ['one rater', [[1], [2], [3]], 'tooFewRaters'],
    ['nothing', [], 'tooFewSessions'],
    ['no rating', [[null, null]], 'tooFewSessions'],
    [
      'ratings that are all equal',
      [
        [3, 3],
        [3, 3],
      ],
      'noVariance',
    ],
    [
      'sessions with one rating each',
      [
        [3, null],
        [null, 4],
        [2, null],
      ],
      'noPairs',
    ],
  ])('have a reason: %s', (_, table, reason) => {
    for (const form of iccForms) {
      const { value, limits } = iccs(table).forms[form];
      expect(value, form).toBeUndefined();
      expect(iccs(table).forms[form], form).toMatchObject({ reason });
      expect(limits, form).toMatchObject({ lower: undefined, upper: undefined, reason });
    }
  });
});

const forms = (table: readonly (readonly (number | null)[])[]) =>
  iccForms.map((form): [IccForm, number | undefined, number | undefined, number | undefined] => {
    const { value, limits } = iccs(table).forms[form];
    return [form, value, limits.lower, limits.upper];
  });

function expectSame(one: ReturnType<typeof forms>, other: ReturnType<typeof forms>, decimals = 6) {
  one.forEach(([form, ...values], at) => {
    values.forEach((value, part) => {
      const [, ...others] = other[at] ?? [];
      const compared = others[part];
      if (value === undefined || compared === undefined) expect(compared, form).toBe(value);
      // Far below -1 a coefficient is a ratio of nearly nothing: its leading digits are compared.
      else
        expect(Math.abs(value - compared) / Math.max(1, Math.abs(value)), form).toBeLessThan(10 ** -decimals);
    });
  });
}

test('a mean of raters whose coefficient divides by nothing has none, whatever is left by rounding', () => {
  const sessions = [
    [3, 5],
    [6, 1],
    [5, 6],
  ];
  for (const table of [sessions, sessions.toReversed(), sessions.map((row) => row.toReversed())]) {
    expect(iccs(table).forms['ICC(2,k)']).toMatchObject({ value: undefined, reason: 'noSessionVariance' });
  }
});

describe('properties of intraclass correlations', () => {
  test('the order of sessions and of raters changes nothing', () => {
    fc.assert(
      fc.property(tables, fc.integer(), (table, seed) => {
        expectSame(forms(table), forms(shuffled(table, seed)));
      }),
    );
  });

  test('a shift of all ratings, and another unit, change nothing', () => {
    fc.assert(
      fc.property(
        tables,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (table, by, times) => {
          expectSame(forms(table), forms(mapped(table, (level) => times * level + by)));
        },
      ),
    );
  });

  test('one rater who is more lenient changes agreement, not consistency', () => {
    fc.assert(
      fc.property(completeTables, fc.integer({ min: 1, max: 5 }), (table, by) => {
        const lenient = table.map(([first = 0, ...others]) => [first + by, ...others]);
        const [one, other] = [iccs(table), iccs(lenient)];
        const before = one.forms['ICC(3,1)'].value;
        const after = other.forms['ICC(3,1)'].value;
        if (before === undefined) return;
        expect(after).toBeCloseTo(before, 9);
      }),
    );
  });

  test('none exceeds 1, the mean of k is the step-up of one rating, and limits stand around the value', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { forms: found } = iccs(table);
        for (const [single, mean] of [
          ['ICC(1,1)', 'ICC(1,k)'],
          ['ICC(2,1)', 'ICC(2,k)'],
          ['ICC(3,1)', 'ICC(3,k)'],
        ] as const) {
          const one = found[single];
          const many = found[mean];
          if (one.value === undefined) continue;
          expect(one.value).toBeLessThanOrEqual(1 + 1e-12);
          expect(many.value).toBe(stepUp(one.value, many.raters));
          if (one.limits.lower === undefined) continue;
          expect(one.limits.lower).toBeLessThanOrEqual(one.value + 1e-9);
          expect(one.limits.upper).toBeGreaterThanOrEqual(one.value - 1e-9);
        }
      }),
    );
  });

  test('every answer is a number or a reason', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const form of iccForms) {
          const { limits, ...icc } = iccs(table).forms[form];
          expect(Number.isFinite(icc.value) || 'reason' in icc, form).toBe(true);
          expect((Number.isFinite(limits.lower) && Number.isFinite(limits.upper)) || 'reason' in limits).toBe(
            true,
          );
        }
      }),
    );
  });
});

describe('limits with missing cells', () => {
  /** Standard normal numbers, the same every time. */
  function normalsFrom(seed: number): () => number {
    let state = seed;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  }

  test.each([
    { sessions: 16, raters: 5, every: 3 },
    { sessions: 40, raters: 3, every: 4 },
  ])(
    'hold the true value about 95 times in 100: $sessions sessions, $raters raters, 1 of $every cells missing',
    ({ sessions, raters, every }) => {
      const normal = normalsFrom(11);
      const runs = 300;
      let held = 0;
      for (let run = 0; run < runs; run += 1) {
        const lenient = Array.from({ length: raters }, () => normal() * Math.sqrt(0.3));
        const table = Array.from({ length: sessions }, (_, session) => {
          const own = normal();
          return lenient.map((by, rater) =>
            (session * 7 + rater * 5 + run) % every === 0 ? null : own + by + normal() * Math.sqrt(0.7),
          );
        });
        const { lower, upper } = iccs(table).forms['ICC(2,1)'].limits;
        if (lower !== undefined && lower <= 0.5 && upper >= 0.5) held += 1;
      }
      expect(held / runs).toBeGreaterThan(0.91);
      expect(held / runs).toBeLessThan(0.99);
    },
  );
});
