import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../db/copy.ts';
import { openStore } from '../../db/store.ts';
import { realDisk } from '../../main/backups/disk.ts';
import { backupsIn } from '../../main/backups/make.ts';
import { previewRestore } from '../../main/backups/preview.ts';
import { restore } from '../../main/backups/restore.ts';
import { recordingsFolder } from '../../main/vault/places.ts';
import {
  addMarks,
  backUp,
  backupFile,
  failingDisk,
  filledLibrary,
  key,
  nextMoment,
} from '../fixtures/backups.ts';
import { harm, harmLast, rootOf } from '../fixtures/harm.ts';
import { everyRow, migrations, newMark, openTestStore } from '../fixtures/store.ts';

/** A library with a backup, and work after it; closed. */
function workedOn() {
  const library = filledLibrary(20);
  const { folder, file, store, rating } = library;
  const name = backUp(folder);
  const then = everyRow(file);
  addMarks(store, rating.id, 5, 500_000);
  const now = everyRow(file);
  return { ...library, name, then, now };
}

const goBack = (folder: string, name: string) => restore({ folder, key, name, now: nextMoment() });

describe('going back to a backup', () => {
  test('puts it in the place of the record, and what was there among the backups', () => {
    const { folder, file, store, name, rating, then, now } = workedOn();
    store.close();
    expect(goBack(folder, name)).toBe('restored');
    expect(everyRow(file)).toEqual(then);
    const [aside] = backupsIn(folder);
    expect(aside?.kind).toBe('beforeRestore');
    expect(everyRow(backupFile(folder, aside?.name ?? ''))).toEqual(now);
    // Work goes on in it.
    const again = openTestStore(file);
    addMarks(again, rating.id, 1, 900_000);
    expect(everyRow(file).mark).toHaveLength(21);
  });

  test('is undone by going back to what was there', () => {
    const { folder, file, store, name, then, now } = workedOn();
    store.close();
    goBack(folder, name);
    const undo = backupsIn(folder).find(({ kind }) => kind === 'beforeRestore');
    expect(goBack(folder, undo?.name ?? '')).toBe('restored');
    expect(everyRow(file)).toEqual(now);
    const redo = backupsIn(folder).find(({ kind }) => kind === 'beforeRestore');
    expect(goBack(folder, redo?.name ?? '')).toBe('restored');
    expect(everyRow(file)).toEqual(then);
  });

  test('keeps what stands only in the log beside the record, as after a power cut', () => {
    const { folder, file, store, name, then, now } = workedOn();
    const [record, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
    store.close();
    writeFileSync(file, record);
    writeFileSync(`${file}-wal`, log);
    expect(goBack(folder, name)).toBe('restored');
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(everyRow(file)).toEqual(then);
    expect(everyRow(backupFile(folder, backupsIn(folder)[0]?.name ?? ''))).toEqual(now);
  });

  test('leaves kept recordings alone that it knows nothing of', () => {
    const { folder, store, name } = workedOn();
    realDisk.makeFolder(recordingsFolder(folder));
    const recording = join(recordingsFolder(folder), 'later.age');
    writeFileSync(recording, 'sealed');
    store.close();
    goBack(folder, name);
    expect(readFileSync(recording, 'utf8')).toBe('sealed');
  });

  test('is refused for a backup with one changed bit, and for one that is gone', () => {
    const { folder, file, store, name, now } = workedOn();
    store.close();
    harmLast(backupFile(folder, name));
    expect(goBack(folder, name)).toBe('damaged');
    expect(goBack(folder, '2020-01-01T00-00-00.000Z-asked.db')).toBe('gone');
    expect(everyRow(file)).toEqual(now);
    expect(backupsIn(folder)).toHaveLength(1);
  });

  test('is not begun without room for both', () => {
    const { folder, file, store, name, now } = workedOn();
    store.close();
    const disk = { ...realDisk, room: () => 100_000 };
    expect(restore({ folder, key, name, now: nextMoment() }, disk)).toBe('noRoom');
    expect(everyRow(file)).toEqual(now);
  });

  test('is done although what lies beside the record cannot be taken away', () => {
    const { folder, file, store, name, then } = workedOn();
    store.close();
    let restored = false;
    const disk = {
      ...realDisk,
      rename(from: string, to: string) {
        realDisk.rename(from, to);
        restored = to === file;
      },
      remove(one: string) {
        if (restored) throw Object.assign(new Error('held'), { code: 'EBUSY', syscall: 'rm' });
        realDisk.remove(one);
      },
    };
    expect(restore({ folder, key, name, now: nextMoment() }, disk)).toBe('restored');
    expect(everyRow(file)).toEqual(then);
  });

  test('that a power cut ends at any step leaves one of the two whole, and what was there in any case', () => {
    const { folder, file, store, name, then, now } = workedOn();
    store.close();
    const whole = readFileSync(file);
    let cuts = 0;
    for (let nth = 1; ; nth += 1) {
      writeFileSync(file, whole);
      const { disk } = failingDisk(nth);
      let outcome: string;
      try {
        outcome = restore({ folder, key, name, now: nextMoment() }, disk);
      } catch (error) {
        expect(error).toMatchObject({ syscall: 'test' });
        outcome = 'cut';
      }
      const found = everyRow(file);
      expect([then, now], `step ${nth}`).toContainEqual(found);
      for (const one of backupsIn(folder)) {
        expect(checkRecord(backupFile(folder, one.name), key), `step ${nth}`).toHaveProperty('counts');
      }
      const kept = backupsIn(folder).map((one) => everyRow(backupFile(folder, one.name)));
      expect([found, ...kept], `step ${nth}`).toContainEqual(now);
      openStore({ file, key, migrations, now: () => new Date(), newId: () => '' }).close();
      if (outcome === 'restored') break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThanOrEqual(8);
  });
});

describe('a damaged record', () => {
  test('is kept as it was found, with its log, when a backup takes its place', () => {
    const { folder, file, store, name, rating, then } = workedOn();
    store.close();
    const again = openTestStore(file);
    addMarks(again, rating.id, 1, 900_000);
    const [record, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
    again.close();
    writeFileSync(file, record);
    writeFileSync(`${file}-wal`, log);
    // The log has no newer copy of this page.
    harm(file, rootOf(file, 'event'));
    const found = readFileSync(file);
    expect(goBack(folder, name)).toBe('restored');
    expect(everyRow(file)).toEqual(then);
    const [damaged] = backupsIn(folder);
    expect(damaged?.kind).toBe('damaged');
    expect(readFileSync(backupFile(folder, damaged?.name ?? ''))).toEqual(found);
    expect(readFileSync(backupFile(folder, `${damaged?.name}-wal`))).toEqual(log);
  });

  test('that is gone altogether is put back from a backup', () => {
    const { folder, file, store, name, then } = workedOn();
    store.close();
    realDisk.remove(file);
    expect(goBack(folder, name)).toBe('restored');
    expect(everyRow(file)).toEqual(then);
  });
});

describe('the preview of going back', () => {
  const preview = (folder: string, name: string) => {
    const found = previewRestore(folder, key, name);
    if (found.outcome !== 'good' || found.compared === undefined) throw new Error(found.outcome);
    return found.compared;
  };

  test('names the ratings whose work would be lost, and counts it', () => {
    const { folder, store, name, rating } = workedOn();
    const session = store.sessions.add({
      groupId: null,
      date: '2026-11-19',
      number: null,
      patientsPresent: null,
      firstTherapistId: null,
      secondTherapistId: null,
    });
    const { onlyNow, onlyThen } = preview(folder, name);
    expect(onlyNow).toMatchObject({ sessions: 1, ratings: 0, marks: 5, changes: 6 });
    expect(onlyNow.named).toEqual([
      {
        ratingId: rating.id,
        date: '2026-11-12',
        groupName: expect.stringMatching(/^Group/),
        number: 34,
        raterName: 'Solveig',
        changes: 5,
        whole: false,
      },
    ]);
    expect(onlyThen).toEqual({ sessions: 0, ratings: 0, marks: 0, changes: 0, lastAt: null, named: [] });
    expect(session.id).toBeTruthy();
  });

  test('tells what would come back that was removed since', () => {
    const { folder, store, rating } = filledLibrary(0);
    const mark = store.judgements.addMark(newMark(rating.id));
    const name = backUp(folder);
    store.judgements.removeMark(mark.id);
    const { onlyNow, onlyThen } = preview(folder, name);
    expect(onlyThen.marks).toBe(1);
    expect(onlyNow).toMatchObject({ marks: 0, changes: 1 });
  });

  test('tells of both sides where work went on after a restore', () => {
    const { folder, file, store, name, rating } = workedOn();
    store.close();
    goBack(folder, name);
    const undo = backupsIn(folder)[0]?.name ?? '';
    const again = openTestStore(file);
    addMarks(again, rating.id, 2, 800_000);
    const { onlyNow, onlyThen } = preview(folder, undo);
    expect([onlyNow.marks, onlyNow.changes]).toEqual([2, 2]);
    expect([onlyThen.marks, onlyThen.changes]).toEqual([5, 5]);
    expect(onlyThen.named.map(({ changes }) => changes)).toEqual([5]);
  });

  test('counts a deletion as one change, and what it took from the log as none', () => {
    const { folder, store, session, rater, rating } = filledLibrary(20);
    const name = backUp(folder);
    const what = { noun: 'session', id: session.id } as const;
    const going = store.whatGoes(what, rater);
    if (going === undefined) throw new Error('nothing goes');
    expect(store.deletions.delete(what, going.asOf, rater).outcome).toBe('deleted');
    const { onlyNow, onlyThen } = preview(folder, name);
    expect(onlyNow).toMatchObject({ sessions: 0, marks: 0, changes: 1, named: [] });
    expect(onlyThen).toMatchObject({ sessions: 1, ratings: 1, marks: 20, changes: 0 });
    expect(onlyThen.named).toMatchObject([{ ratingId: rating.id, changes: 0, whole: true }]);
  });

  test('still tells what is in the backup when the record cannot be read', () => {
    const { folder, file, store, name } = workedOn();
    store.close();
    harm(file, 1);
    expect(previewRestore(folder, key, name)).toMatchObject({
      outcome: 'good',
      backup: { counts: { marks: 20 } },
      compared: undefined,
    });
  });

  test('refuses a damaged backup, and one that is not there', () => {
    const { folder, name } = workedOn();
    expect(previewRestore(folder, key, '../record.db')).toEqual({ outcome: 'gone' });
    harmLast(backupFile(folder, name));
    expect(previewRestore(folder, key, name)).toEqual({ outcome: 'damaged' });
  });
});
