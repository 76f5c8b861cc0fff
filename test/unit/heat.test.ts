import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, heatOf } from '../../renderer/charts/heat.ts';
import {
  heatLayout,
  heatPlaceAt,
  heatStep,
  heatTicks,
  mostColumns,
  yearStarts,
} from '../../renderer/charts/heatLayout.ts';
import { aCountedRating, someLevels, uuid } from '../fixtures/rows.ts';
import { anyProgress, shuffled, weekly } from '../fixtures/subjects.ts';

const side = fc.constantFrom('quality' as const, 'adherence' as const);

describe('the heat map', () => {
  test('does not depend on the order of sessions and ratings', () => {
    fc.assert(
      fc.property(
        anyProgress.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        side,
        ([all, other], one) => {
          expect(heatOf(other, one)).toEqual(heatOf(all, one));
        },
      ),
    );
  });

  test('has a column for each session that says something, in order of time, with 20 cells', () => {
    fc.assert(
      fc.property(anyProgress, side, (all, one) => {
        const columns = heatOf(all, one);
        expect(columns.map(({ time }) => time)).toEqual(
          columns.map(({ time }) => time).toSorted((a, b) => a - b),
        );
        expect(new Set(columns.map(({ session }) => session.id)).size).toBe(columns.length);
        expect(columns.every(({ cells }) => cells.length === 20)).toBe(true);
      }),
    );
  });

  test('shows the rating itself where one rater stands behind a cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 19 }), (level, measure) => {
        const [column] = heatOf(
          weekly(1, () => [{ quality: someLevels({ [measure]: level }) }]),
          'quality',
        );
        expect(column?.cells[measure]).toMatchObject({ mean: level, state: 'rated' });
      }),
    );
  });

  test('never has a mean lowered by "no occasion"', () => {
    fc.assert(
      fc.property(anyProgress, side, (all, one) => {
        const [session] = all.sessions;
        fc.pre(session !== undefined);
        const none = aCountedRating({
          ratingId: uuid(9),
          raterId: uuid(399),
          sessionId: session.id,
          noOccasion: Array.from({ length: 19 }, (_, index) => index + 1),
        });
        const means = (progress: typeof all) =>
          heatOf(progress, one)
            .find((column) => column.session.id === session.id)
            ?.cells.map(({ mean }) => mean) ?? someLevels();
        expect(means({ ...all, ratings: [...all.ratings, none] })).toEqual(means(all));
      }),
    );
  });

  test('tells apart rated, no occasion, only rated by the therapist, and not rated', () => {
    const progress = weekly(1, () => [
      { quality: someLevels({ 1: 5 }), noOccasion: [1, 2] },
      { quality: someLevels({ 2: 4, 3: 6 }), purpose: 'selfRating' },
    ]);
    const cells = heatOf(progress, 'quality')[0]?.cells ?? [];
    expect([1, 2, 3, 4].map((measure) => cells[measure]?.state)).toEqual([
      'rated',
      'noOccasion',
      'selfOnly',
      'notRated',
    ]);
  });

  test('counts raters of a session once, and never the therapists', () => {
    const progress = weekly(1, () => [
      { quality: someLevels({ 1: 5 }) },
      { quality: someLevels({ 2: 5 }) },
      { quality: someLevels({ 2: 5 }), raterId: uuid(300), purpose: 'research' },
      { quality: someLevels({ 2: 5 }), purpose: 'selfRating' },
    ]);
    expect(heatOf(progress, 'quality')[0]?.raters).toBe(2);
  });
});

describe('columns of several sessions', () => {
  const room = fc.integer({ min: 1, max: 8 });

  test('are never more than have room, and leave no session out', () => {
    fc.assert(
      fc.property(anyProgress, room, (all, most) => {
        const sessions = heatOf(all, 'quality');
        const columns = columnsOf(sessions, most);
        expect(columns.length).toBeLessThanOrEqual(most);
        expect(columns.flatMap((column) => column.sessions)).toEqual(sessions);
      }),
    );
  });

  test('are the sessions themselves where all have room', () => {
    fc.assert(
      fc.property(anyProgress, (all) => {
        const sessions = heatOf(all, 'quality');
        expect(columnsOf(sessions, 50).map(({ cells }) => cells)).toEqual(sessions.map(({ cells }) => cells));
      }),
    );
  });

  test('keep the lowest and the highest rating', () => {
    fc.assert(
      fc.property(anyProgress, room, fc.integer({ min: 0, max: 19 }), (all, most, measure) => {
        const extremes = (cells: readonly { lowest: number | null; highest: number | null }[]) => [
          Math.min(...cells.flatMap(({ lowest }) => lowest ?? [])),
          Math.max(...cells.flatMap(({ highest }) => highest ?? [])),
        ];
        const sessions = heatOf(all, 'quality');
        const of = (columns: readonly { cells: (typeof sessions)[number]['cells'] }[]) =>
          extremes(columns.flatMap(({ cells }) => cells[measure] ?? []));
        expect(of(columnsOf(sessions, most))).toEqual(of(sessions));
      }),
    );
  });

  test('have the mean of their sessions, each counted once, without those that had no occasion', () => {
    const levels = [[2, 4], [6], []];
    const progress = weekly(3, (session) =>
      session === 2
        ? [{ noOccasion: [4] }]
        : (levels[session] ?? []).map((level) => ({ quality: someLevels({ 4: level }) })),
    );
    const [column] = columnsOf(heatOf(progress, 'quality'), 1);
    expect(column?.cells[4]).toMatchObject({ mean: 4.5, lowest: 2, highest: 6, noOccasion: 1 });
    expect(column).toMatchObject({ fewestRaters: 1, mostRaters: 2 });
  });
});

