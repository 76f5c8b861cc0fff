import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  eventKappa,
  type Moment,
  matchMarks,
  timeUnitKappa,
  timeUnits,
} from '../../../main/agreement/index.ts';
import { example, expectDigits } from './examples.ts';

const moment = (atMs: number, item = 1): Moment => ({ item, atMs, endMs: null });
const stretch = (atMs: number, endMs: number, item = 1): Moment => ({ item, atMs, endMs });
const fiveSeconds = { toleranceMs: 5000 };

describe('matching marks', () => {
  const given = example(
    'event_matching_optimal_hand',
    z.object({
      observer1: z.array(z.number()),
      observer2: z.array(z.number()),
      tolerance_s: z.number(),
      expected: z.object({
        links: z.array(z.tuple([z.number(), z.number()])),
        only1: z.array(z.number()),
        only2: z.array(z.number()),
        percent_agreement: z.number(),
        F1: z.number(),
      }),
    }),
  );

  test('finds the most pairs, where nearest first would lose one', () => {
    const seconds = (all: readonly number[]) => all.map((at) => moment(at * 1000));
    const found = matchMarks(seconds(given.observer1), seconds(given.observer2), {
      toleranceMs: given.tolerance_s * 1000,
    });
    expect(found.both.map(({ first, second }) => [first.atMs / 1000, second.atMs / 1000])).toEqual(
      given.expected.links,
    );
    expect(found.onlyFirst.map(({ atMs }) => atMs / 1000)).toEqual(given.expected.only1);
    expect(found.onlySecond.map(({ atMs }) => atMs / 1000)).toEqual(given.expected.only2);
    expectDigits(found.agreement.value, given.expected.percent_agreement, 12);
    expectDigits(found.f1.value, given.expected.F1, 12);
    expect(found.otherItem).toEqual([]);
  });

  test('prefers the nearer of as many pairs', () => {
    const { both } = matchMarks([moment(1000), moment(3000)], [moment(1200), moment(3100)], fiveSeconds);
    expect(both.map(({ laterMs }) => laterMs)).toEqual([200, 100]);
  });

  test('keeps the same item together before it pairs different ones', () => {
    const found = matchMarks(
      [moment(1000, 2), moment(2000, 7)],
      [moment(1000, 7), moment(9000, 3)],
      fiveSeconds,
    );
    expect(found.both.map(({ first, second }) => [first.atMs, second.atMs])).toEqual([[2000, 1000]]);
    expect(found.otherItem).toEqual([]);
    expect(found.onlyFirst).toEqual([moment(1000, 2)]);
  });

  test('lists moments that both marked with different items', () => {
    const found = matchMarks([moment(1000, 2)], [moment(2500, 7)], fiveSeconds);
    expect(found).toMatchObject({
      both: [],
      onlyFirst: [],
      onlySecond: [],
      f1: { value: 0 },
      f1AnyItem: { value: 1 },
    });
    expect(found.otherItem).toEqual([{ first: moment(1000, 2), second: moment(2500, 7), laterMs: 1500 }]);
  });

  test('takes stretches that overlap, and moments beside a stretch', () => {
    const one = matchMarks([stretch(0, 10_000)], [stretch(9000, 20_000)], fiveSeconds);
    expect(one.both).toHaveLength(1);
    expect(
      matchMarks([stretch(0, 10_000)], [stretch(9000, 20_000)], { ...fiveSeconds, overlap: 0.5 }).both,
    ).toEqual([]);
    expect(matchMarks([stretch(0, 10_000)], [stretch(10_000, 20_000)], fiveSeconds).both).toEqual([]);
    expect(matchMarks([stretch(0, 10_000)], [moment(15_000)], fiveSeconds).both).toHaveLength(1);
    expect(matchMarks([stretch(0, 10_000)], [moment(15_001)], fiveSeconds).both).toEqual([]);
    expect(matchMarks([moment(500)], [moment(500)], { toleranceMs: 0 }).both).toHaveLength(1);
  });

  test('of nobody has no agreement, of one rater none', () => {
    expect(matchMarks([], [], fiveSeconds)).toMatchObject({
      agreement: { value: undefined, reason: 'noPairs' },
      f1: { reason: 'noPairs' },
      f1AnyItem: { reason: 'noPairs' },
    });
    expect(matchMarks([moment(1)], [], fiveSeconds)).toMatchObject({
      agreement: { value: 0 },
      f1: { value: 0 },
    });
  });

  const marks = fc.array(
    fc.record({
      item: fc.integer({ min: 1, max: 3 }),
      atMs: fc.integer({ min: 0, max: 40 }).map((at) => at * 500),
      endMs: fc.constant(null),
    }),
    { maxLength: 6 },
  );

  /** The most pairs of the same item, and the least total distance of so many, by trying everything. */
  const best = (
    first: readonly Moment[],
    second: readonly Moment[],
    toleranceMs: number,
  ): [number, number] => {
    const [own, ...others] = first;
    if (own === undefined) return [0, 0];
    let found = best(others, second, toleranceMs);
    second.forEach((mark, at) => {
      const apart = Math.abs(mark.atMs - own.atMs);
      if (mark.item !== own.item || apart > toleranceMs) return;
      const [pairs, distance] = best(others, second.toSpliced(at, 1), toleranceMs);
      const more = pairs + 1 - found[0];
      if (more > 0 || (more === 0 && distance + apart < found[1])) found = [pairs + 1, distance + apart];
    });
    return found;
  };

  test('is the best there is: as many pairs and as near as trying everything finds', () => {
    fc.assert(
      fc.property(marks, marks, fc.integer({ min: 0, max: 6000 }), (first, second, toleranceMs) => {
        const { both } = matchMarks(first, second, { toleranceMs });
        const distance = both.reduce((sum, { laterMs }) => sum + Math.abs(laterMs), 0);
        expect([both.length, distance]).toEqual(best(first, second, toleranceMs));
      }),
      { numRuns: 300 },
    );
  });

  test('uses every mark once, within the tolerance', () => {
    fc.assert(
      fc.property(marks, marks, (first, second) => {
        const { both, otherItem, onlyFirst, onlySecond } = matchMarks(first, second, fiveSeconds);
        const linked = [...both, ...otherItem];
        expect(new Set([...linked.map((pair) => pair.first), ...onlyFirst])).toEqual(new Set(first));
        expect(new Set([...linked.map((pair) => pair.second), ...onlySecond])).toEqual(new Set(second));
        expect(linked.length + onlyFirst.length).toBe(first.length);
        expect(linked.length + onlySecond.length).toBe(second.length);
        for (const { laterMs } of linked) expect(Math.abs(laterMs)).toBeLessThanOrEqual(5000);
        for (const pair of both) expect(pair.first.item).toBe(pair.second.item);
        for (const pair of otherItem) expect(pair.first.item).not.toBe(pair.second.item);
      }),
    );
  });

  test('does not depend on who is first', () => {
    fc.assert(
      fc.property(marks, marks, (first, second) => {
        const one = matchMarks(first, second, fiveSeconds);
        const other = matchMarks(second, first, fiveSeconds);
        expect(other).toMatchObject({ f1: one.f1, agreement: one.agreement });
        expect(other.both).toHaveLength(one.both.length);
      }),
    );
  });
});

