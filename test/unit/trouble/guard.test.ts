import { describe, expect, test } from 'vitest';
import { guardOf } from '../../../main/trouble/guard.ts';
import type { InUse } from '../../../preload/api.ts';
import { testFolder } from '../../fixtures/folder.ts';

/** A library whose troubles are made by hand. */
function guarded() {
  const it = {
    there: true,
    written: 0,
    taken: undefined as InUse | undefined,
    looks: 0,
    told: [] as unknown[],
    kept: [] as number[],
  };
  const guard = guardOf({
    store: {
      inPlace: () => {
        it.looks += 1;
        return it.there;
      },
      written: () => it.written,
      settle: () => void it.told.push('settled'),
      lastNumber: () => it.written,
    },
    hold: { takenBy: () => it.taken, keep: (last) => void it.kept.push(last) },
    folder: testFolder(),
    onAway: (away) => void it.told.push(away ? 'away' : 'back'),
    onTaken: ({ machine }) => void it.told.push(machine),
    onDamage: () => undefined,
  });
  return { it, guard };
}
const hjemme: InUse = { machine: 'hjemme', since: '2026-11-21T09:00:00.000Z', here: false, silent: false };

describe('an answer', () => {
  test('is given while everything is in its place', () => {
    const { it, guard } = guarded();
    it.written = 3;
    expect([guard.before(), guard.after(), it.told]).toEqual([undefined, undefined, []]);
    // For whoever opens the library after a crash.
    expect(it.kept).toEqual([3]);
  });

  test('is held back when the folder went between question and answer', () => {
    const { it, guard } = guarded();
    guard.before();
    it.written = 1;
    it.there = false;
    expect(guard.after()).toBe('folderGone');
    expect(it.kept).toEqual([]);
  });

  test('to which nothing was written needs no second look', () => {
    const { it, guard } = guarded();
    guard.before();
    const looks = it.looks;
    guard.after();
    expect(it.looks).toBe(looks);
  });

  test('is given again when the folder is back, and both are told once', () => {
    const { it, guard } = guarded();
    it.there = false;
    expect([guard.before(), guard.before()]).toEqual(['folderGone', 'folderGone']);
    it.there = true;
    expect([guard.before(), guard.before()]).toEqual([undefined, undefined]);
    expect(it.told).toEqual(['settled', 'away', 'back']);
  });

  test('is never given again when another has taken the library over', () => {
    const { it, guard } = guarded();
    it.taken = hjemme;
    expect(guard.before()).toBe('takenOver');
    it.taken = undefined;
    it.written = 9;
    expect([guard.before(), guard.after()]).toEqual(['takenOver', 'takenOver']);
    expect(it.told).toEqual(['hjemme']);
  });

  test('is held back when the library was taken over between question and answer', () => {
    const { it, guard } = guarded();
    guard.before();
    it.written = 1;
    it.taken = hjemme;
    expect(guard.after()).toBe('takenOver');
  });
});

test('a disk that takes nothing any more does not stop the guard', () => {
  const guard = guardOf({
    store: {
      inPlace: () => false,
      written: () => 0,
      lastNumber: () => 0,
      settle: () => {
        throw Object.assign(new Error('gone'), { code: 'SQLITE_IOERR_WRITE' });
      },
    },
    hold: { takenBy: () => undefined, keep: () => undefined },
    folder: testFolder(),
    onAway: () => undefined,
    onTaken: () => undefined,
    onDamage: () => undefined,
  });
  expect(guard.before()).toBe('folderGone');
});
