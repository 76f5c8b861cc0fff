import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../main/media/ranges.ts';

describe('a byte range, as RFC 9110 §14 has it', () => {
  test.each([
    ['bytes=0-499', { start: 0, end: 499 }],
    ['bytes=500-999', { start: 500, end: 999 }],
    ['bytes=9500-', { start: 9500, end: 9999 }],
    ['bytes=0-', { start: 0, end: 9999 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=-1', { start: 9999, end: 9999 }],
    ['bytes=-500', { start: 9500, end: 9999 }],
    ['bytes=-20000', { start: 0, end: 9999 }],
    ['bytes=9999-20000', { start: 9999, end: 9999 }],
    [' bytes=1-2 ', { start: 1, end: 2 }],
  ])('%j of 10,000 bytes is %o', (header, range) => {
    expect(rangeOf(header, 10_000)).toEqual(range);
  });

  test.each(['bytes=10000-', 'bytes=10000-10001', 'bytes=-0', 'bytes=99999999999999999999-'])(
    '%j lies outside a file of 10,000 bytes',
    (header) => {
      expect(rangeOf(header, 10_000)).toBe('unsatisfiable');
    },
  );

  test.each([
    null,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=a-b',
    'items=0-5',
    'bytes=0-1,5-6',
    'bytes=1.5-2',
  ])('%j asks for nothing that has to be answered in part', (header) => {
    expect(rangeOf(header, 10_000)).toBe('whole');
  });

  test.each(['bytes=5-2', 'bytes=20000-10000'])('%j ends before it starts and is ignored', (header) => {
    expect(rangeOf(header, 10_000)).toBe('whole');
  });

  const size = fc.integer({ min: 1, max: 2 ** 45 });
  const offset = fc.option(fc.nat({ max: 2 ** 46 }), { nil: '' as const });

  test('always lies in the file and is never empty', () => {
    fc.assert(
      fc.property(offset, offset, size, (first, last, bytes) => {
        const range = rangeOf(`bytes=${first}-${last}`, bytes);
        if (typeof range === 'string') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(bytes);
      }),
    );
  });

  test('is exactly what was asked for where the file has it', () => {
    fc.assert(
      fc.property(
        size.chain((bytes) =>
          fc.tuple(fc.constant(bytes), fc.nat({ max: bytes - 1 }), fc.nat({ max: bytes - 1 })),
        ),
        ([bytes, a, b]) => {
          const [start, end] = [Math.min(a, b), Math.max(a, b)];
          expect(rangeOf(`bytes=${start}-${end}`, bytes)).toEqual({ start, end });
        },
      ),
    );
  });
});
