import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf } from '../../main/media/link.ts';

const changed = new Date(2026, 2, 5, 23, 30);

describe('the day of a session', () => {
  test.each([
    ['2026-11-12 torsdag.mp4', '2026-11-12'],
    ['20261112_101500.mp4', '2026-11-12'],
    ['VID_20261112_101500.mp4', '2026-11-12'],
    ['2026_11_12.mov', '2026-11-12'],
    ['gruppe 12.11.2026.mp4', '2026-11-12'],
    ['gruppe 1.2.2026.mp4', '2026-02-01'],
    ['2024-02-29.mp4', '2024-02-29'],
  ])('is read from the name %s', (name, day) => {
    expect(dateOf(name, changed)).toBe(day);
  });

  test.each([
    'session.mp4',
    'GX010012.MP4',
    'torsdag 34.mp4',
    '2026-13-01.mp4',
    '2026-02-30.mp4',
    '30.02.2026.mp4',
    '2025-02-29.mp4',
    '120261112.mp4',
    '202611123.mp4',
    '1999-11-12.mp4',
  ])('is the day the file was changed, for %s', (name) => {
    expect(dateOf(name, changed)).toBe('2026-03-05');
  });

  test('is a day of the calendar for any name whatever', () => {
    const name = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.integer({ min: 2000, max: 2099 }), fc.nat({ max: 19 }), fc.nat({ max: 39 }))
        .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')),
    );
    fc.assert(
      fc.property(name, (text) => {
        const day = dateOf(text, changed);
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});