describe('kappa over events', () => {
  test('by hand: three items, with and without what only one marked', () => {
    const found = eventKappa(
      matchMarks(
        [moment(0, 1), moment(20_000, 1), moment(40_000, 2), moment(60_000, 2), moment(80_000, 1)],
        [moment(0, 1), moment(20_000, 2), moment(40_000, 2), moment(60_000, 2), moment(99_000, 2)],
        fiveSeconds,
      ),
    );
    expect(found).toMatchObject({
      pairs: 4,
      events: 6,
      items: [1, 2],
      confusion: [
        [1, 1, 1],
        [0, 2, 0],
        [0, 1, 0],
      ],
    });
    // Of the pairs 3/4 agree; by chance (2*1 + 2*3)/16.
    expect(found.withoutUnmatched.value).toBeCloseTo((3 / 4 - 1 / 2) / (1 - 1 / 2), 12);
    // Of all events 3/6 agree; by chance (3*1 + 2*4) * 4 / (5 * 5) / 6.
    const chance = (11 * 4) / 25 / 6;
    expect(found.withUnmatched.value).toBeCloseTo((1 / 2 - chance) / (1 - chance), 12);
  });

  test('agreement by chance is what proportional fitting of the margins comes to', () => {
    const observed = [
      [5, 1, 2],
      [2, 7, 1],
      [3, 4, 0],
    ];
    const fitted = [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 0],
    ];
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    const columnOf = (table: readonly number[][], at: number) => table.map((row) => row[at] ?? 0);
    for (let round = 0; round < 500; round += 1) {
      fitted.forEach((row, i) => {
        const factor = sum(observed[i] ?? []) / sum(row);
        row.forEach((x, j) => {
          row[j] = x * factor;
        });
      });
      for (const j of [0, 1, 2]) {
        const factor = sum(columnOf(observed, j)) / sum(columnOf(fitted, j));
        for (const row of fitted) row[j] = (row[j] ?? 0) * factor;
      }
    }
    const events = 25;
    const expected = ((fitted[0]?.[0] ?? 0) + (fitted[1]?.[1] ?? 0)) / events;
    const pair = (first: number, second: number) => ({
      first: moment(0, first),
      second: moment(0, second),
      laterMs: 0,
    });
    const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
    const { withUnmatched } = eventKappa({
      both: [...times(5, pair(1, 1)), ...times(7, pair(2, 2))],
      otherItem: [...times(1, pair(1, 2)), ...times(2, pair(2, 1))],
      onlyFirst: [...times(2, moment(0, 1)), ...times(1, moment(0, 2))],
      onlySecond: [...times(3, moment(0, 1)), ...times(4, moment(0, 2))],
      agreement: { value: 0 },
      f1: { value: 0 },
      f1AnyItem: { value: 0 },
    });
    expect(withUnmatched.value).toBeCloseTo((12 / events - expected) / (1 - expected), 10);
  });

  test('is 1 where both mark the same, 0 where nothing meets, and has a reason where nothing can differ', () => {
    const own = [moment(0, 1), moment(20_000, 2)];
    expect(eventKappa(matchMarks(own, own, fiveSeconds))).toMatchObject({
      withoutUnmatched: { value: 1 },
      withUnmatched: { value: 1 },
    });
    expect(eventKappa(matchMarks(own, [], fiveSeconds))).toMatchObject({
      withoutUnmatched: { reason: 'noPairs' },
      withUnmatched: { value: 0 },
    });
    expect(eventKappa(matchMarks([], [], fiveSeconds))).toMatchObject({
      events: 0,
      withUnmatched: { reason: 'noPairs' },
    });
    const one = [moment(0, 1)];
    expect(eventKappa(matchMarks(one, one, fiveSeconds))).toMatchObject({
      withoutUnmatched: { reason: 'noVariance' },
      withUnmatched: { reason: 'noVariance' },
    });
  });
});

