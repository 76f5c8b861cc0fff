import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alpha,
  blandAltman,
  type Cell,
  congerKappa,
  kendallW,
  levels,
  levelsOf,
  nestedRaters,
  scoreAgreement,
  severities,
  twoFacets,
  varianceComponents,
  weightedKappa,
} from '../../../main/agreement/index.ts';
import { column } from './examples.ts';

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 7 }), weight: 4 },
  { arbitrary: fc.integer({ min: 4, max: 5 }), weight: 4 },
  { arbitrary: fc.constant(null), weight: 2 },
  { arbitrary: fc.constant('noOccasion' as const), weight: 1 },
);
const tables = fc
  .record({ n: fc.integer({ min: 0, max: 9 }), k: fc.integer({ min: 0, max: 5 }) })
  .chain(({ n, k }) =>
    fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
  );

/** Where in an answer a number stands that nobody can read. */
const unreadable = (answer: unknown, path = ''): string[] => {
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [path];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, part]) => unreadable(part, `${path}.${name}`));
};
/** Where a value or a limit is absent and no reason stands beside it. */
const unexplained = (answer: unknown, path = ''): string[] => {
  if (typeof answer !== 'object' || answer === null) return [];
  const silent = ['value', 'lower'].some((name) => name in answer && Reflect.get(answer, name) === undefined);
  return [
    ...(silent && !('reason' in answer) ? [path] : []),
    ...Object.entries(answer).flatMap(([name, part]) => unexplained(part, `${path}.${name}`)),
  ];
};

describe('whatever the data', () => {
  test('every answer is a number or a reason, and nothing throws', () => {
    fc.assert(
      fc.property(tables, (judged) => {
        const { table } = levelsOf(judged);
        const [first, second] = [column(table, 0), column(table, 1)];
        const answers = {
          score: scoreAgreement(judged),
          components: varianceComponents(table),
          kendall: kendallW(table),
          alpha: alpha(table, 'ordinal'),
          nominal: alpha(judged, 'nominal', [...levels, 'noOccasion']),
          conger: congerKappa(table, { weights: 'linear' }),
          cohen: weightedKappa(first, second, { weights: 'quadratic' }),
          bland: blandAltman(first, second),
          severity: severities(table),
          items: twoFacets([table, table.toReversed(), table]),
          parts: nestedRaters([table, table]),
        };
        expect(unreadable(answers)).toEqual([]);
        expect(unexplained(answers)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the two checks above see what they look for', () => {
    expect(unreadable({ a: [{ b: Number.NaN }, 1], c: Number.POSITIVE_INFINITY })).toEqual(['.a.0.b', '.c']);
    expect(unexplained({ a: { value: undefined }, b: { value: undefined, reason: 'noPairs' } })).toEqual([
      '.a',
    ]);
  });
});
