import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedMark, changedOverall, changedScore } from '../../db/changed.ts';
import { score, scoreChange } from '../../db/model.ts';
import { aMark, aScore, uuid } from '../fixtures/rows.ts';

const key = { ratingId: uuid(100), item: 4 };

describe('a changed score', () => {
  test('begins empty', () => {
    expect(changedScore(undefined, { ...key, quality: 5 })).toEqual(aScore({ quality: 5 }));
  });

  test('keeps what is not said', () => {
    const before = aScore({ adherence: 3, quality: 5, note: 'text' });
    expect(changedScore(before, { ...key, quality: 2 })).toEqual({ ...before, quality: 2 });
    expect(changedScore(before, { ...key, quality: undefined, note: 'more' })).toEqual({
      ...before,
      note: 'more',
    });
  });

  test('loses what is taken back', () => {
    const before = aScore({ adherence: 3, quality: 5 });
    expect(changedScore(before, { ...key, quality: null })).toEqual(aScore({ adherence: 3 }));
  });

  test('loses "no occasion" when it gets a rating', () => {
    const before = aScore({ noOccasion: true, note: 'text' });
    expect(changedScore(before, { ...key, quality: 5 })).toEqual(aScore({ quality: 5, note: 'text' }));
    expect(changedScore(before, { ...key, adherence: 1 })).toEqual(aScore({ adherence: 1, note: 'text' }));
  });

  test('loses both ratings when it gets "no occasion", and keeps its note', () => {
    const before = aScore({ adherence: 3, quality: 5, note: 'text' });
    expect(changedScore(before, { ...key, noOccasion: true })).toEqual(
      aScore({ noOccasion: true, note: 'text' }),
    );
  });

  test('keeps "no occasion" when only its note changes, or a rating that it does not have is taken back', () => {
    const before = aScore({ noOccasion: true });
    expect(changedScore(before, { ...key, note: 'text' })).toEqual({ ...before, note: 'text' });
    expect(changedScore(before, { ...key, quality: null })).toEqual(before);
  });

  test('is unrated again without "no occasion"', () => {
    expect(changedScore(aScore({ noOccasion: true }), { ...key, noOccasion: false })).toEqual(aScore());
  });

  const level = fc.option(fc.integer({ min: 1, max: 7 }));
  const change = fc
    .record(
      { adherence: level, quality: level, noOccasion: fc.boolean(), note: fc.string() },
      { requiredKeys: [] },
    )
    .map((some) => ({ ...key, ...some }))
    .filter((some) => scoreChange.safeParse(some).success);

  test('is one that the record takes, whatever changes come after each other', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1 }), (changes) => {
        const after = changes.reduce(changedScore, aScore());
        expect(score.safeParse(after).success).toBe(true);
        expect(after).toMatchObject(
          Object.fromEntries(Object.entries(changes.at(-1) ?? {}).filter(([field]) => field === 'note')),
        );
      }),
    );
  });
});

describe('a changed mark', () => {
  test('keeps what is not said', () => {
    const before = aMark({ note: 'text', endMs: 90_000 });
    expect(changedMark(before, { id: before.id, quality: 5 })).toEqual({ ...before, quality: 5 });
  });

  test('loses its aspect when it moves to an item that has none', () => {
    const before = aMark({ item: 3, aspect: 'closing' });
    expect(changedMark(before, { id: before.id, item: 4 })).toEqual({ ...before, item: 4, aspect: null });
    expect(changedMark(before, { id: before.id, note: 'text' }).aspect).toBe('closing');
  });

  test('loses its end when that is taken back', () => {
    const before = aMark({ endMs: 90_000 });
    expect(changedMark(before, { id: before.id, endMs: null }).endMs).toBeNull();
  });
});

describe('the changed overall rating', () => {
  test('begins empty, and keeps what is not said', () => {
    const ratingId = uuid(100);
    const first = changedOverall(undefined, { ratingId, quality: 5 });
    expect(first).toEqual({ ratingId, adherence: null, quality: 5, note: '' });
    expect(changedOverall(first, { ratingId, note: 'text' })).toEqual({ ...first, note: 'text' });
  });
});
