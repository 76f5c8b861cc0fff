import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticks } from '../../renderer/marks/ticks.ts';

const minutes = (count: number) => count * 60_000;
/** Up to eight hours. */
const durationMs = fc.integer({ min: 1, max: minutes(480) });
const most = fc.integer({ min: 5, max: 12 });

test('an hour and a half has a tick every quarter of an hour', () => {
  expect(ticks(minutes(90), 8)).toEqual([0, 15, 30, 45, 60, 75, 90].map(minutes));
});

test('a recording of no length has the tick at its start', () => {
  expect(ticks(0, 8)).toEqual([0]);
});

test('ticks start at nought, are even, and lie in the recording', () => {
  fc.assert(
    fc.property(durationMs, most, (duration, count) => {
      const all = ticks(duration, count);
      expect(all[0]).toBe(0);
      expect(all.every((ms, index) => ms === index * (all[1] ?? 0))).toBe(true);
      expect(all.at(-1)).toBeLessThanOrEqual(duration);
    }),
  );
});

test('there are never more ticks than there is room for', () => {
  fc.assert(
    fc.property(durationMs, most, (duration, count) => {
      expect(ticks(duration, count).length).toBeLessThanOrEqual(count);
    }),
    { examples: [[40_000, 8]] },
  );
});
