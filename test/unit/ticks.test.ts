import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticks } from '../../renderer/marks/ticks.ts';

const minutes = (count: number) => count * 60_000;
/** Some part of up to eight hours, and the least distance of two times in it. */
const asked = fc
  .tuple(fc.nat(minutes(480)), fc.nat(minutes(480)), fc.integer({ min: 20, max: 200 }))
  .map(([a, b, parts]) => {
    const [fromMs, toMs] = [Math.min(a, b), Math.max(a, b)];
    return { fromMs, toMs, leastMs: Math.max(1, (toMs - fromMs) / parts) };
  });

test('an hour and a half with room for eight times has one every quarter of an hour', () => {
  expect(ticks(0, minutes(90), minutes(90) / 8).times).toEqual([0, 15, 30, 45, 60, 75, 90].map(minutes));
});

test('ten seconds have a time at every second', () => {
  const { stepMs, times } = ticks(60_000, 70_000, 700);
  expect(stepMs).toBe(1000);
  expect(times).toHaveLength(11);
});

test('a recording of no length has the tick at its start', () => {
  expect(ticks(0, 0, 1).times).toEqual([0]);
});

test('times lie in what is asked for, at whole steps', () => {
  fc.assert(
    fc.property(asked, ({ fromMs, toMs, leastMs }) => {
      const { stepMs, times } = ticks(fromMs, toMs, leastMs);
      expect(times.every((ms) => ms >= fromMs && ms <= toMs && ms % stepMs === 0)).toBe(true);
    }),
  );
});

test('two times are never closer than their words need', () => {
  fc.assert(
    fc.property(asked, ({ fromMs, toMs, leastMs }) => {
      const { times } = ticks(fromMs, toMs, leastMs);
      expect(times.every((ms, index) => index === 0 || ms - (times[index - 1] ?? 0) >= leastMs)).toBe(true);
    }),
  );
});

test('no step is left out, and small ticks are where times are not', () => {
  fc.assert(
    fc.property(asked, ({ fromMs, toMs, leastMs }) => {
      const { stepMs, times, between } = ticks(fromMs, toMs, leastMs);
      expect(times.length).toBe(Math.max(0, Math.floor(toMs / stepMs) - Math.ceil(fromMs / stepMs) + 1));
      expect(between.filter((ms) => times.includes(ms))).toEqual([]);
    }),
  );
});
