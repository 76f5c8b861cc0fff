import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../db/model.ts';
import { byPhase, byTime, countsOf, type Part, whos } from '../../renderer/results/whoDidWhat.ts';
import { aMark } from '../fixtures/rows.ts';

const minute = 60_000;
const phase = (name: string, from: number, to: number) => ({
  name,
  startMs: from * minute,
  endMs: to * minute,
});

describe('who did what', () => {
  test('counts interventions and missed opportunities apart', () => {
    const counts = countsOf([
      aMark({ quality: 5 }),
      aMark({ quality: 2 }),
      aMark({ kind: 'missed' }),
      aMark({ therapist: 'both' }),
    ]);
    expect(counts.first).toEqual({ interventions: 2, missed: 1, quality: { mean: 3.5, count: 2 } });
    expect(counts.second).toEqual({ interventions: 0, missed: 0, quality: undefined });
    expect(counts.both.interventions).toBe(1);
  });

  test('goes by the phases in order of time', () => {
    const parts = byPhase([aMark({ atMs: 5 * minute })], [phase('Round', 5, 9), phase('Opening', 0, 5)]);
    expect(parts.map(({ name, by }) => [name, by.first.interventions])).toEqual([
      ['Opening', 0],
      ['Round', 1],
    ]);
  });

  test('keeps what lies in no phase, and says so last', () => {
    const parts = byPhase([aMark({ atMs: 20 * minute })], [phase('Opening', 0, 5)]);
    expect(parts.at(-1)).toMatchObject({ name: undefined, toMs: undefined });
    expect(parts.at(-1)?.by.first.interventions).toBe(1);
  });

  test('goes by ten minutes in a session of 90', () => {
    const parts = byTime([aMark({ atMs: 10 * minute })], 90 * minute);
    expect(parts).toHaveLength(9);
    expect(parts[1]).toMatchObject({ fromMs: 10 * minute, toMs: 20 * minute });
    expect(parts[1]?.by.first.interventions).toBe(1);
  });

  test('ends a session of unknown length at its last mark', () => {
    expect(byTime([aMark({ atMs: 4 * minute })], undefined).at(-1)?.toMs).toBe(4 * minute + 1);
  });

  test('has no stretches of nothing', () => {
    expect(byTime([], undefined)).toEqual([]);
  });
});

const someMark: fc.Arbitrary<Mark> = fc
  .record({
    atMs: fc.integer({ min: 0, max: 400 * minute }),
    therapist: fc.constantFrom('first', 'second', 'both'),
    kind: fc.constantFrom('intervention', 'missed'),
    quality: fc.option(fc.integer({ min: 1, max: 7 })),
  })
  .map(aMark);
const someMarks = fc.array(someMark, { maxLength: 40 });
/** Phases side by side, with a hole between any two. */
const somePhases = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 8 })
  .map((starts) => starts.map((at) => phase(String(at), at * 10, at * 10 + 7)));
const marksIn = (parts: readonly Part[]) =>
  parts.reduce(
    (sum, { by }) => sum + whos.reduce((all, who) => all + by[who].interventions + by[who].missed, 0),
    0,
  );

describe('any division of a session', () => {
  test('has every mark once', () => {
    fc.assert(
      fc.property(
        someMarks,
        somePhases,
        fc.option(fc.integer({ min: 1, max: 500 * minute })),
        (marks, phases, end) => {
          expect(marksIn(byPhase(marks, phases))).toBe(marks.length);
          expect(marksIn(byTime(marks, end ?? undefined))).toBe(marks.length);
        },
      ),
    );
  });

  test('does not depend on the order of marks or phases', () => {
    fc.assert(
      fc.property(someMarks, somePhases, (marks, phases) => {
        expect(byPhase(marks.toReversed(), phases.toReversed())).toEqual(byPhase(marks, phases));
        expect(byTime(marks.toReversed(), undefined)).toEqual(byTime(marks, undefined));
      }),
    );
  });

  test('is never more than twelve stretches of time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 * minute }), (end) => {
        expect(byTime([], end).length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
