import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dragged, type Part } from '../../renderer/marks/drag.ts';

const lasts = 600_000;
const moment = { atMs: 60_000, endMs: null };
const stretch = { atMs: 60_000, endMs: 90_000 };

describe('a mark that is dragged', () => {
  test('moves in time', () => {
    expect(dragged(moment, 'whole', 1500.4, lasts)).toEqual({ atMs: 61_500, endMs: null });
    expect(dragged(stretch, 'whole', -1500, lasts)).toEqual({ atMs: 58_500, endMs: 88_500 });
  });

  test('keeps its length at both ends of the recording', () => {
    expect(dragged(stretch, 'whole', -999_999, lasts)).toEqual({ atMs: 0, endMs: 30_000 });
    expect(dragged(stretch, 'whole', 999_999, lasts)).toEqual({ atMs: 570_000, endMs: 600_000 });
  });

  test('by an end is longer or shorter, but at least a tenth of a second', () => {
    expect(dragged(stretch, 'end', 5000, lasts)).toEqual({ atMs: 60_000, endMs: 95_000 });
    expect(dragged(stretch, 'end', -50_000, lasts)).toEqual({ atMs: 60_000, endMs: 60_100 });
    expect(dragged(stretch, 'start', 50_000, lasts)).toEqual({ atMs: 89_900, endMs: 90_000 });
    expect(dragged(stretch, 'start', -99_000, lasts)).toEqual({ atMs: 0, endMs: 90_000 });
  });

  test('out of a moment becomes a stretch, when it is pulled far enough', () => {
    expect(dragged(moment, 'end', 4000, lasts)).toEqual({ atMs: 60_000, endMs: 64_000 });
    expect(dragged(moment, 'end', 99, lasts)).toEqual(moment);
    expect(dragged(moment, 'end', -4000, lasts)).toEqual(moment);
  });

  test('is never outside the recording, never turned around, and in whole milliseconds', () => {
    const times = fc
      .tuple(fc.nat(lasts), fc.option(fc.integer({ min: 1, max: lasts }), { nil: null }))
      .map(([atMs, length]) => ({ atMs, endMs: length === null ? null : atMs + length }));
    fc.assert(
      fc.property(
        times,
        fc.constantFrom<Part>('whole', 'start', 'end'),
        fc.double({ min: -2 * lasts, max: 2 * lasts, noNaN: true }),
        (before, part, by) => {
          const { atMs, endMs } = dragged(before, part, by, lasts);
          expect(Number.isInteger(atMs) && Number.isInteger(endMs ?? 0)).toBe(true);
          expect(atMs).toBeGreaterThanOrEqual(0);
          expect(endMs === null || endMs > atMs).toBe(true);
          // What lay beyond the end before goes no further.
          expect(endMs ?? atMs).toBeLessThanOrEqual(Math.max(lasts, before.endMs ?? before.atMs));
        },
      ),
    );
  });

  test('by nothing stays as it is', () => {
    for (const part of ['whole', 'start', 'end'] as const) {
      expect(dragged(moment, part, 0, lasts)).toEqual(moment);
      expect(dragged({ atMs: 10, endMs: 20 }, part, 0, lasts)).toEqual({ atMs: 10, endMs: 20 });
    }
  });
});
