/** What a consensus meeting works out by itself: the order of items, what is alike, where it stands. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeIn } from '../../db/alike.ts';
import type { Mark, Overall, Score } from '../../db/model.ts';
import { sharedMarks } from '../../main/sharedMarks.ts';
import { inTheWay, proposed } from '../../renderer/consensus/choosing.ts';
import { nextOpen, progressOf, stateOf } from '../../renderer/consensus/decided.ts';
import { differences, type Levels, levelsIn, most } from '../../renderer/consensus/differences.ts';
import { takenFor } from '../../renderer/consensus/taken.ts';
import { aMark, aScore, someRules, uuid } from '../fixtures/rows.ts';

type Said = { scores: Score[]; overall: Overall };
const overall = (some: Partial<Overall> = {}): Overall => ({
  ratingId: uuid(100),
  adherence: 4,
  quality: 4,
  note: '',
  ...some,
});
/** Everything 4, but for what the test says of some items. */
const said = (some: Readonly<Record<number, Partial<Score>>> = {}, whole: Partial<Overall> = {}): Said => ({
  scores: Array.from({ length: 19 }, (_, index) =>
    aScore({ item: index + 1, adherence: 4, quality: 4, ...some[index + 1] }),
  ),
  overall: overall(whole),
});
const none = { adherence: null, quality: null, noOccasion: true } as const;
const unrated = { adherence: null, quality: null } as const;
const order = (...sources: Said[]) => differences(sources, someRules()).map(({ item }) => item);
const inNumber = [...Array.from({ length: 19 }, (_, index) => index + 1), 0];

