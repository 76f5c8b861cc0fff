import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, type ProfileRating, profileOf } from '../../renderer/results/profile.ts';
import { aRating, aResultsRating, someLevels, someRules, uuid } from '../fixtures/rows.ts';

const rated = (id: number, some: Parameters<typeof aResultsRating>[0]) =>
  aResultsRating({ rating: aRating({ id: uuid(id) }), ...some });

describe('the profile of a session', () => {
  test('has the overall and the 19 items, each with a point of every rating', () => {
    const profile = profileOf([rated(1, { quality: someLevels({ 0: 5, 4: 3 }) }), rated(2, {})]);
    expect(profile.items.map(({ measure }) => measure)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
    expect(profile.overall.points.map(({ quality }) => quality)).toEqual([5, null]);
    expect(profile.items[3]?.points.map(({ quality }) => quality)).toEqual([3, null]);
  });

  test('tells how far apart two ratings are', () => {
    const profile = profileOf([
      rated(1, { quality: someLevels({ 4: 3 }) }),
      rated(2, { quality: someLevels({ 4: 6 }) }),
    ]);
    expect(profile.items[3]?.quality).toMatchObject({ lowest: 3, highest: 6, difference: 3 });
  });

  test('finds no difference in one level', () => {
    const profile = profileOf([rated(1, { quality: someLevels({ 4: 3 }) }), rated(2, { noOccasion: [4] })]);
    expect(profile.items[3]?.quality).toMatchObject({ lowest: 3, highest: 3, difference: undefined });
  });

  test('compares only ratings of the same edition', () => {
    const own = { id: 'own', name: 'Own', items: someRules() };
    const [first, second] = [
      rated(1, { quality: someLevels({ 4: 2, 5: 2 }) }),
      rated(2, { quality: someLevels({ 4: 7, 5: 7 }), edition: own }),
    ];
    const third = rated(3, { quality: someLevels({ 5: 3 }) });
    const { items } = profileOf([first, second, third]);
    expect(items[3]?.quality).toEqual({ lowest: 2, highest: 7, spans: [], difference: undefined });
    expect(items[4]?.quality).toMatchObject({ spans: [{ lowest: 2, highest: 3 }], difference: 1 });
  });

  test('keeps no occasion apart from not rated', () => {
    const [noOccasion, notRated] =
      profileOf([rated(1, { noOccasion: [4] }), rated(2, {})]).items[3]?.points ?? [];
    expect(noOccasion).toMatchObject({ quality: null, noOccasion: true });
    expect(notRated).toMatchObject({ quality: null, noOccasion: false });
  });

  test('says where an edition has no adherence', () => {
    const items = someRules({ 4: { takesAdherence: false } });
    const profile = profileOf([
      rated(1, { edition: { id: 'own', name: 'Own', items } }),
      rated(2, { adherence: someLevels({ 4: 5 }) }),
    ]);
    expect(profile.items[3]?.points.map(({ takesAdherence }) => takesAdherence)).toEqual([false, true]);
    expect(profile.overall.points.every(({ takesAdherence }) => takesAdherence)).toBe(true);
  });

  test('leaves the overall out of the mean of the items', () => {
    const [mean] = profileOf([rated(1, { quality: someLevels({ 0: 1, 4: 3, 5: 6 }) })]).means;
    expect(mean?.quality).toEqual({ mean: 4.5, count: 2 });
    expect(mean?.adherence).toBeUndefined();
  });
});

const level = fc.option(fc.integer({ min: 1, max: 7 }));
/** 'No occasion' of items that have no level. */
const someRating: fc.Arbitrary<ProfileRating> = fc
  .record({
    id: fc.uuid(),
    quality: fc.array(level, { minLength: 20, maxLength: 20 }),
    adherence: fc.array(level, { minLength: 20, maxLength: 20 }),
    without: fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { maxLength: 5 }),
  })
  .map(({ id, quality, adherence, without }) =>
    rated(1, {
      rating: aRating({ id }),
      quality: quality.map((one, item) => (without.includes(item) ? null : one)),
      adherence: adherence.map((one, item) => (without.includes(item) ? null : one)),
      noOccasion: without.toSorted((a, b) => a - b),
    }),
  );
const someRatings = fc.uniqueArray(someRating, { maxLength: 5, selector: ({ rating }) => rating.id });
const shuffled = <T>(of: fc.Arbitrary<T[]>) =>
  of.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

describe('any profile', () => {
  test('finds the same spreads whatever the order of the ratings', () => {
    fc.assert(
      fc.property(shuffled(someRatings), ([all, mixed]) => {
        const spreads = (some: ProfileRating[]) =>
          profileOf(some).items.map(({ quality, adherence }) => ({ quality, adherence }));
        expect(spreads(mixed)).toEqual(spreads(all));
      }),
    );
  });

  test('has the one rater’s levels as lowest and highest', () => {
    fc.assert(
      fc.property(someRating, (one) => {
        for (const row of profileOf([one]).items) {
          const given = one.quality[row.measure] ?? undefined;
          expect(row.quality?.lowest).toBe(given);
          expect(row.quality?.highest).toBe(given);
        }
      }),
    );
  });

  test('has a mean that no occasion never lowers', () => {
    fc.assert(
      fc.property(someRating, fc.integer({ min: 1, max: 19 }), (one, item) => {
        const without = { ...one, quality: one.quality.with(item, null), noOccasion: [item] };
        const left = one.quality.filter((given, at) => at > 0 && at !== item && given !== null).map(Number);
        const [mean] = profileOf([without]).means;
        expect(mean?.quality?.count ?? 0).toBe(left.length);
        if (left.length > 0) expect(mean?.quality?.mean).toBeGreaterThanOrEqual(Math.min(...left));
        if (left.length > 0) expect(mean?.quality?.mean).toBeLessThanOrEqual(Math.max(...left));
      }),
    );
  });

  test('has every item once in any order', () => {
    fc.assert(
      fc.property(someRatings, fc.constantFrom('number', 'difference', 'lowest'), (all, order) => {
        const { items } = profileOf(all);
        const measures = inOrder(items, order).map(({ measure }) => measure);
        expect(measures.toSorted((a, b) => a - b)).toEqual(items.map(({ measure }) => measure));
      }),
    );
  });
});

describe('the order of the items', () => {
  const { items } = profileOf([
    rated(1, { quality: someLevels({ 2: 5, 4: 3, 7: 6, 9: 3 }) }),
    rated(2, { quality: someLevels({ 2: 5, 4: 4, 7: 3 }) }),
  ]);
  const first = (order: Parameters<typeof inOrder>[1]) =>
    inOrder(items, order)
      .slice(0, 5)
      .map(({ measure }) => measure);

  test('is by number', () => expect(first('number')).toEqual([1, 2, 3, 4, 5]));
  test('is by difference, with what cannot differ last', () =>
    expect(first('difference')).toEqual([7, 4, 2, 1, 3]));
  test('is by the lowest, with what has no level last', () =>
    expect(first('lowest')).toEqual([4, 7, 9, 2, 1]));
});
