/** The backup to another place, as the program starts and ends it: with its thread. */
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { backUpElsewhere } from '../../main/backups/elsewhere.ts';
import { makingElsewhere } from '../../main/backups/makingElsewhere.ts';
import { recordingsFolder } from '../../main/vault/places.ts';
import { filledLibrary, key } from '../fixtures/backups.ts';
import { testFolder } from '../fixtures/folder.ts';

/** A library with recordings of so many megabytes, and a place for its backup. */
function between(megabytes = 0) {
  const { folder } = filledLibrary(1);
  mkdirSync(recordingsFolder(folder));
  for (let one = 0; one < megabytes; one += 1)
    writeFileSync(join(recordingsFolder(folder), `${one}.age`), Buffer.alloc(1_000_000, one));
  const place = testFolder();
  const shares: number[] = [];
  let library: { folder: string; keys: typeof demoKeys } | undefined = { folder, keys: { ...demoKeys } };
  let onShare: (share: number) => void = () => undefined;
  let answer: () => Promise<string | undefined> = async () => place;
  const making = makingElsewhere({
    known: () => library,
    askForPlace: () => answer(),
    title: () => 'Backup',
    onShare(share) {
      shares.push(share);
      onShare(share);
    },
  });
  return {
    making,
    place,
    shares,
    lock: () => {
      library = undefined;
    },
    onShare: (listener: typeof onShare) => {
      onShare = listener;
    },
    askFor: (asked: typeof answer) => {
      answer = asked;
    },
  };
}

describe('a backup to another place', () => {
  test('is unfinished until it is there', async () => {
    const { making, place } = between(1);
    expect(making.unfinished()).toBeUndefined();
    const made = making.make(true);
    await expect.poll(making.unfinished).toBe('backupUnfinished');
    expect(await made).toMatchObject({ outcome: 'made' });
    expect(making.unfinished()).toBeUndefined();
    expect(readdirSync(place)).toHaveLength(1);
  });

  test('is made one at a time, and says so', async () => {
    const { making } = between(1);
    const made = making.make(true);
    expect(await making.make(true)).toEqual({ outcome: 'underWay' });
    expect(await made).toMatchObject({ outcome: 'made' });
    expect(await making.make(false)).toMatchObject({ outcome: 'made' });
  });

  test('ends when its library is closed, and leaves nothing there', async () => {
    const { making, place, onShare } = between(60);
    onShare(() => making.stop());
    expect(await making.make(true)).toEqual({ outcome: 'cancelled' });
    expect(readdirSync(place)).toEqual([]);
  });

  test('has left nothing there when the program ends', async () => {
    const { making, place, shares, onShare } = between(60);
    let left: string[] | undefined;
    onShare(() => {
      if (left !== undefined) return;
      making.leave();
      left = readdirSync(place);
    });
    expect(await making.make(true)).toEqual({ outcome: 'cancelled' });
    expect(left).toEqual([]);
    expect(shares.length).toBeGreaterThan(0);
  });

  test('is not begun when the library was closed under the question where to', async () => {
    const { making, place, lock, askFor } = between();
    askFor(async () => {
      lock();
      return place;
    });
    expect(await making.make(true)).toEqual({ outcome: 'cancelled' });
    expect(readdirSync(place)).toEqual([]);
  });

  test('takes away what was left half-made there a day ago, and nothing of others', () => {
    const { folder } = filledLibrary(1);
    const place = testFolder();
    const now = new Date();
    const old = new Date(now.getTime() - 2 * 86_400_000);
    const aged = ['Backup 2026-01-01.part', 'Backup 2026-01-02 (2).part', 'Backup 2026-01-03', 'Mine.part'];
    for (const name of [...aged, 'Backup 2026-01-04.part']) mkdirSync(join(place, name));
    for (const name of aged) utimesSync(join(place, name), old, old);
    const made = backUpElsewhere({ folder, key, place, title: 'Backup', recordings: false, now });
    expect(made.outcome).toBe('made');
    const day = now.toISOString().slice(0, 10);
    expect(readdirSync(place).toSorted()).toEqual(
      ['Backup 2026-01-03', 'Backup 2026-01-04.part', `Backup ${day}`, 'Mine.part'].toSorted(),
    );
  });
});