describe('kappa over units of time', () => {
  const given = example(
    'time_unit_kappa_hand',
    z.object({
      observer1: z.string(),
      observer2: z.string(),
      expected: z.object({
        confusion_ABN: z.array(z.array(z.number())),
        po: z.number(),
        pe: z.number(),
        kappa: z.number(),
        po_with_tolerance_1s: z.number(),
      }),
    }),
  );
  const found = timeUnitKappa([...given.observer1], [...given.observer2], 1);

  test('by hand, 20 units and three codes', () => {
    expect(found).toMatchObject({
      units: 20,
      codes: ['A', 'B', 'N'],
      confusion: given.expected.confusion_ABN,
    });
    expectDigits(found.observed.value, given.expected.po, 12);
    expectDigits(found.expected.value, given.expected.pe, 12);
    expectDigits(found.kappa.value, given.expected.kappa, 12);
    expectDigits(found.withinTolerance.value, given.expected.po_with_tolerance_1s, 12);
  });

  test('without tolerance, the share within it is the share that agrees', () => {
    const exact = timeUnitKappa([...given.observer1], [...given.observer2]);
    expectDigits(exact.withinTolerance.value, given.expected.po, 12);
  });

  test('has a reason where there is no unit, or one code', () => {
    expect(timeUnitKappa([], [])).toMatchObject({
      units: 0,
      kappa: { reason: 'noPairs' },
      observed: { reason: 'noPairs' },
    });
    expect(timeUnitKappa(['A', 'A'], ['A', 'A'])).toMatchObject({
      kappa: { reason: 'noVariance' },
      observed: { value: 1 },
    });
  });

  test('units come of marks: a moment lies in one, a stretch in all it touches', () => {
    const units = timeUnits([moment(2000), stretch(3500, 5000)], { durationMs: 6500, unitMs: 1000 });
    expect(units.map((unit) => (unit === 'marked' ? 1 : 0))).toEqual([0, 0, 1, 1, 1, 0, 0]);
    expect(timeUnits([moment(100)], { durationMs: 0, unitMs: 1000 })).toEqual([]);
  });
});
