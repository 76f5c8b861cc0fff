import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedRating } from '../../db/progress.ts';
import { directionIn, editionOf, progressFigures } from '../../renderer/reports/progressFigures.ts';
import { aCountedRating, aProgressSession, aSubjectProgress, someLevels, uuid } from '../fixtures/rows.ts';

const edition = 'mbt-g-aqs/1';
const sessions = Array.from({ length: 6 }, (_, index) =>
  aProgressSession({ id: uuid(200 + index), date: `2026-0${index + 1}-10`, number: index + 1 }),
);
const rating = (session: number, some: Partial<CountedRating> = {}): CountedRating =>
  aCountedRating({ ratingId: uuid(100 + session), sessionId: uuid(200 + session), ...some });
const quality = (levels: Record<number, number>) => ({ quality: someLevels(levels) });
const figuresOf = (ratings: CountedRating[], period: { from?: string; to?: string } = {}) =>
  progressFigures(aSubjectProgress({ sessions, ratings }), edition, period);

describe('the figures of a period', () => {
  test('count each session once, with the mean of its raters', () => {
    const figures = figuresOf([
      rating(0, quality({ 4: 2 })),
      rating(0, { ...quality({ 4: 4 }), raterId: uuid(301) }),
      rating(1, quality({ 4: 6 })),
    ]);
    expect(figures.quality[4]).toMatchObject({ count: 2, mean: 4.5, lowest: 3, highest: 6 });
    expect(figures).toMatchObject({ led: 6 });
    expect(figures.sessions.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('take both days of the period along, and nothing outside of it', () => {
    const ratings = sessions.map((_, index) => rating(index, quality({ 0: index + 1 })));
    const figures = figuresOf(ratings, { from: '2026-02-10', to: '2026-04-10' });
    expect(figures.sessions.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(figures.quality[0]).toMatchObject({ count: 3, mean: 3 });
  });

  test('never join editions of the scale', () => {
    const figures = figuresOf([
      rating(0, quality({ 0: 6 })),
      rating(1, { ...quality({ 0: 1 }), scaleEdition: 'site/2' }),
    ]);
    expect(figures.quality[0]).toMatchObject({ count: 1, mean: 6 });
  });

  test("count a session without occasion for an item, and leave it out of the item's mean", () => {
    const figures = figuresOf([rating(0, quality({ 4: 6 })), rating(1, { noOccasion: [4] })]);
    expect(figures.quality[4]).toMatchObject({ count: 1, mean: 6, noOccasion: 1 });
  });

  test('compare the own rating with the mean of the raters where a session has both', () => {
    const self = { purpose: 'selfRating', raterId: uuid(400) } as const;
    const figures = figuresOf([
      rating(0, quality({ 0: 4 })),
      rating(0, { ...self, ...quality({ 0: 6 }) }),
      rating(1, quality({ 0: 5 })),
      rating(1, { ...self, ...quality({ 0: 4 }) }),
      rating(2, { ...self, ...quality({ 0: 7 }) }),
    ]);
    expect(figures.selfDifference).toMatchObject({ count: 2, mean: 0.5, lowest: -1, highest: 2 });
    expect(figures.quality[0]).toMatchObject({ count: 2, mean: 4.5 });
  });

  test('tell no direction below five sessions', () => {
    const ratings = sessions.map((_, index) => rating(index, quality({ 0: Math.min(7, index + 1) })));
    expect(directionIn(figuresOf(ratings.slice(0, 4)).trends[0])).toBeUndefined();
    expect(directionIn(figuresOf(ratings).trends[0])).toBe('up');
  });

  test('do not depend on the order of the ratings', () => {
    const ratings = sessions.flatMap((_, index) => [
      rating(index, quality({ 0: 1 + index, 4: 7 - index })),
      rating(index, { ...quality({ 0: 7, 4: 2 }), raterId: uuid(301), ratingId: uuid(150 + index) }),
    ]);
    const all = ratings.length;
    fc.assert(
      fc.property(fc.shuffledSubarray(ratings, { minLength: all, maxLength: all }), (shuffled) => {
        expect(figuresOf(shuffled).quality).toEqual(figuresOf(ratings).quality);
      }),
    );
  });
});

describe('the edition of a progress report', () => {
  const editions = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];

  test('is the one with most ratings, until another is chosen', () => {
    const ratings = ['a', 'b', 'b'].map((scaleEdition, index) => rating(index, { scaleEdition }));
    const progress = aSubjectProgress({ sessions, ratings, editions });
    expect(editionOf(progress, {}).edition?.id).toBe('b');
    expect(editionOf(progress, { edition: 'a' }).edition?.id).toBe('a');
  });

  test('is none where nothing was rated', () => {
    expect(editionOf(aSubjectProgress({ editions: [] }), {}).edition).toBeUndefined();
  });
});
