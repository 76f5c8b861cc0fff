/** What the window does with the numbers of agreement: pure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgreementMoments } from '../../preload/api.ts';
import { everything, isNarrowed, scopeOf, scopeQuery } from '../../renderer/agreement/address.ts';
import { comparedMoments, playedMark } from '../../renderer/agreement/comparison.ts';
import { decimals, points } from '../../renderer/agreement/figures.ts';
import { apart } from '../../renderer/agreement/jitter.ts';
import { neededOf } from '../../renderer/agreement/needed.ts';
import { pairsOf } from '../../renderer/agreement/pairs.ts';
import { firstOrder, sorted } from '../../renderer/agreement/sorting.ts';
import { spreadApart } from '../../renderer/agreement/spreadApart.ts';
import { anAgreementRow } from '../fixtures/agreement.ts';
import { aMark, uuid } from '../fixtures/rows.ts';

describe('the choice in the address', () => {
  const ids = fc.option(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 4 }));

  test('is found again', () => {
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.option(fc.uuid()),
        fc.option(fc.uuid()),
        (raterIds, sessionIds, groupId, programmeId) => {
          const scope = {
            ...everything,
            raterIds,
            sessionIds,
            groupId,
            programmeId,
            from: '2026-01-02',
            edition: 'site & co/1',
          };
          expect(scopeOf(scopeQuery(scope))).toEqual(scope);
        },
      ),
    );
  });

  test('is nothing where everything is compared, and nobody where nobody is chosen', () => {
    expect(scopeQuery(everything)).toBe('');
    expect(scopeOf('')).toBeUndefined();
    expect(scopeOf(scopeQuery({ ...everything, raterIds: [] }))?.raterIds).toEqual([]);
  });

  test('leaves out what is no day and no id', () => {
    expect(scopeOf('from=yesterday&group=x&programme=x&raters=y.z')).toEqual({ ...everything, raterIds: [] });
    expect(isNarrowed({ ...everything, edition: 'two' })).toBe(false);
    expect(isNarrowed({ ...everything, to: '2026-01-01' })).toBe(true);
  });
});

describe('numbers', () => {
  test('have as many decimals, a true minus, and no minus on nothing', () => {
    expect(decimals(-0.5, 'en')).toBe('−0.50');
    expect(decimals(0.6, 'nb')).toBe('0,60');
    expect(points(1, 'en')).toBe('+1.0');
    expect(points(-0.04, 'en')).toBe('0.0');
    expect(points(0.04, 'nb')).toBe('0,0');
    expect(points(-0.41, 'nb')).toBe('−0,4');
  });
});

describe('the order of the rows', () => {
  const rows = [
    anAgreementRow({ measure: 1, within1: 0.5 }),
    anAgreementRow({ measure: 2, within1: undefined }),
    anAgreementRow({ measure: 3, within1: 0.2 }),
  ];
  const order = (by: 'measure' | 'within1', down: boolean) =>
    sorted(rows, { by, down }, 'single').map(({ measure }) => measure);

  test('is that of the scale, or of a number, with what has none last', () => {
    expect(order('measure', false)).toEqual([1, 2, 3]);
    expect(order('measure', true)).toEqual([3, 2, 1]);
    expect(order('within1', false)).toEqual([3, 1, 2]);
    expect(order('within1', true)).toEqual([1, 3, 2]);
  });

  test('begins with the lowest agreement and the largest bias', () => {
    expect(firstOrder('interval').down).toBe(false);
    expect(firstOrder('bias').down).toBe(true);
  });
});

describe('the raters a score needs', () => {
  const step = (raters: number, value: number, lower: number) => {
    const estimate = { value, limits: { lower, upper: 1 } };
    return { raters, absolute: estimate, relative: estimate };
  };
  const steps = [step(1, 0.5, 0.1), step(2, 0.7, 0.3), step(3, 0.8, 0.7)];

  test('are the fewest that reach the target, by the number and by the lower end', () => {
    expect(neededOf({ steps }, 'absolute', 0.7)).toEqual({ needed: 2, safe: 3 });
    expect(neededOf({ steps }, 'relative', 0.95)).toEqual({ needed: undefined, safe: undefined });
  });
});

describe('two raters to begin with', () => {
  test('are those with the most sessions in common', () => {
    const [a, b, c] = ['a', 'b', 'c'];
    expect(pairsOf([{ raterIds: [c, a] }, { raterIds: [b, c] }, { raterIds: [a, c] }])[0]).toEqual({
      first: a,
      second: c,
    });
    expect(pairsOf([{ raterIds: [a] }])).toEqual([]);
  });
});

describe('names beside lines', () => {
  test('never lie on each other, and stay in their room when there is enough', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 }), (ends) => {
        const placed = spreadApart(
          ends.map((y) => ({ y })),
          16,
          { from: 0, to: 200 },
        );
        placed.forEach(({ at }, index) => {
          expect(at).toBeGreaterThanOrEqual(-1e-9);
          expect(at).toBeLessThanOrEqual(200 + 1e-9);
          const before = placed[index - 1];
          if (before !== undefined) expect(at - before.at).toBeGreaterThanOrEqual(16 - 1e-9);
        });
      }),
    );
  });
});

describe('dots at one place', () => {
  test('are set apart, the first stays, and others are not moved', () => {
    const moved = apart([
      { x: 3, y: 1 },
      { x: 3, y: 1 },
      { x: 3, y: 1 },
      { x: 4, y: 1 },
    ]);
    expect(moved[0]).toEqual({ x: 0, y: 0 });
    expect(moved[3]).toEqual({ x: 0, y: 0 });
    const [, one, other] = moved;
    expect(Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThan(1);
  });
});

describe('the moments of two raters', () => {
  const mark = (id: number, atMs: number) => aMark({ id: uuid(id), atMs });
  const none = { value: undefined, reason: 'noPairs' } as const;
  const by = { raterId: uuid(1), raterName: 'A', purpose: 'research' } as const;
  const found: AgreementMoments = {
    first: by,
    second: by,
    both: [{ first: mark(1, 5000), second: mark(2, 4000), laterMs: -1000 }],
    otherItem: [],
    onlyFirst: [mark(3, 9000)],
    onlySecond: [mark(4, 1000)],
    agreement: none,
    f1: none,
    f1AnyItem: none,
    kappa: none,
    kappaOfMatched: none,
    timeUnits: { kappa: none, units: 0, unitMs: 10_000 },
  };

  test('stand in order of time, and play from whichever mark begins first', () => {
    const all = comparedMoments(found);
    expect(all.map(({ kind }) => kind)).toEqual(['onlySecond', 'both', 'onlyFirst']);
    expect(all.map((one) => playedMark(one)?.id)).toEqual([uuid(4), uuid(2), uuid(3)]);
  });
});
