import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attempts, keyFileId, waitAfter } from '../../main/vault/attempts.ts';
import { testFolder } from '../fixtures/folder.ts';

const id = keyFileId(new TextEncoder().encode('a key file'));
const other = keyFileId(new TextEncoder().encode('another key file'));

/** A clock that a test turns. */
function clock() {
  let atMs = 0;
  return {
    now: () => atMs,
    pass(ms: number) {
      atMs += ms;
    },
  };
}

/** Tries, each as soon as it is taken, all wrong. */
function fail(tries: ReturnType<typeof attempts>, time: ReturnType<typeof clock>, times: number): void {
  for (let n = 0; n < times; n += 1) {
    time.pass(tries.waitMs(id));
    expect(tries.begin(id)).toBe(0);
    tries.wrong(id);
  }
}

describe('after wrong tries', () => {
  test('the wait is nothing, nothing, nothing, 5 s, and twice as long each time, up to 5 minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 5000].map(waitAfter)).toEqual([
      0, 0, 0, 5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000,
    ]);
  });

  test('the next one is refused until the wait is over, and costs nothing', () => {
    const time = clock();
    const tries = attempts(join(testFolder(), 'attempts.json'), time.now);
    fail(tries, time, 4);
    expect(tries.begin(id)).toBe(5000);
    time.pass(4999);
    expect(tries.begin(id)).toBe(1);
    time.pass(1);
    expect(tries.begin(id)).toBe(0);
    expect(tries.wrong(id)).toBe(10_000);
  });

  test('a right one forgets them', () => {
    const time = clock();
    const tries = attempts(join(testFolder(), 'attempts.json'), time.now);
    fail(tries, time, 5);
    time.pass(10_000);
    expect(tries.begin(id)).toBe(0);
    tries.right(id);
    expect(tries.waitMs(id)).toBe(0);
    fail(tries, time, 3);
    expect(tries.waitMs(id)).toBe(0);
  });

  test('another key file is tried at once', () => {
    const time = clock();
    const tries = attempts(join(testFolder(), 'attempts.json'), time.now);
    fail(tries, time, 6);
    expect(tries.waitMs(other)).toBe(0);
    expect(tries.begin(other)).toBe(0);
  });
});

describe('no way around the wait', () => {
  test('a restart waits anew, and whole', () => {
    const file = join(testFolder(), 'attempts.json');
    const time = clock();
    fail(attempts(file, time.now), time, 6);
    time.pass(19_000);
    expect(attempts(file, clock().now).waitMs(id)).toBe(20_000);
  });

  test('a try that is cut off in the middle counts as wrong', () => {
    const file = join(testFolder(), 'attempts.json');
    const time = clock();
    const tries = attempts(file, time.now);
    fail(tries, time, 3);
    expect(tries.begin(id)).toBe(0);
    expect(attempts(file, clock().now).waitMs(id)).toBe(5000);
  });

  test('tries at the same time are tries one after the other', () => {
    const tries = attempts(join(testFolder(), 'attempts.json'), clock().now);
    expect(Array.from({ length: 20 }, () => tries.begin(id)).filter((early) => early === 0)).toHaveLength(4);
  });

  test('the clock of the wall is not asked', () => {
    const source = readFileSync(new URL('../../main/vault/attempts.ts', import.meta.url), 'utf8');
    expect(source).not.toMatch(/Date\b/);
  });

  test('nobody who tries whenever allowed gets more than 13 tries in the first 30 minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 200 }), (pauses) => {
        const time = clock();
        const tries = attempts(join(testFolder(), 'attempts.json'), time.now);
        let taken = 0;
        for (const pause of pauses) {
          time.pass(pause);
          if (time.now() <= 1_800_000 && tries.begin(id) === 0) taken += 1;
        }
        return taken <= 14;
      }),
      { numRuns: 30 },
    );
  });
});

describe('the file of the tries', () => {
  test.each(['', '{', '[]', '{"x":3}', `{"${id}":"many"}`, `{"${id}":-4}`])(
    'that holds %j counts nothing',
    (text) => {
      const file = join(testFolder(), 'attempts.json');
      writeFileSync(file, text);
      expect(attempts(file, clock().now).waitMs(id)).toBe(0);
    },
  );

  test('that cannot be written does not lock anybody out, and the count holds while the program runs', () => {
    const time = clock();
    const tries = attempts(join(testFolder(), 'gone', 'attempts.json'), time.now);
    fail(tries, time, 4);
    expect(tries.begin(id)).toBe(5000);
  });

  test('names no library and no passphrase', () => {
    const file = join(testFolder(), 'attempts.json');
    const tries = attempts(file, clock().now);
    tries.begin(id);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ [id]: 1 });
  });
});