describe('the layout of the heat map', () => {
  const width = fc.integer({ min: 500, max: 2400 });

  test('fits into the width from 1 to as many columns as have room', () => {
    fc.assert(
      fc.property(width, fc.double({ min: 0, max: 1, noNaN: true }), (wide, share) => {
        const columns = 1 + Math.floor((mostColumns(wide) - 1) * share);
        const layout = heatLayout(wide, columns, 20);
        expect(layout.labelWidth + layout.cellWidth * columns).toBeLessThanOrEqual(wide + 1e-6);
      }),
    );
  });

  test('has room for 300 sessions, each its own column, in the smallest window', () => {
    expect(mostColumns(1010)).toBeGreaterThanOrEqual(300);
  });

  test('has numbers in the cells of twelve sessions, and bars for 300', () => {
    expect(heatLayout(1010, 12, 20).numbers).toBe(true);
    expect(heatLayout(1010, 300, 20).numbers).toBe(false);
  });

  test('has its rows below each other, without overlap', () => {
    const { tops, rowHeight } = heatLayout(1010, 12, 20);
    expect(tops.slice(1).every((top, index) => top - (tops[index] ?? 0) >= rowHeight)).toBe(true);
  });

  test('finds under a point the cell that is drawn there', () => {
    const place = fc.record({
      column: fc.integer({ min: 0, max: 299 }),
      measure: fc.integer({ min: 0, max: 19 }),
    });
    const layout = heatLayout(1010, 300, 20);
    fc.assert(
      fc.property(place, (at) => {
        const x = layout.labelWidth + (at.column + 0.5) * layout.cellWidth;
        expect(heatPlaceAt(layout, 300, x, (layout.tops[at.measure] ?? 0) + 10)).toEqual(at);
      }),
    );
    expect(heatPlaceAt(layout, 300, 5, 5)).toBeUndefined();
  });
});

describe('names beneath the heat map', () => {
  const room = { day: 46, month: 46, year: 32 };
  const columns = fc
    .array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 300 })
    .map((days) => days.toSorted((a, b) => a - b).map((day) => ({ time: Date.UTC(2016, 0, 1 + day) })));

  test('never collide and never leave the drawing', () => {
    fc.assert(
      fc.property(columns, fc.double({ min: 2.5, max: 76, noNaN: true }), (all, cellWidth) => {
        const ticks = heatTicks(all, cellWidth, room);
        const places = ticks.map(({ index }) => index * cellWidth);
        const needed = ticks[0]?.kind === 'year' ? 32 : 46;
        expect(places.slice(1).every((x, index) => x - (places[index] ?? 0) >= needed - 1e-6)).toBe(true);
        if (all.length > 1) {
          expect(places.every((x) => x + needed - 4 <= all.length * cellWidth + 1e-6)).toBe(true);
        }
      }),
    );
  });

  test('are days where each has room, and months or years where not', () => {
    const weeks = Array.from({ length: 300 }, (_, week) => ({ time: Date.UTC(2021, 0, 5 + week * 7) }));
    expect(heatTicks(weeks.slice(0, 3), 60, room).map(({ kind }) => kind)).toEqual(['day', 'day', 'day']);
    expect(heatTicks(weeks, 4, room)[0]?.kind).toBe('month');
    expect(heatTicks(weeks, 2.5, room).length).toBeGreaterThan(4);
  });

  test('tell where a year begins', () => {
    const days = ['2025-12-01', '2025-12-29', '2026-01-05', '2026-02-01', '2027-01-01'];
    expect(yearStarts(days.map((day) => ({ time: Date.parse(day) })))).toEqual([2, 4]);
  });
});

describe('arrow keys on the heat map', () => {
  test('stay within it', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (pressed, columns) => {
        const end = pressed.reduce((at, one) => heatStep(one, at, columns) ?? at, { column: 0, measure: 0 });
        expect(end.column).toBeGreaterThanOrEqual(0);
        expect(end.column).toBeLessThan(columns);
        expect(end.measure).toBeGreaterThanOrEqual(0);
        expect(end.measure).toBeLessThan(20);
      }),
    );
  });

  test('leave other keys alone', () => {
    expect(heatStep('a', { column: 0, measure: 0 }, 3)).toBeUndefined();
  });
});
