import { describe, expect, test } from 'vitest';
import type { ToldChange } from '../../db/latestChanges.ts';
import { folded } from '../../renderer/safety/folded.ts';

const change = (id: number, some: Partial<ToldChange> = {}): ToldChange => ({
  id,
  at: '2026-10-30T08:29:59.000Z',
  noun: 'mark',
  what: 'added',
  raterName: 'Solveig K.',
  session: { id: 'one', date: '2026-10-29' },
  erased: false,
  ...some,
});
const counts = (rows: ToldChange[]) => folded(rows).map(({ id, count }) => [id, count]);

describe('the latest changes', () => {
  test('are one line while they are alike', () => {
    expect(counts([change(3), change(2), change(1)])).toEqual([[3, 3]]);
  });

  test.each([
    ['another minute', { at: '2026-10-30T08:28:59.000Z' }],
    ['another noun', { noun: 'score' }],
    ['another deed', { what: 'undone' }],
    ['somebody else', { raterName: 'Henrik B.' }],
    ['nobody', { raterName: undefined }],
    ['another session', { session: { id: 'two', date: '2026-10-29' } }],
    ['what is erased', { erased: true }],
  ] as const)('begin a new line with %s', (_, some) => {
    expect(counts([change(3), change(2, some), change(1)])).toEqual([
      [3, 1],
      [2, 1],
      [1, 1],
    ]);
  });

  test('are none when nothing was changed', () => {
    expect(folded([])).toEqual([]);
  });
});
