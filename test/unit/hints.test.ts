import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../db/model.ts';
import { type Evidence, itemOf } from '../../db/scale.ts';
import { hintOf } from '../../renderer/rating/hints.ts';

type Marked = Pick<Mark, 'atMs' | 'kind' | 'aspect'>;
const at = (atMs: number, some: Partial<Marked> = {}): Marked => ({
  atMs,
  kind: 'intervention',
  aspect: null,
  ...some,
});
const phases = [
  { startMs: 0, endMs: 1000 },
  { startMs: 1000, endMs: 2000 },
];
const hint = (evidence: Evidence, marks: readonly Marked[], therapists = 2) =>
  hintOf(evidence, marks, phases, therapists);

describe('a hint', () => {
  test('asks for the examples that are missing', () => {
    expect(hint({ minMarks: 2 }, [])).toEqual({ kind: 'marks', have: 0, need: 2 });
    expect(hint({ minMarks: 2 }, [at(1)])).toEqual({ kind: 'marks', have: 1, need: 2 });
    expect(hint({ minMarks: 2 }, [at(1), at(2)])).toBeUndefined();
  });

  test('counts no missed opportunity as an example', () => {
    expect(hint({ minMarks: 1 }, [at(1, { kind: 'missed' })])).toEqual({ kind: 'marks', have: 0, need: 1 });
  });

  test('asks for two different phases', () => {
    const evidence = { minDistinctPhases: 2 };
    expect(hint(evidence, [at(0), at(999)])).toEqual({ kind: 'phases', have: 1, need: 2 });
    expect(hint(evidence, [at(999), at(1000)])).toBeUndefined();
  });

  test('says that phases are missing where the session has none', () => {
    expect(hintOf({ minDistinctPhases: 2 }, [at(0), at(999)], [], 2)).toEqual({ kind: 'noPhases' });
  });

  test('counts a mark outside of every phase in none', () => {
    expect(hint({ minDistinctPhases: 2 }, [at(5), at(5000)])).toEqual({ kind: 'phases', have: 1, need: 2 });
  });

  test('counts the aspects of turn-taking once each', () => {
    const marks = [
      at(1, { aspect: 'closing' }),
      at(2, { aspect: 'closing' }),
      at(3),
      at(4, { aspect: 'deepening' }),
    ];
    expect(hint(itemOf(3).evidence, marks)).toEqual({ kind: 'aspects', have: 2, all: 5 });
  });

  test('tells a therapist alone that there is nobody to cooperate with', () => {
    expect(hint(itemOf(9).evidence, [], 1)).toEqual({ kind: 'singleTherapist' });
    expect(hint(itemOf(9).evidence, [], 2)).toBeUndefined();
  });

  test('says nothing where level 4 asks for nothing that marks can show', () => {
    expect(hint(itemOf(6).evidence, [])).toBeUndefined();
  });

  test('goes away with more marks, and never comes back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(2500)),
        fc.nat(2500),
        fc.integer({ min: 1, max: 19 }),
        (times, more, item) => {
          const { evidence } = itemOf(item);
          const marks = times.map((ms) => at(ms));
          if (hint(evidence, marks) === undefined) {
            expect(hint(evidence, [...marks, at(more)])).toBeUndefined();
          }
        },
      ),
    );
  });
});
