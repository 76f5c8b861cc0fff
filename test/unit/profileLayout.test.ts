import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileOf } from '../../renderer/results/profile.ts';
import { around, columnsOf, cut, roomFor, rowHeightOf, xOf } from '../../renderer/results/profileLayout.ts';
import { aRating, aResultsRating, someLevels, uuid } from '../fixtures/rows.ts';

describe('the columns of a profile', () => {
  test('stay inside it, one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 520, max: 2000 }), fc.boolean(), (width, compares) => {
        const { quality, adherence, difference, nameStart, nameWidth } = columnsOf(width, compares);
        expect(nameStart + nameWidth).toBeLessThan(quality.start);
        expect(xOf(quality, 7)).toBeLessThan(difference ?? adherence.start);
        expect(difference ?? 0).toBeLessThan(adherence.start);
        expect(xOf(adherence, 7)).toBeLessThan(width);
      }),
    );
  });

  test('have none for the difference where one rating stands alone', () => {
    expect(columnsOf(600, false).difference).toBeUndefined();
  });
});

describe('signs of the same level', () => {
  const someCounts = fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: 7, maxLength: 7 })
    .map((counts) => new Map(counts.flatMap((count, at) => (count === 0 ? [] : [[at + 1, count] as const]))));

  test('stay nearer to their level than to the next, and none covers another', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 26, max: 80 }), (counts, step) => {
        const placed = [...around(counts, { step }, 7)].flatMap(([level, places]) => {
          expect(places).toHaveLength(counts.get(level) ?? 0);
          for (const { dx } of places) expect(Math.abs(dx)).toBeLessThan(step / 2);
          return places.map(({ dx, dy }) => ({ x: level * step + dx, y: dy }));
        });
        for (const [at, one] of placed.entries()) {
          for (const other of placed.slice(at + 1)) {
            const apart = Math.max(Math.abs(one.x - other.x) / 16, Math.abs(one.y - other.y) / 15);
            expect(apart, 'of their width or height').toBeGreaterThan(1);
          }
        }
      }),
    );
  });

  test('stand alone in the middle', () => {
    expect(around(new Map([[3, 1]]), { step: 30 }, 7)).toEqual(new Map([[3, [{ dx: 0, dy: 0 }]]]));
  });

  test('make their row higher when they need a second line', () => {
    const row = (ratings: number) =>
      profileOf(
        Array.from({ length: ratings }, (_, at) =>
          aResultsRating({ rating: aRating({ id: uuid(at) }), quality: someLevels({ 0: 5 }) }),
        ),
      ).overall;
    const columns = columnsOf(600, true);
    expect(rowHeightOf(row(2), columns)).toBe(24);
    expect(rowHeightOf(row(5), columns)).toBeGreaterThan(24);
  });
});

describe('the room for words on a scale', () => {
  const axis = { start: 100, step: 40 };
  const middleOf = (taken: number[], width = 60) => roomFor(axis, taken, width).middle;
  test('is the middle of an empty one', () => expect(middleOf([])).toBe(220));
  test('is right of what is low', () => expect(middleOf([2, 1])).toBeGreaterThan(xOf(axis, 2)));
  test('is left of what is high', () => expect(middleOf([7, 6])).toBeLessThan(xOf(axis, 6)));
  test('is outside of the levels rather than between them', () =>
    expect(middleOf([4, 7])).toBeLessThan(xOf(axis, 4)));
  test('is between them where there is more of it', () => expect(middleOf([1, 7])).toBe(xOf(axis, 4)));
  test('is told when there is none', () => expect(roomFor(axis, [1, 2, 3, 4, 5, 6, 7], 60).fits).toBe(false));
});

describe('a name that is too long', () => {
  test('is cut with a sign that it was', () => {
    expect(cut('Håndtering av gruppens grenser', 13, 80)).toMatch(/^Håndtering…$|^Håndtering .*…$/);
  });
  test('stays whole where there is room', () => expect(cut('Grenser', 13, 80)).toBe('Grenser'));
});
