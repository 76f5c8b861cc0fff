import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../renderer/charts/series.ts';
import { drawnWhole, thin, thinned } from '../../renderer/charts/thin.ts';
import { aProgressSession, uuid } from '../fixtures/rows.ts';

const level = fc.integer({ min: 1, max: 7 });
const points: fc.Arbitrary<Point[]> = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 40 }),
      raters: fc.array(level, { maxLength: 3 }),
      self: fc.array(level, { maxLength: 2 }),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all
      .toSorted((a, b) => a.days - b.days)
      .map(({ days, raters, self }, index) => ({
        session: aProgressSession({ id: uuid(index) }),
        time: days * 86_400_000,
        raters: raters.map((one) => ({ raterId: uuid(one), name: '', level: one })),
        mean: raters.length === 0 ? null : raters.reduce((sum, one) => sum + one, 0) / raters.length,
        lowest: raters.length === 0 ? null : Math.min(...raters),
        highest: raters.length === 0 ? null : Math.max(...raters),
        self: self.map((one) => ({ raterId: uuid(one), name: '', level: one })),
        noOccasion: 0,
      })),
  );
const week = ({ time }: Point) => Math.floor(time / (7 * 86_400_000));

describe('thinning', () => {
  test('keeps points as they are, and in order', () => {
    fc.assert(
      fc.property(points, (all) => {
        const kept = thin(all, week);
        expect(all.filter((point) => kept.includes(point))).toEqual(kept);
      }),
    );
  });

  test('keeps the first and the last of every stretch', () => {
    fc.assert(
      fc.property(points, (all) => {
        const kept = new Set(thin(all, week));
        for (const stretch of Map.groupBy(all, week).values())
          for (const point of [stretch[0], stretch.at(-1)]) expect(point && kept.has(point)).toBe(true);
      }),
    );
  });

  test.each<[string, (point: Point) => (number | null)[]]>([
    ['means', ({ mean }) => [mean]],
    ['single levels', ({ lowest, highest }) => [lowest, highest]],
    ['self-ratings', ({ self }) => self.map((own) => own.level)],
  ])('keeps the extremes of the %s in every stretch', (_, levelsOf) => {
    const extremes = (some: readonly Point[]) => {
      const levels = some.flatMap(levelsOf).filter((one) => one !== null);
      return [Math.min(...levels), Math.max(...levels)];
    };
    fc.assert(
      fc.property(points, (all) => {
        const kept = Map.groupBy(thin(all, week), week);
        for (const [stretch, inIt] of Map.groupBy(all, week))
          expect(extremes(kept.get(stretch) ?? [])).toEqual(extremes(inIt));
      }),
    );
  });

  test('has nothing more to leave out the second time', () => {
    fc.assert(
      fc.property(points, (all) => {
        const kept = thin(all, week);
        expect(thin(kept, week)).toEqual(kept);
      }),
    );
  });

  test('leaves a stretch a dozen points at the most', () => {
    fc.assert(
      fc.property(points, (all) => {
        for (const inIt of Map.groupBy(thin(all, week), week).values())
          expect(inIt.length).toBeLessThanOrEqual(12);
      }),
    );
  });

  test('leaves out nothing while there is room', () => {
    const all = Array.from({ length: drawnWhole }, (_, index) => ({
      ...aPoint,
      session: aProgressSession({ id: uuid(index) }),
      time: index,
    }));
    expect(thinned(all, 700)).toEqual(all);
    expect(thinned([...all, ...all], 700).length).toBeLessThan(all.length);
  });
});

const aPoint: Point = {
  session: aProgressSession(),
  time: 0,
  raters: [],
  mean: 4,
  lowest: 4,
  highest: 4,
  self: [],
  noOccasion: 0,
};
