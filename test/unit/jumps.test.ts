import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../db/model.ts';
import { neighbour as neighbourOf } from '../../renderer/marks/jumps.ts';
import { aMark, uuid } from '../fixtures/rows.ts';

const preRollMs = 5000;
const neighbour = (marks: readonly Mark[], nowMs: number, direction: 1 | -1, from: Mark | undefined) =>
  neighbourOf(marks, nowMs, direction, from, preRollMs);

const marksAt = (...times: number[]): Mark[] =>
  times.map((atMs, index) => aMark({ id: uuid(index + 1), atMs }));

/** Jumps until there is nothing further; playback stands at the pre-roll of each mark. */
function walk(marks: readonly Mark[], fromMs: number, direction: 1 | -1): number[] {
  const visited: Mark[] = [];
  let now = fromMs;
  while (visited.length <= marks.length) {
    const next = neighbour(marks, now, direction, visited.at(-1));
    if (next === undefined) break;
    visited.push(next);
    now = Math.max(0, next.atMs - preRollMs);
  }
  return visited.map(({ atMs }) => atMs);
}

describe('jumping from mark to mark', () => {
  test('goes to the next one after where playback is', () => {
    expect(neighbour(marksAt(10_000, 20_000, 30_000), 15_000, 1, undefined)?.atMs).toBe(20_000);
  });

  test('goes to the last one before where playback is', () => {
    expect(neighbour(marksAt(10_000, 20_000, 30_000), 25_000, -1, undefined)?.atMs).toBe(20_000);
  });

  test('stays where it is at either end', () => {
    const [only] = marksAt(10_000);
    expect(neighbour(marksAt(10_000), 20_000, 1, undefined)).toBeUndefined();
    expect(neighbour(marksAt(10_000), 5000, 1, only)).toBeUndefined();
    expect(neighbour(marksAt(10_000), 5000, -1, only)).toBeUndefined();
    expect(neighbour([], 0, 1, undefined)).toBeUndefined();
  });

  test('from the pre-roll of a mark goes to the one after it, not to itself', () => {
    const marks = marksAt(10_000, 12_000, 30_000);
    expect(neighbour(marks, 5000, 1, marks[0])?.atMs).toBe(12_000);
    expect(neighbour(marks, 7000, -1, marks[1])?.atMs).toBe(10_000);
  });

  test('forgets the mark once playback has left it', () => {
    const marks = marksAt(10_000, 20_000, 60_000);
    expect(neighbour(marks, 50_000, -1, marks[0])?.atMs).toBe(20_000);
  });

  test('goes by time when the mark it came from was deleted', () => {
    expect(neighbour(marksAt(10_000, 20_000), 8000, 1, aMark({ id: uuid(9), atMs: 9000 }))?.atMs).toBe(
      10_000,
    );
  });

  const times = fc
    .array(fc.integer({ min: 1, max: 3_600_000 }))
    .map((list) => list.toSorted((a, b) => a - b));

  test('forward from the start visits every mark once, in order', () => {
    fc.assert(fc.property(times, (all) => void expect(walk(marksAt(...all), 0, 1)).toEqual(all)));
  });

  test('back from the end visits every mark once, in order', () => {
    fc.assert(
      fc.property(
        times,
        (all) => void expect(walk(marksAt(...all), 4_000_000, -1)).toEqual(all.toReversed()),
      ),
    );
  });
});
