import { describe, expect, test } from 'vitest';
import { evidenceOf, missedOf, ofItem } from '../../renderer/reports/moments.ts';
import { aMark, uuid } from '../fixtures/rows.ts';

const mark = (atMs: number, quality: number | null, kind: 'intervention' | 'missed' = 'intervention') =>
  aMark({ id: uuid(atMs), atMs, quality, kind });
const times = (moments: readonly { atMs: number }[]) => moments.map(({ atMs }) => atMs);

describe('the moments that show a strength', () => {
  test('are those with the highest quality, in order of time', () => {
    const all = [mark(40, 7), mark(30, 3), mark(20, null), mark(10, 6)];
    expect(times(evidenceOf(all, 4, 'strength', 2))).toEqual([10, 40]);
    expect(times(evidenceOf(all, 4, 'strength', 4))).toEqual([10, 20, 30, 40]);
  });

  test('are never missed opportunities, nor of another item', () => {
    const all = [mark(10, 7, 'missed'), aMark({ id: uuid(2), item: 5, atMs: 20 })];
    expect(evidenceOf(all, 4, 'strength', 3)).toEqual([]);
  });
});

describe('the moments that show what to work on', () => {
  test('are missed opportunities first, then those with the lowest quality', () => {
    const all = [mark(10, 6), mark(20, null), mark(30, 2), mark(40, null, 'missed')];
    expect(times(evidenceOf(all, 4, 'toWorkOn', 2))).toEqual([30, 40]);
    expect(times(evidenceOf(all, 4, 'toWorkOn', 3))).toEqual([10, 30, 40]);
  });
});

test('moments of an item, and missed ones, come in order of time in whichever order they are given', () => {
  const all = [mark(30, 2), mark(10, 3, 'missed'), mark(20, 3, 'missed')];
  expect(times(ofItem(all, 4))).toEqual([10, 20, 30]);
  expect(times(missedOf(all.toReversed()))).toEqual([10, 20]);
});
