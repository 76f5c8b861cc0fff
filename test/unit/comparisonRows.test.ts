import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleResults, sessionFigures } from '../../main/certification/index.ts';
import type { PassRules } from '../../preload/api.ts';
import { byKind, comparisonRows } from '../../renderer/comparison/rows.ts';
import { columnsAcross, labelEvery, reachOf } from '../../renderer/drift/layout.ts';
import { askedOf } from '../../renderer/programmes/rules.ts';
import { anyLevels, anySessions, ofQuality, rated } from './certification/levels.ts';

describe('items of a rating beside the standard', () => {
  const rowsOf = (own: Parameters<typeof rated>[1], levels: Parameters<typeof rated>[1]) =>
    comparisonRows({ own, standard: { levels, scores: [], overallNote: '' } }, 'quality');

  test('are of the kinds that the figures count', () => {
    fc.assert(
      fc.property(anyLevels, anyLevels, (own, standard) => {
        const items = rowsOf(own, standard).filter(({ measure }) => measure > 0);
        const count = (...kinds: string[]) => items.filter(({ kind }) => kinds.includes(kind)).length;
        const figures = sessionFigures(rated(1, own, standard), ofQuality);
        expect(count('near')).toBe(figures.within1.count);
        expect(count('near', 'away', 'occasion', 'leftOut')).toBe(figures.within1.of);
        expect(count('occasion')).toBe(figures.occasion);
        expect(count('leftOut')).toBe(figures.leftOut);
      }),
    );
  });

  test('stand once, each under one kind', () => {
    fc.assert(
      fc.property(anyLevels, anyLevels, (own, standard) => {
        const rows = rowsOf(own, standard);
        const listed = byKind(rows).flatMap(({ items }) => items.map(({ measure }) => measure));
        expect(listed.toSorted((a, b) => a - b)).toEqual(rows.map(({ measure }) => measure));
      }),
    );
  });
});

test('the rules that were asked are read back from what came of them', () => {
  const rules = fc.record<PassRules>({
    within1: fc.option(
      fc.record({ percent: fc.integer({ min: 1, max: 100 }), sessions: fc.integer({ min: 1, max: 9 }) }),
    ),
    bias: fc.option(fc.double({ min: 0, max: 6, noNaN: true })),
    icc: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    overallWithin1: fc.boolean(),
    fewestSessions: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(anySessions, rules, (sessions, asked) => {
      expect(askedOf(ruleResults(sessions, asked, ofQuality))).toEqual(asked);
    }),
  );
});

describe('the charts of checks and of the cohort', () => {
  test('have every column within the drawing, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 500, max: 1900 }), (count, width) => {
        const xs = columnsAcross(width, count);
        expect(xs).toHaveLength(count);
        expect(xs.every((x, at) => at === 0 || x > (xs[at - 1] ?? 0))).toBe(true);
        expect(xs.at(-1)).toBeLessThan(width);
        const shown = xs.filter((_, at) => at % labelEvery(xs, 62) === 0);
        expect(shown.every((x, at) => at === 0 || x - (shown[at - 1] ?? 0) >= 61.9)).toBe(true);
      }),
    );
  });

  test('reach whole points to both sides, from 1 to 6', () => {
    expect([[], [0.2], [-1], [1.01], [9]].map(reachOf)).toEqual([1, 1, 1, 2, 6]);
  });
});
