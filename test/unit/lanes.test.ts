import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crowdsOf, qualitiesOf, rowsOf } from '../../renderer/marks/crowds.ts';
import { lanesOf } from '../../renderer/marks/lanes.ts';
import { aMark, uuid } from '../fixtures/rows.ts';

const marksAt = (...times: number[]) => times.map((atMs, index) => aMark({ id: uuid(index + 1), atMs }));
const someMarks = fc
  .array(
    fc.record({
      atMs: fc.nat(1_000_000),
      length: fc.option(fc.integer({ min: 1, max: 90_000 }), { nil: null }),
    }),
    {
      maxLength: 60,
    },
  )
  .map((all) =>
    all
      .toSorted((a, b) => a.atMs - b.atMs)
      .map(({ atMs, length }, index) =>
        aMark({ id: uuid(index + 1), atMs, endMs: length === null ? null : atMs + length }),
      ),
  );

describe('lanes', () => {
  test('are one for each item that has marks, in order', () => {
    const marks = [
      aMark({ id: uuid(1), item: 12 }),
      aMark({ id: uuid(2), item: 3 }),
      aMark({ id: uuid(3), item: 12 }),
    ];
    expect(lanesOf(marks, []).map(({ item, marks: own }) => [item, own.length])).toEqual([
      [3, 1],
      [12, 2],
    ]);
  });

  test('are the very same as before where nothing changed', () => {
    const marks = [aMark({ id: uuid(1), item: 3 }), aMark({ id: uuid(2), item: 12 })];
    const before = lanesOf(marks, []);
    expect(lanesOf([...marks], before)).toBe(before);
    const after = lanesOf([...marks, aMark({ id: uuid(3), item: 12 })], before);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});

describe('a crowd', () => {
  test('is what lies too close to be told apart', () => {
    const marks = marksAt(0, 10, 20, 30, 40, 2000, 4000, 6000, 8000);
    const { alone, crowds } = crowdsOf(marks, 1000);
    expect(crowds).toEqual([{ fromMs: 0, toMs: 1000, marks: marks.slice(0, 5) }]);
    expect(alone).toEqual(marks.slice(5));
  });

  test('that did not change is the very same', () => {
    const marks = marksAt(0, 10, 20, 30, 40, 2000, 4000, 6000, 8000);
    const [before] = crowdsOf(marks, 1000).crowds;
    const more = [...marks, aMark({ id: uuid(60), atMs: 9000 })];
    expect(crowdsOf(more, 1000, before && [before]).crowds[0]).toBe(before);
    const inside = [aMark({ id: uuid(60), atMs: 0 }), ...marks];
    expect(crowdsOf(inside, 1000, before && [before]).crowds[0]).not.toBe(before);
  });

  test('is made of two already, where all is dense', () => {
    const marks = marksAt(0, 10, 20, 30, 40, 50, 1000, 1010, 2000, 2010, 2020, 3000);
    expect(crowdsOf(marks, 1000).crowds.map((crowd) => crowd.marks.length)).toEqual([6, 2, 3]);
    expect(crowdsOf(marks, 100).crowds.map((crowd) => crowd.marks.length)).toEqual([6, 2, 3]);
    expect(crowdsOf(marks.slice(5), 1000).crowds).toEqual([]);
  });

  test('is not made of a few', () => {
    expect(crowdsOf(marksAt(0, 0, 0, 0, 0), 1000).crowds).toEqual([]);
  });

  test('does not swallow a long stretch', () => {
    const long = aMark({ id: uuid(50), atMs: 5, endMs: 5000 });
    const { alone } = crowdsOf([...marksAt(0, 0, 0, 0), long, ...marksAt(10, 10, 10, 10)], 1000);
    expect(alone).toEqual([long]);
  });

  test('leaves no mark out and counts none twice', () => {
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 1, max: 200_000 }), (marks, cellMs) => {
        const { alone, crowds } = crowdsOf(marks, cellMs);
        const all = [...alone, ...crowds.flatMap((crowd) => crowd.marks)];
        expect(all.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(marks);
      }),
    );
  });

  test('tells how many of its marks have each quality, those without one last', () => {
    const marks = [null, 5, 2, 5].map((quality, index) => aMark({ id: uuid(index + 1), quality }));
    expect(qualitiesOf(marks)).toEqual([
      { quality: 2, count: 1 },
      { quality: 5, count: 2 },
      { quality: undefined, count: 1 },
    ]);
  });
});

describe('rows', () => {
  test('of marks with room between them are all in the middle', () => {
    expect(rowsOf(marksAt(0, 1000, 2000), 100)).toEqual([0, 0, 0]);
  });

  test('of marks that would cover each other lie evenly around the middle', () => {
    expect(rowsOf(marksAt(0, 50, 5000), 100)).toEqual([-0.5, 0.5, 0]);
    expect(rowsOf(marksAt(0, 0, 0), 100)).toEqual([-1, 0, 1]);
  });

  test('of a moment within a stretch are two', () => {
    const stretch = aMark({ id: uuid(9), atMs: 0, endMs: 9000 });
    expect(rowsOf([stretch, ...marksAt(4000)], 100)).toEqual([-0.5, 0.5]);
  });

  test('are never more than a lane has room for', () => {
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 1, max: 200_000 }), (marks, nearMs) => {
        const rows = rowsOf(marks, nearMs);
        expect(rows).toHaveLength(marks.length);
        expect(rows.every((row) => Math.abs(row) <= 1.5)).toBe(true);
      }),
    );
  });
});
