import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeSpan, timeTicks } from '../../renderer/charts/timeAxis.ts';

const day = 86_400_000;
const times = fc
  .array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 20 })
  .map((days) => days.toSorted((a, b) => a - b).map((one) => ({ time: Date.UTC(1999, 0, 1) + one * day })));
const most = fc.integer({ min: 1, max: 16 });

describe('the time axis', () => {
  test('has room on both sides of every session', () => {
    fc.assert(
      fc.property(times, (points) => {
        const [from, to] = timeSpan(points);
        expect(points.every(({ time }) => time > from && time < to)).toBe(true);
      }),
    );
  });

  test('puts a single session in the middle', () => {
    const [from, to] = timeSpan([{ time: 1_000_000_000_000 }]);
    expect((from + to) / 2).toBe(1_000_000_000_000);
  });

  test('has a tick, and never more than there is room for, in order and inside its span', () => {
    fc.assert(
      fc.property(times, most, (points, count) => {
        const [from, to] = timeSpan(points);
        const ticks = timeTicks([from, to], count).times;
        expect(ticks.length).toBeLessThanOrEqual(count);
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
        expect(ticks.every((time) => time >= from && time <= to)).toBe(true);
      }),
    );
  });

  test('stands at the beginnings of months, as far apart from each other in the calendar', () => {
    fc.assert(
      fc.property(times, most, (points, count) => {
        const ticks = timeTicks(timeSpan(points), count);
        fc.pre(ticks.unit !== 'day');
        const months = ticks.times.map((time) => {
          const date = new Date(time);
          expect(date.getUTCDate()).toBe(1);
          return date.getUTCFullYear() * 12 + date.getUTCMonth();
        });
        const steps = months.slice(1).map((month, index) => month - (months[index] ?? 0));
        expect(new Set(steps).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    [
      'months',
      '2026-02-10',
      '2026-09-20',
      ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
    ],
    [
      'quarters',
      '2025-02-10',
      '2026-09-20',
      ['2025-04', '2025-07', '2025-10', '2026-01', '2026-04', '2026-07'],
    ],
    [
      'years',
      '2019-05-01',
      '2026-09-20',
      ['2020-01', '2021-01', '2022-01', '2023-01', '2024-01', '2025-01', '2026-01'],
    ],
  ])('names %s', (_, from, to, months) => {
    const ticks = timeTicks([Date.parse(from), Date.parse(to)], 9);
    expect(ticks.times.map((time) => new Date(time).toISOString().slice(0, 7))).toEqual(months);
  });

  test.each([
    ['one session', '2026-11-12', '2026-11-12', ['2026-11-01', '2026-11-15']],
    [
      'six weeks',
      '2026-08-20',
      '2026-10-01',
      ['2026-08-15', '2026-09-01', '2026-09-15', '2026-10-01', '2026-10-15'],
    ],
    ['a turn of the year', '2026-12-20', '2027-01-05', ['2026-12-15', '2027-01-01', '2027-01-15']],
  ])('names the first and the fifteenth around %s', (_, first, last, days) => {
    const span = timeSpan([{ time: Date.parse(first) }, { time: Date.parse(last) }]);
    const { times: found, unit } = timeTicks(span, 9);
    expect(unit).toBe('day');
    expect(found.map((time) => new Date(time).toISOString().slice(0, 10))).toEqual(days);
  });

  test('names months where there is no room for days', () => {
    expect(timeTicks([Date.UTC(2026, 8, 1), Date.UTC(2026, 10, 10)], 3).unit).toBe('month');
  });

  test('has at least two ticks around a single session', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (days) => {
        const span = timeSpan([{ time: Date.UTC(1999, 0, 1) + days * day }]);
        expect(timeTicks(span, 9).times.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test('names years alone where it steps by years', () => {
    expect(timeTicks([Date.UTC(2000, 0, 1), Date.UTC(2026, 0, 1)], 9).unit).toBe('year');
    expect(timeTicks([Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1)], 9).unit).toBe('month');
  });
});
