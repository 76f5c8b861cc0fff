import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../db/copy.ts';
import { realDisk } from '../../main/backups/disk.ts';
import { backUpElsewhere } from '../../main/backups/elsewhere.ts';
import { replaceKeys } from '../../main/backups/keys.ts';
import { listBackups } from '../../main/backups/list.ts';
import { backupsIn, makeBackup } from '../../main/backups/make.ts';
import { removeOldBackups } from '../../main/backups/removeOld.ts';
import { inRecordWorker } from '../../main/inRecordWorker.ts';
import { backupsFolder, keysFile, recordingsFolder } from '../../main/vault/places.ts';
import {
  addMarks,
  backUp,
  backupFile,
  failingDisk,
  filledLibrary,
  key,
  keysWith,
  nextMoment,
} from '../fixtures/backups.ts';
import { testFolder } from '../fixtures/folder.ts';
import { harm, harmLast } from '../fixtures/harm.ts';
import { everyRow } from '../fixtures/store.ts';

const plainHeader = 'SQLite format 3';

describe('a backup', () => {
  test('holds every row, under the key of the library', () => {
    const { folder, file } = filledLibrary();
    const name = backUp(folder);
    const copy = backupFile(folder, name);
    expect(everyRow(copy)).toEqual(everyRow(file));
    const bytes = readFileSync(copy);
    expect(bytes.includes(plainHeader)).toBe(false);
    expect(bytes.includes('What was said')).toBe(false);
    expect(() => checkRecord(copy, new Uint8Array(32).fill(8))).not.toThrow();
    expect(checkRecord(copy, new Uint8Array(32).fill(8))).toEqual({ reason: 'notADatabase' });
  });

  test('is not made, nor its folder, where a library was and is no more', () => {
    const { folder, store } = filledLibrary(1);
    store.close();
    renameSync(folder, `${folder} elsewhere`);
    const make = () => makeBackup({ folder, key, kind: 'automatic', now: nextMoment() });
    expect(make()).toEqual({ outcome: 'unwritable' });
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    expect(make()).toEqual({ outcome: 'unwritable' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is made although an older one cannot be removed', () => {
    const { folder } = filledLibrary(1);
    realDisk.makeFolder(backupsFolder(folder));
    // A folder with such a name is not removed as a file is.
    mkdirSync(backupFile(folder, '2020-01-01T10-00-00.000Z-automatic.db'));
    expect(makeBackup({ folder, key, kind: 'automatic', now: nextMoment() }).outcome).toBe('made');
  });

  test('that somebody is about to go back to stays, whatever its age', () => {
    const { folder } = filledLibrary(1);
    const [chosen = ''] = [0, 1, 2].map(() => backUp(folder, 'automatic'));
    const make = (some: { chosen?: string }) =>
      makeBackup({ folder, key, kind: 'automatic', now: nextMoment(), ...some });
    make({ chosen });
    expect(existsSync(backupFile(folder, chosen))).toBe(true);
    make({});
    expect(existsSync(backupFile(folder, chosen))).toBe(false);
  });

  test('made while marks are written holds those that were there at one moment', async () => {
    const { folder, store, rating } = filledLibrary(5000);
    const made = inRecordWorker({ do: 'make', folder, key, kind: 'automatic', now: nextMoment() });
    let done = false;
    void made.finally(() => {
      done = true;
    });
    let written = 0;
    // Each of these is committed and acknowledged while the copy is on its way.
    while (!done) {
      addMarks(store, rating.id, 1, 10_000_000 + written);
      written += 1;
      await new Promise(setImmediate);
    }
    const found = await made;
    expect(found.outcome).toBe('made');
    const [backup] = backupsIn(folder);
    const rows = everyRow(backupFile(folder, backup?.name ?? ''));
    // Whole: each mark has its row in the log.
    expect(rows.change?.length).toBe((rows.mark?.length ?? 0) + 6);
    expect(rows.mark?.length).toBeGreaterThanOrEqual(5000);
    expect(written).toBeGreaterThan(0);
  });

  test('is made by itself only when there is something new', () => {
    const { folder, store, rating } = filledLibrary(3);
    const make = () =>
      makeBackup({ folder, key, kind: 'automatic', now: nextMoment(), onlyNew: true }).outcome;
    expect(make()).toBe('made');
    expect(make()).toBe('nothingNew');
    addMarks(store, rating.id, 1, 500_000);
    expect(make()).toBe('made');
    store.finishing.keepPlayed(rating.id, 1000, [{ fromMs: 0, toMs: 1000, rate: 1 }]);
    expect(make()).toBe('made');
    expect(make()).toBe('nothingNew');
  });

  test("takes no other one's place when the clock stands still", () => {
    const { folder } = filledLibrary(1);
    const moment = new Date('2026-11-21T10:00:00Z');
    const made = [1, 2, 3].map(() => backUp(folder, 'asked', moment));
    expect(new Set(made).size).toBe(3);
    expect(backupsIn(folder).map(({ name }) => name)).toEqual([...made].reverse());
  });

  test('of a damaged record is not made, and leaves those that are there', () => {
    const { folder, store, file } = filledLibrary();
    const good = backUp(folder);
    store.close();
    harmLast(file);
    expect(makeBackup({ folder, key, kind: 'asked', now: nextMoment() })).toEqual({
      outcome: 'notRead',
      reason: 'damaged',
    });
    expect(backupsIn(folder).map(({ name }) => name)).toEqual([good]);
    expect(readdirSync(backupsFolder(folder)).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('is not begun where there is no room for it', () => {
    const { folder } = filledLibrary();
    const disk = { ...realDisk, room: () => 16_000_000 };
    expect(makeBackup({ folder, key, kind: 'automatic', now: nextMoment() }, disk)).toEqual({
      outcome: 'noRoom',
    });
    expect(backupsIn(folder)).toEqual([]);
  });

  test('is not begun where the library is gone, and puts no folder in its place', () => {
    const { folder, store } = filledLibrary(1);
    store.close();
    renameSync(folder, `${folder}-away`);
    expect(makeBackup({ folder, key, kind: 'automatic', now: nextMoment() })).toEqual({
      outcome: 'unwritable',
    });
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-away`, folder);
  });

  test('that a power cut ends at any step leaves the others as they are, and none half-made', () => {
    const { folder, file } = filledLibrary();
    const first = backUp(folder);
    const before = everyRow(file);
    let cuts = 0;
    for (let nth = 1; ; nth += 1) {
      const { disk } = failingDisk(nth);
      let outcome: string;
      try {
        ({ outcome } = makeBackup({ folder, key, kind: 'asked', now: nextMoment() }, disk));
      } catch (error) {
        // The cut came while tidying up.
        expect(error).toMatchObject({ syscall: 'test' });
        outcome = 'cut';
      }
      for (const { name } of backupsIn(folder)) {
        expect(checkRecord(backupFile(folder, name), key), `step ${nth}`).toHaveProperty('counts');
      }
      expect(existsSync(backupFile(folder, first))).toBe(true);
      expect(everyRow(file)).toEqual(before);
      if (outcome === 'made') break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThanOrEqual(5);
  });
});

describe('the keys beside the backups', () => {
  const beside = (folder: string, name = 'keys.age') =>
    readFileSync(join(backupsFolder(folder), name), 'utf8');

  test('are there from the first backup on', () => {
    const { folder } = filledLibrary(1);
    backUp(folder);
    expect(beside(folder)).toContain('the keys');
    expect(beside(folder, 'recovery.age')).toContain('the keys again');
  });

  test('follow a new passphrase', () => {
    const { folder } = filledLibrary(1);
    replaceKeys(folder);
    expect(existsSync(backupsFolder(folder))).toBe(false);
    backUp(folder);
    writeFileSync(keysFile(folder), keysWith('under a new passphrase'));
    replaceKeys(folder);
    expect(beside(folder)).toContain('under a new passphrase');
  });

  test('of the earlier passphrase go when there is no room for the new ones, which come later', () => {
    const { folder } = filledLibrary(1);
    backUp(folder);
    writeFileSync(keysFile(folder), keysWith('under a new passphrase'));
    const copy = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'copyfile' });
    };
    replaceKeys(folder, { ...realDisk, copy });
    expect(existsSync(join(backupsFolder(folder), 'keys.age'))).toBe(false);
    backUp(folder);
    expect(beside(folder)).toContain('under a new passphrase');
  });

  test.each(['', 'age-encryption.org/v1\n-> scrypt', keysWith('others').replaceAll('A', 'B')])(
    'outlive key files of the library that were harmed: %j',
    (harmed) => {
      const { folder } = filledLibrary(1);
      backUp(folder);
      writeFileSync(keysFile(folder), harmed);
      backUp(folder);
      expect(beside(folder)).toContain('the keys');
    },
  );

  test('that were cut short themselves are made whole', () => {
    const { folder } = filledLibrary(1);
    backUp(folder);
    writeFileSync(join(backupsFolder(folder), 'keys.age'), '');
    backUp(folder);
    expect(beside(folder)).toContain('the keys');
  });
});

describe('the list of backups', () => {
  test('tells what is in each, newest first', () => {
    const { folder, store, rating } = filledLibrary(3);
    backUp(folder);
    addMarks(store, rating.id, 2, 500_000);
    backUp(folder, 'automatic');
    expect(listBackups(folder, key).map(({ kind, counts }) => [kind, counts])).toEqual([
      ['automatic', { sessions: 1, ratings: 1, marks: 5 }],
      ['asked', { sessions: 1, ratings: 1, marks: 3 }],
    ]);
  });

  test('tells of one changed bit anywhere', () => {
    const { folder } = filledLibrary(40);
    const name = backUp(folder);
    const file = backupFile(folder, name);
    const whole = readFileSync(file);
    for (let page = 1; page <= whole.length / 4096; page += 1) {
      writeFileSync(file, whole);
      harm(file, page);
      expect(listBackups(folder, key)[0]?.counts, `page ${page}`).toBeUndefined();
    }
  });

  test('is empty without a folder, and passes over what is no backup', () => {
    const { folder } = filledLibrary(1);
    expect(listBackups(folder, key)).toEqual([]);
    backUp(folder);
    writeFileSync(join(backupsFolder(folder), 'notes.txt'), 'mine');
    expect(listBackups(folder, key)).toHaveLength(1);
  });
});

describe('a name among the backups that leads nowhere', () => {
  const broken = (folder: string) =>
    symlinkSync(join(folder, 'gone'), backupFile(folder, '2026-11-20T10-00-00.000Z-automatic.db'));

  test('hides none of the others, and stands in no way of a new one', () => {
    const { folder } = filledLibrary(1);
    backUp(folder);
    broken(folder);
    expect(listBackups(folder, key)).toMatchObject([{ kind: 'asked', counts: { marks: 1 } }]);
    expect(makeBackup({ folder, key, kind: 'asked', now: nextMoment() }).outcome).toBe('made');
    expect(listBackups(folder, key)).toHaveLength(2);
  });
});

describe('removing old backups', () => {
  test('leaves one that was made just now', () => {
    const { folder, store, rating } = filledLibrary(3);
    backUp(folder);
    backUp(folder, 'beforeRestore');
    writeFileSync(backupFile(folder, '2026-11-01T10-00-00.000Z-damaged.db-wal'), 'x');
    addMarks(store, rating.id, 1, 500_000);
    expect(removeOldBackups({ folder, key, now: nextMoment() }).outcome).toBe('made');
    expect(listBackups(folder, key).map(({ counts }) => counts?.marks)).toEqual([4]);
    expect(readdirSync(backupsFolder(folder)).toSorted().slice(1)).toEqual(['keys.age', 'recovery.age']);
  });

  test('removes nothing when a new one cannot be made', () => {
    const { folder } = filledLibrary(3);
    backUp(folder);
    backUp(folder);
    const disk = { ...realDisk, room: () => 0 };
    expect(removeOldBackups({ folder, key, now: nextMoment() }, disk).outcome).toBe('noRoom');
    expect(backupsIn(folder)).toHaveLength(2);
  });
});

describe('a library in another place', () => {
  const to = (folder: string, place: string, recordings = true) =>
    backUpElsewhere({ folder, key, place, title: 'MBT-G Rater backup', recordings, now: nextMoment() });

  test('has the record, the keys and the kept recordings', () => {
    const { folder, file } = filledLibrary();
    realDisk.makeFolder(recordingsFolder(folder));
    writeFileSync(join(recordingsFolder(folder), 'one.age'), Buffer.alloc(5_000_000, 1));
    writeFileSync(join(recordingsFolder(folder), 'two.age.part'), 'half of it');
    const made = to(folder, testFolder());
    if (made.outcome !== 'made') throw new Error(made.outcome);
    expect(made.folder).toMatch(/MBT-G Rater backup 2026-11-21$/);
    expect(readdirSync(made.folder).toSorted()).toEqual([
      'keys.age',
      'record.db',
      'recordings',
      'recovery.age',
    ]);
    expect(readdirSync(recordingsFolder(made.folder))).toEqual(['one.age']);
    expect(everyRow(join(made.folder, 'record.db'))).toEqual(everyRow(file));
  });

  test('never goes into the library itself, and never over another one', () => {
    const { folder } = filledLibrary(1);
    const place = testFolder();
    expect(to(folder, folder).outcome).toBe('insideLibrary');
    expect(to(folder, join(folder, 'backups')).outcome).toBe('insideLibrary');
    const [one, two] = [to(folder, place), to(folder, place)];
    expect([one.outcome, two.outcome]).toEqual(['made', 'made']);
    expect(readdirSync(place)).toHaveLength(2);
  });

  test('that is cancelled leaves nothing there', () => {
    const { folder } = filledLibrary(1);
    realDisk.makeFolder(recordingsFolder(folder));
    writeFileSync(join(recordingsFolder(folder), 'one.age'), Buffer.alloc(9_000_000, 1));
    const place = testFolder();
    const shares: number[] = [];
    const found = backUpElsewhere(
      { folder, key, place, title: 'Backup', recordings: true, now: nextMoment() },
      (share) => {
        shares.push(share);
        return shares.length < 2;
      },
    );
    expect(found).toEqual({ outcome: 'cancelled' });
    expect(readdirSync(place)).toEqual([]);
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[1]).toBeLessThan(1);
  });
});

test('a thread that is ended in the middle of its work leaves the record as it is', async () => {
  const { folder, file } = filledLibrary(5000);
  const before = everyRow(file);
  const ending = new AbortController();
  const work = inRecordWorker(
    { do: 'make', folder, key, kind: 'automatic', now: nextMoment() },
    { signal: ending.signal },
  );
  ending.abort();
  await expect(work).rejects.toThrow();
  expect(everyRow(file)).toEqual(before);
});
