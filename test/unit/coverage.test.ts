import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage, union } from '../../db/coverage.ts';
import type { Stretch } from '../../db/model.ts';
import { longestUnwatched } from '../../renderer/finish/unwatched.ts';

const durationMs = 10_000;
const stretch: fc.Arbitrary<Stretch> = fc
  .record({
    fromMs: fc.integer({ min: 0, max: 11_000 }),
    length: fc.integer({ min: 1, max: 5000 }),
    rate: fc.constantFrom(0.5, 1, 1.5, 1.75, 3),
  })
  .map(({ fromMs, length, rate }) => ({ fromMs, toMs: fromMs + length, rate }));
const stretches = fc.array(stretch, { maxLength: 12 });
const played = (fromMs: number, toMs: number, rate = 1): Stretch => ({ fromMs, toMs, rate });

describe('the coverage of a recording', () => {
  test('is nothing before anything was played', () => {
    expect(coverage([], durationMs)).toEqual({
      stretches: [],
      watchedMs: 0,
      share: 0,
      meanRate: undefined,
      fastShare: 0,
    });
  });

  test('counts a moment once, however often it was played', () => {
    const { stretches, share } = coverage([played(0, 4000), played(2000, 5000), played(0, 1000)], durationMs);
    expect(stretches).toEqual([{ fromMs: 0, toMs: 5000 }]);
    expect(share).toBe(0.5);
  });

  test('has no share while the length is unknown', () => {
    expect(coverage([played(0, 4000)], null)).toMatchObject({ watchedMs: 4000, share: undefined });
  });

  test('has the mean speed by time in front of the screen', () => {
    // 3 s of it at 1x take 3 s, 6 s at 3x take 2 s: 9 s in 5 s.
    expect(coverage([played(0, 3000), played(3000, 9000, 3)], durationMs).meanRate).toBeCloseTo(9 / 5);
  });

  test('calls fast what was never played slowly', () => {
    const { fastShare } = coverage([played(0, 8000, 2), played(0, 2000, 1.5)], durationMs);
    expect(fastShare).toBeCloseTo(6000 / 8000);
  });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(stretches, fc.func(fc.integer()), (all, key) => {
        const other = coverage(
          all.toSorted((a, b) => key(a) - key(b)),
          durationMs,
        );
        const one = coverage(all, durationMs);
        expect(other.stretches).toEqual(one.stretches);
        expect(other.fastShare).toBe(one.fastShare);
        expect(other.meanRate ?? 0).toBeCloseTo(one.meanRate ?? 0);
      }),
    );
  });

  test('is never more than the whole, and all its shares lie between 0 and 1', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const { share, fastShare, watchedMs } = coverage(all, durationMs);
        expect(share).toBe(watchedMs / durationMs);
        for (const part of [share ?? -1, fastShare]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('never shrinks when more is played', () => {
    fc.assert(
      fc.property(stretches, stretch, (all, more) => {
        const before = coverage(all, durationMs).watchedMs;
        expect(coverage([...all, more], durationMs).watchedMs).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('covers exactly the moments that were played', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: 0, max: durationMs - 1 }), (all, at) => {
        const holds = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => fromMs <= at && at < toMs;
        expect(coverage(all, durationMs).stretches.some(holds)).toBe(all.some(holds));
      }),
    );
  });
});

describe('the union of spans', () => {
  test('is in order, apart, and the same when taken again', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const once = union(all);
        expect(union(once)).toEqual(once);
        once.slice(1).forEach((span, index) => {
          expect(span.fromMs).toBeGreaterThan(once[index]?.toMs ?? -1);
        });
      }),
    );
  });
});

describe('the longest stretch that was not watched', () => {
  test('is the whole recording at first', () => {
    expect(longestUnwatched([], durationMs)).toEqual({ fromMs: 0, toMs: durationMs });
  });

  test('is found at the start, between and at the end', () => {
    expect(longestUnwatched([{ fromMs: 5000, toMs: 9000 }], durationMs)).toEqual({ fromMs: 0, toMs: 5000 });
    expect(
      longestUnwatched(
        [
          { fromMs: 0, toMs: 1000 },
          { fromMs: 8000, toMs: 9000 },
        ],
        durationMs,
      ),
    ).toEqual({ fromMs: 1000, toMs: 8000 });
    expect(longestUnwatched([{ fromMs: 0, toMs: 3000 }], durationMs)).toEqual({ fromMs: 3000, toMs: 10_000 });
  });

  test('is nowhere when everything was', () => {
    expect(longestUnwatched([{ fromMs: 0, toMs: durationMs }], durationMs)).toBeUndefined();
  });
});
