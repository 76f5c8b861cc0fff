import { describe, expect, test } from 'vitest';
import type { HistoryRow } from '../../db/history.ts';
import type { Mark, Overall, Phase, Score } from '../../db/model.ts';
import { changesTold, subjectOf } from '../../renderer/finish/changesTold.ts';
import { aMark, aScore, uuid } from '../fixtures/rows.ts';

const known = { id: 1, at: '2026-11-12T08:00:00Z', action: 'do', version: 1, raterName: 'Solveig' } as const;
const mark = (before: Mark | null, after: Mark | null): HistoryRow => ({
  ...known,
  noun: 'mark',
  before,
  after,
});
const score = (before: Score | null, after: Score | null): HistoryRow => ({
  ...known,
  noun: 'score',
  before,
  after,
});
const overall = (before: Overall | null, after: Overall | null): HistoryRow => ({
  ...known,
  noun: 'overall',
  before,
  after,
});

describe('a change of a mark', () => {
  test.each<[string, HistoryRow, ReturnType<typeof changesTold>]>([
    ['added', mark(null, aMark()), [{ what: 'added' }]],
    [
      'added with a quality',
      mark(null, aMark({ quality: 3 })),
      [{ what: 'added' }, { what: 'quality', from: null, to: 3 }],
    ],
    ['removed', mark(aMark({ quality: 3 }), null), [{ what: 'removed' }]],
    ['moved', mark(aMark(), aMark({ atMs: 5000 })), [{ what: 'moved', toMs: 5000 }]],
    ['stretched', mark(aMark(), aMark({ endMs: 70_000 })), [{ what: 'ends', toMs: 70_000 }]],
    ['on another item', mark(aMark(), aMark({ item: 9 })), [{ what: 'item', to: 9 }]],
    ["another therapist's", mark(aMark(), aMark({ therapist: 'both' })), [{ what: 'therapist', to: 'both' }]],
    ['missed', mark(aMark(), aMark({ kind: 'missed' })), [{ what: 'missed' }]],
    ['not missed', mark(aMark({ kind: 'missed' }), aMark()), [{ what: 'notMissed' }]],
    ['rated', mark(aMark({ quality: 2 }), aMark({ quality: 5 })), [{ what: 'quality', from: 2, to: 5 }]],
    ['noted', mark(aMark(), aMark({ note: 'x' })), [{ what: 'note', from: '', to: 'x' }]],
    [
      'of another aspect',
      mark(aMark({ item: 3 }), aMark({ item: 3, aspect: 'closing' })),
      [{ what: 'other' }],
    ],
  ])('is told: %s', (_, row, told) => {
    expect(changesTold(row)).toEqual(told);
  });

  test('is about where the mark was before', () => {
    expect(subjectOf(mark(aMark(), aMark({ atMs: 5000, item: 9 })))).toEqual({ item: 4, atMs: 60_000 });
    expect(subjectOf(mark(null, aMark()))).toEqual({ item: 4, atMs: 60_000 });
  });
});

describe('a change of a score', () => {
  test('is told from nothing, to nothing, and in all its parts', () => {
    expect(changesTold(score(null, aScore({ adherence: 3, quality: 4 })))).toEqual([
      { what: 'adherence', from: null, to: 3 },
      { what: 'quality', from: null, to: 4 },
    ]);
    expect(changesTold(score(aScore({ quality: 4 }), null))).toEqual([
      { what: 'quality', from: 4, to: null },
    ]);
    expect(changesTold(score(aScore({ quality: 4 }), aScore({ noOccasion: true })))).toEqual([
      { what: 'quality', from: 4, to: null },
      { what: 'noOccasion' },
    ]);
    expect(changesTold(score(aScore({ noOccasion: true }), aScore({ note: 'x' })))).toEqual([
      { what: 'occasion' },
      { what: 'note', from: '', to: 'x' },
    ]);
  });

  test('is about its item', () => {
    expect(subjectOf(score(null, aScore({ item: 12 })))).toEqual({ item: 12, atMs: undefined });
  });
});

describe('a change of the overall rating', () => {
  test('is told, and stands for item 0', () => {
    const row = overall(null, { ratingId: uuid(100), adherence: null, quality: 5, note: '' });
    expect(changesTold(row)).toEqual([{ what: 'quality', from: null, to: 5 }]);
    expect(subjectOf(row)).toEqual({ item: 0, atMs: undefined });
  });
});

describe('a change of the phases', () => {
  const phase = (number: number, name: string, startMs: number, endMs: number): Phase => ({
    id: uuid(number),
    sessionId: uuid(200),
    name,
    startMs,
    endMs,
  });
  const opening = phase(1, 'Opening', 0, 9000);
  const round = phase(2, 'Round', 9000, 20_000);
  const change = (before: Phase[], after: Phase[]): HistoryRow => ({
    ...known,
    noun: 'phase',
    before,
    after,
  });

  test.each<[string, Phase[], Phase[], ReturnType<typeof changesTold>]>([
    [
      'begun in the middle of another',
      [{ ...opening, endMs: 20_000 }],
      [opening, round],
      [
        { what: 'phaseMoved', name: 'Opening', startMs: 0, endMs: 9000 },
        { what: 'phaseAdded', name: 'Round', startMs: 9000, endMs: 20_000 },
      ],
    ],
    [
      'called otherwise',
      [opening, round],
      [opening, { ...round, name: 'Turn' }],
      [{ what: 'phaseRenamed', from: 'Round', to: 'Turn' }],
    ],
    ['deleted', [opening, round], [round], [{ what: 'phaseRemoved', name: 'Opening' }]],
  ])('is told: %s', (_, before, after, told) => {
    expect(changesTold(change(before, after))).toEqual(told);
    expect(subjectOf(change(before, after))).toBe('phases');
  });
});
