import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockDoubt, forwards } from '../../db/clock.ts';

const noon = Date.parse('2026-11-21T12:00:00.000Z');
const at = (ms: number) => new Date(noon + ms);

describe('time for the record', () => {
  test('is the time of the machine as long as that goes forwards', () => {
    const times = [0, 5, 5, 1000];
    const now = forwards(() => at(times.shift() ?? 0), undefined);
    expect([now(), now(), now(), now()]).toEqual([at(0), at(5), at(5), at(1000)]);
  });

  test('never lies before the last change', () => {
    const now = forwards(() => at(-86_400_000), at(0).toISOString());
    expect(now()).toEqual(at(0));
  });

  test('never goes backwards, wherever the clock is set', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e11, max: 1e11 })), fc.integer(), (settings, last) => {
        const given = [...settings];
        const now = forwards(() => at(given.shift() ?? 0), at(last).toISOString());
        const times = settings.map(() => now().getTime());
        expect(times.every((time, index) => time >= (times[index - 1] ?? noon + last))).toBe(true);
      }),
    );
  });

  test('takes the time of the machine when the log has one that nobody can read', () => {
    expect(forwards(() => at(0), 'yesterday')()).toEqual(at(0));
  });
});

describe('the clock of the machine', () => {
  const hour = 3_600_000;
  test.each([
    [0, undefined],
    [-60_000, undefined],
    [-3 * 60_000, 'behind'],
    [-400 * 24 * hour, 'behind'],
    [hour, undefined],
    [360 * 24 * hour, undefined],
    [370 * 24 * hour, 'ahead'],
  ])('%d ms after the last change is doubted: %s', (passed, clock) => {
    const lastChange = at(0).toISOString();
    const doubt = clockDoubt(at(passed), lastChange);
    expect(doubt).toEqual(clock && { clock, now: at(passed).toISOString(), lastChange });
  });

  test('is not doubted in a new library', () => {
    expect(clockDoubt(at(0), undefined)).toBeUndefined();
  });
});
