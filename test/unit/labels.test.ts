import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinNumbers, placeWords } from '../../renderer/charts/labels.ts';

const right = 700;
const words = fc
  .array(fc.record({ line: fc.integer({ min: 40, max: 690 }), width: fc.integer({ min: 10, max: 190 }) }), {
    maxLength: 20,
  })
  .map((all) => all.map((word, item) => ({ ...word, item })));

describe('words at lines', () => {
  test('never lie on each other', () => {
    fc.assert(
      fc.property(words, (all) => {
        const placed = placeWords(all, 3, right).filter(({ row }) => row !== null);
        for (const one of placed)
          for (const other of placed)
            if (one !== other && one.row === other.row)
              expect(one.x >= other.x + other.width || other.x >= one.x + one.width).toBe(true);
      }),
    );
  });

  test('are never crossed by the line of another', () => {
    fc.assert(
      fc.property(words, (all) => {
        const placed = placeWords(all, 3, right);
        for (const one of placed)
          for (const other of placed)
            if (one.row !== null && other.row !== null && one.row > other.row)
              expect(one.line <= other.x || one.line >= other.x + other.width).toBe(true);
      }),
    );
  });

  test('begin or end at their line, all of them and in order', () => {
    fc.assert(
      fc.property(words, (all) => {
        const placed = placeWords(all, 3, right);
        expect(placed.map(({ item }) => item)).toEqual(all.map(({ item }) => item));
        for (const { x, line, width } of placed) expect([line, line - width]).toContain(x);
        for (const { x, width } of placed) expect(x + width).toBeLessThanOrEqual(right);
      }),
    );
  });

  test('stand in the lowest row when there is room', () => {
    const placed = placeWords(
      [
        { item: 'a', line: 100, width: 50 },
        { item: 'b', line: 200, width: 50 },
        { item: 'c', line: 690, width: 50 },
      ],
      3,
      right,
    );
    expect(placed.map(({ item, x, row }) => [item, x, row])).toEqual([
      ['a', 100, 0],
      ['b', 200, 0],
      ['c', 640, 0],
    ]);
  });

  test('go up, the left over the right, when there is none', () => {
    const placed = placeWords(
      [
        { item: 'a', line: 100, width: 90 },
        { item: 'b', line: 120, width: 90 },
      ],
      3,
      right,
    );
    expect(placed.map(({ row }) => row)).toEqual([1, 0]);
  });
});

const numbers = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: 700 }), value: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 60,
  })
  .map((all) => all.toSorted((a, b) => a.x - b.x));

describe('numbers beneath points', () => {
  test('stand as far apart as they need', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 40 }), (all, room) => {
        const places = joinNumbers(all, room).map(({ x }) => x);
        places.slice(1).forEach((x, index) => {
          expect(x - (places[index] ?? 0)).toBeGreaterThanOrEqual(room);
        });
      }),
    );
  });

  test('leave out no number', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const runs = joinNumbers(all, 30);
        for (const { value } of all)
          expect(runs.some(({ lowest, highest }) => value >= lowest && value <= highest)).toBe(true);
        expect(Math.max(...runs.map(({ highest }) => highest))).toBe(
          Math.max(...all.map(({ value }) => value)),
        );
      }),
    );
  });

  test('are themselves where there is room', () => {
    expect(
      joinNumbers(
        [
          { x: 10, value: 1 },
          { x: 50, value: 3 },
        ],
        12,
      ),
    ).toEqual([
      { x: 10, lowest: 1, highest: 1 },
      { x: 50, lowest: 3, highest: 3 },
    ]);
  });
});