describe('the items of a meeting', () => {
  test('stand by number, the overall last, where nobody differs', () => {
    expect(order(said(), said())).toEqual(inNumber);
  });

  test('stand from the largest difference to the smallest, whichever side it is on', () => {
    const [one, other] = [said(), said({ 5: { quality: 6 }, 12: { adherence: 1 }, 3: { quality: 5 } })];
    expect(order(one, other).slice(0, 4)).toEqual([12, 5, 3, 1]);
  });

  test('stand by the lowest and the highest of several', () => {
    const sources = [2, 4, 7].map((quality) => said({ 9: { quality } }));
    expect(differences(sources, someRules())[0]).toMatchObject({ item: 9, quality: 5, adherence: 0 });
  });

  test('begin with those that some found no occasion for, however far others are apart', () => {
    const one = said({ 15: none, 2: { quality: 1 } }, { quality: 7 });
    expect(order(one, said({ 2: { quality: 7 } })).slice(0, 3)).toEqual([15, 2, 0]);
    expect(differences([one, said()], someRules())[0]).toMatchObject({ item: 15, occasion: true });
  });

  test('without occasion for all are alike, and no difference', () => {
    const found = differences([said({ 15: none }), said({ 15: none })], someRules());
    expect(found.find(({ item }) => item === 15)).toEqual({
      item: 15,
      occasion: false,
      adherence: undefined,
      quality: undefined,
      alike: true,
    });
  });

  test('that somebody has not rated differ by what the others say, and are never alike', () => {
    const found = differences([said({ 4: unrated }), said(), said({ 4: { quality: 6 } })], someRules());
    expect(found[0]).toMatchObject({ item: 4, quality: 2, alike: false });
    const two = differences([said({ 4: unrated }), said()], someRules()).find(({ item }) => item === 4);
    expect(two).toMatchObject({ quality: undefined, adherence: undefined, alike: false });
  });

  test('have no difference in adherence where the edition has none', () => {
    const rules = someRules({ 6: { takesAdherence: false } });
    const sources = [said({ 6: { adherence: null } }), said({ 6: { adherence: null } })];
    expect(differences(sources, rules).find(({ item }) => item === 6)).toMatchObject({
      adherence: undefined,
      alike: true,
    });
  });

  const level = fc.option(fc.integer({ min: 1, max: 7 }), { nil: null });
  const anyScore: fc.Arbitrary<Levels> = fc.oneof(
    fc.record({ adherence: level, quality: level, noOccasion: fc.constant(false) }),
    fc.constant(none),
  );
  const anySaid: fc.Arbitrary<Said> = fc
    .tuple(fc.array(anyScore, { minLength: 19, maxLength: 19 }), level, level)
    .map(([levels, adherence, quality]) =>
      said(Object.fromEntries(levels.map((one, index) => [index + 1, one])), { adherence, quality }),
    );

  test('are each there once, and never in rising order, whatever was said', () => {
    fc.assert(
      fc.property(fc.array(anySaid, { minLength: 2, maxLength: 5 }), (sources) => {
        const found = differences(sources, someRules());
        expect(found.map(({ item }) => item).toSorted((a, b) => a - b)).toEqual(
          inNumber.toSorted((a, b) => a - b),
        );
        for (const [at, one] of found.entries()) {
          const before = found[at - 1];
          if (before === undefined || before.occasion !== one.occasion) continue;
          expect(most(before)).toBeGreaterThanOrEqual(most(one));
        }
      }),
    );
  });

  test('stand in the same order whoever is first', () => {
    fc.assert(
      fc.property(fc.array(anySaid, { minLength: 2, maxLength: 4 }), (sources) => {
        expect(order(...sources.toReversed())).toEqual(order(...sources));
      }),
    );
  });

  test('are agreed on from the start exactly where the window says that all say alike', () => {
    fc.assert(
      fc.property(anySaid, anySaid, fc.nat(18), (one, other, same) => {
        const mixed = { ...other, scores: [...one.scores.slice(0, same), ...other.scores.slice(same)] };
        const found = alikeIn([one, mixed], someRules());
        const agreed = [...found.scores.map(({ item }) => item), ...(found.overall ? [0] : [])];
        const shown = differences([one, mixed], someRules()).filter(({ alike }) => alike);
        expect(agreed.toSorted((a, b) => a - b)).toEqual(
          shown.map(({ item }) => item).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

test('what all say alike is taken without anybody’s note', () => {
  const [one, other] = [said({ 3: { note: 'Mine' } }, { note: 'Mine' }), said({ 3: { note: 'Yours' } })];
  const { scores, overall: whole } = alikeIn([one, other], someRules());
  expect(scores.find(({ item }) => item === 3)?.note).toBe('');
  expect(whole?.note).toBe('');
});

describe('an item', () => {
  const edition = { id: 'one', name: 'One', items: someRules({ 6: { takesAdherence: false } }) };
  const sources = [said(), said({ 2: { quality: 6 } })].map((one) => ({
    ...one,
    ratingId: uuid(1),
    raterId: uuid(2),
    raterName: 'Solveig',
    raterKind: 'supervisor' as const,
    purpose: 'research' as const,
    version: 1,
    submittedAt: '2026-11-12T08:00:00Z',
    editionId: 'one',
    editionName: 'One',
    sawOthers: false,
    marks: [],
    gaps: [],
  }));
  const state = (item: number, some: Partial<Score>, reason?: string) => {
    const row = differences(sources, edition.items).find((one) => one.item === item);
    if (row === undefined) throw new Error('no such item');
    return stateOf(row, {
      edition,
      sources,
      scores: item === 0 ? [] : [aScore({ item, ...some })],
      overall: overall(
        item === 0 ? { adherence: some.adherence ?? null, quality: some.quality ?? null } : {},
      ),
      undecided: reason === undefined ? [] : [{ item, reason }],
    });
  };

  test.each<[string, ReturnType<typeof state>]>([
    ['alike', state(1, { adherence: 4, quality: 4 })],
    ['agreed', state(1, { adherence: 4, quality: 5 })],
    ['agreed', state(2, { adherence: 4, quality: 4 })],
    ['agreed', state(2, none)],
    ['open', state(2, { quality: 4 })],
    ['open', state(2, { note: 'Only a word' })],
    ['agreed', state(6, { quality: 5 })],
    ['undecided', state(2, {}, 'Two views')],
    ['alike', state(0, { adherence: 4, quality: 4 })],
    ['open', state(0, { adherence: 4 })],
  ])('is %s', (expected, found) => {
    expect(found).toBe(expected);
  });

  test('of a source without it says nothing', () => {
    expect(levelsIn({ scores: [], overall: overall() }, 3)).toEqual({ ...unrated, noOccasion: false });
  });
});

describe('how far a meeting has come', () => {
  test('counts what is decided, undecided and open', () => {
    expect(progressOf(['alike', 'agreed', 'undecided', 'open', 'open'])).toEqual({
      all: 5,
      decided: 2,
      undecided: 1,
      open: 2,
    });
  });

  test('leads to the next open item, and round to those before', () => {
    const rows = [
      { item: 9, state: 'open' },
      { item: 2, state: 'agreed' },
      { item: 4, state: 'open' },
      { item: 0, state: 'undecided' },
    ] as const;
    expect([-1, 9, 2, 4, 0].map((from) => nextOpen(rows, from))).toEqual([9, 4, 4, 9, 9]);
    expect(nextOpen(rows.slice(0, 2), 9)).toBeUndefined();
    expect(nextOpen([], 1)).toBeUndefined();
  });
});

describe('a moment', () => {
  const at = (atMs: number, some: Partial<Mark> = {}) => aMark({ id: uuid(atMs), atMs, ...some });

  test('is taken over when one of the same item and kind lies within five seconds, the nearest', () => {
    const agreed = [at(64_000), at(61_000), at(60_000, { item: 5 }), at(60_001, { kind: 'missed' })];
    expect(takenFor(at(60_000), agreed)).toBe(agreed[1]);
    expect(takenFor(at(70_000), agreed)).toBeUndefined();
  });

  test('is shared when all of three marked it, each of their marks standing for one', () => {
    const first = [at(10_000), at(12_000), at(90_000)];
    const second = [at(11_000), at(91_000)];
    const third = [at(10_500), at(12_500), at(95_001)];
    const shared = sharedMarks([first, second, third]);
    expect(shared).toHaveLength(1);
    expect(first.slice(0, 2)).toContain(shared[0]);
    expect(sharedMarks([first, first])).toEqual(first);
    expect(sharedMarks([first])).toEqual([]);
    expect(sharedMarks([])).toEqual([]);
  });
});

describe('the ratings of a meeting', () => {
  const rated = (number: number, raterId: number, some: object = {}) => ({
    ratingId: uuid(number),
    raterId: uuid(raterId),
    raterName: 'Solveig',
    raterKind: 'supervisor' as const,
    purpose: 'research' as const,
    version: 1,
    submittedAt: '2026-11-12T08:00:00Z',
    editionId: 'one',
    editionName: 'One',
    sawOthers: false,
    ...some,
  });

  test('are proposed: one of each rater, of the edition that most follow, no therapist’s own', () => {
    const all = [
      rated(1, 11),
      rated(2, 12),
      rated(3, 12),
      rated(4, 13, { raterKind: 'self' }),
      rated(5, 14, { editionId: 'two' }),
    ];
    expect(proposed(all).map(({ ratingId }) => ratingId)).toEqual([uuid(1), uuid(3)]);
    expect(proposed([])).toEqual([]);
  });

  test('are two or more, by different raters, of one edition', () => {
    expect(inTheWay([rated(1, 11)])).toBe('tooFew');
    expect(inTheWay([rated(1, 11), rated(2, 11)])).toBe('sameRater');
    expect(inTheWay([rated(1, 11), rated(2, 12, { editionId: 'two' })])).toBe('editions');
    expect(inTheWay([rated(1, 11), rated(2, 12)])).toBeUndefined();
  });
});
