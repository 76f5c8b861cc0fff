import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenOf, type Filters, queueOf, sifted, withAll, withOne } from '../../renderer/moments/filters.ts';
import { type Moment, momentsOf } from '../../renderer/moments/moments.ts';
import { aMark, aRating, aResultsRating, uuid } from '../fixtures/rows.ts';

const none: Filters = { item: undefined, therapist: undefined, quality: undefined, ratingId: undefined };

const ids = (moments: readonly Moment[]): string[] => moments.map(({ mark }) => mark.id);
const momentsWith = (...marks: Parameters<typeof aMark>[0][]): Moment[] =>
  momentsOf([aResultsRating({ marks: marks.map((mark, at) => aMark({ id: uuid(at + 1), ...mark })) })], []);

const anyMark = fc.record({
  item: fc.integer({ min: 1, max: 19 }),
  atMs: fc.integer({ min: 0, max: 5_400_000 }),
  therapist: fc.constantFrom('first' as const, 'second' as const, 'both' as const),
  quality: fc.option(fc.integer({ min: 1, max: 7 })),
});
const anyMoments = fc.array(anyMark, { maxLength: 40 }).map((marks) => momentsWith(...marks));
const anyFilters: fc.Arbitrary<Filters> = fc.record({
  item: fc.option(fc.integer({ min: 1, max: 19 }), { nil: undefined }),
  therapist: fc.constantFrom(undefined, 'first' as const, 'second' as const, 'both' as const),
  quality: fc.constantFrom(undefined, 'below' as const, 'at' as const, 'above' as const, 'without' as const),
  ratingId: fc.constant(undefined),
});

describe('the moments of some ratings', () => {
  test('stand in the order of time, whoever marked them', () => {
    const one = aResultsRating({
      marks: [aMark({ id: uuid(1), atMs: 10_000 }), aMark({ id: uuid(2), atMs: 30_000 })],
    });
    const other = aResultsRating({ raterName: 'Henrik', marks: [aMark({ id: uuid(3), atMs: 20_000 })] });
    const moments = momentsOf([one, other], []);
    expect(ids(moments)).toEqual([uuid(1), uuid(3), uuid(2)]);
    expect(moments.map(({ rating }) => rating.raterName)).toEqual(['Solveig', 'Henrik', 'Solveig']);
  });

  test('that begin together stand by item', () => {
    expect(ids(momentsWith({ item: 12 }, { item: 4 }))).toEqual([uuid(2), uuid(1)]);
  });

  test('belong to the phase that they begin in', () => {
    const phases = [
      { name: 'Opening', startMs: 0, endMs: 10_000 },
      { name: 'Round', startMs: 10_000, endMs: 20_000 },
    ];
    const marks = [0, 9999, 10_000, 20_000].map((atMs, at) => aMark({ id: uuid(at), atMs }));
    expect(momentsOf([aResultsRating({ marks })], phases).map(({ phase }) => phase)).toEqual([
      'Opening',
      'Opening',
      'Round',
      undefined,
    ]);
  });

  test('are all the marks there are, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 40 }), (some) => {
        const marks = some.map((mark, at) => aMark({ id: uuid(at), ...mark }));
        const there = ids(momentsOf([aResultsRating({ marks })], []));
        expect(there.toSorted()).toEqual(marks.map(({ id }) => id).toSorted());
        const times = momentsOf([aResultsRating({ marks: marks.toReversed() })], []).map(
          ({ mark }) => mark.atMs,
        );
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('filtering moments', () => {
  test('by item', () => {
    expect(ids(sifted(momentsWith({ item: 4 }, { item: 5 }), { ...none, item: 5 }))).toEqual([uuid(2)]);
  });

  test('by a therapist keeps what both did together', () => {
    const moments = momentsWith({ therapist: 'first' }, { therapist: 'second' }, { therapist: 'both' });
    expect(ids(sifted(moments, { ...none, therapist: 'first' }))).toEqual([uuid(1), uuid(3)]);
    expect(ids(sifted(moments, { ...none, therapist: 'second' }))).toEqual([uuid(2), uuid(3)]);
    expect(ids(sifted(moments, { ...none, therapist: 'both' }))).toEqual([uuid(3)]);
  });

  test.each([
    ['below', [1, 2, 3]],
    ['at', [4]],
    ['above', [5, 6, 7]],
    ['without', [null]],
  ] as const)('%s good enough', (quality, levels) => {
    const moments = momentsWith(...[1, 2, 3, 4, 5, 6, 7, null].map((level) => ({ quality: level })));
    expect(sifted(moments, { ...none, quality }).map(({ mark }) => mark.quality)).toEqual(levels);
  });

  test('by rating', () => {
    const other = aResultsRating({
      rating: aRating({ id: uuid(101) }),
      marks: [aMark({ id: uuid(2), ratingId: uuid(101) })],
    });
    const moments = momentsOf([aResultsRating({ marks: [aMark()] }), other], []);
    expect(ids(sifted(moments, { ...none, ratingId: uuid(101) }))).toEqual([uuid(2)]);
  });

  test('by quality leaves no moment out and counts none twice', () => {
    fc.assert(
      fc.property(anyMoments, (moments) => {
        const parts = (['below', 'at', 'above', 'without'] as const).flatMap((quality) =>
          ids(sifted(moments, { ...none, quality })),
        );
        expect(parts.toSorted()).toEqual(ids(moments).toSorted());
      }),
    );
  });

  test('keeps the order, and what one filter leaves out no other brings back', () => {
    fc.assert(
      fc.property(anyMoments, anyFilters, anyFilters, (moments, one, other) => {
        const listed = ids(sifted(moments, one));
        expect(listed).toEqual(ids(moments).filter((id) => listed.includes(id)));
        expect(ids(sifted(sifted(moments, one), other))).toEqual(ids(sifted(sifted(moments, other), one)));
      }),
    );
  });
});

describe('choosing moments', () => {
  const listed = momentsWith({ atMs: 1000 }, { atMs: 2000 }, { atMs: 3000 });

  test('none plays the whole list', () => {
    expect(queueOf(listed, new Set())).toEqual(listed);
  });

  test('some plays those, in order of time', () => {
    expect(ids(queueOf(listed, new Set([uuid(3), uuid(1)])))).toEqual([uuid(1), uuid(3)]);
  });

  test('what is filtered away is not played', () => {
    expect(queueOf(listed, new Set([uuid(9)]))).toEqual(listed);
  });

  test('tells all, some and none apart', () => {
    expect(chosenOf(listed, new Set())).toBe('none');
    expect(chosenOf(listed, new Set([uuid(2), uuid(9)]))).toBe('some');
    expect(chosenOf(listed, new Set([uuid(1), uuid(2), uuid(3)]))).toBe('all');
    expect(chosenOf([], new Set())).toBe('none');
  });

  test('all of the list leaves the rest as it is', () => {
    const chosen = new Set([uuid(9)]);
    expect([...withAll(listed, chosen, true)].toSorted()).toEqual([uuid(1), uuid(2), uuid(3), uuid(9)]);
    expect([...withAll(listed, new Set([uuid(1), uuid(9)]), false)]).toEqual([uuid(9)]);
    expect([...chosen]).toEqual([uuid(9)]);
  });

  test('one twice takes it back', () => {
    const once = withOne(new Set(), uuid(1));
    expect([...once]).toEqual([uuid(1)]);
    expect([...withOne(once, uuid(1))]).toEqual([]);
  });
});
