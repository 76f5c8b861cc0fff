import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { openStore } from '../../db/store.ts';
import { testFolder } from '../fixtures/folder.ts';
import { everyRow, migrations, newMark, openTestStore, startRating } from '../fixtures/store.ts';

function filled() {
  const folder = join(testFolder(), 'library');
  cpSync(testFolder(), folder, { recursive: true });
  const file = join(folder, 'record.db');
  const store = openTestStore(file);
  const { rating } = startRating(store);
  const mark = () => store.judgements.addMark(newMark(rating.id));
  mark();
  return { folder, file, store, mark };
}

describe('the open record', () => {
  test('is in its place, also after much was written and tidied up', () => {
    const { store, mark } = filled();
    for (let count = 0; count < 50; count += 1) mark();
    store.settle();
    mark();
    expect(store.inPlace()).toBe(true);
  });

  test('is not in its place when the folder was moved, and is again when it is back', () => {
    const { folder, store } = filled();
    renameSync(folder, `${folder} moved`);
    expect(store.inPlace()).toBe(false);
    renameSync(`${folder} moved`, folder);
    expect(store.inPlace()).toBe(true);
  });

  test.each(['record.db', 'record.db-wal', ''])('is not in its place without %j', (name) => {
    const { folder, store } = filled();
    rmSync(join(folder, name), { recursive: true });
    expect(store.inPlace()).toBe(false);
  });

  test('is not in its place when another file has its name', () => {
    const { file, store } = filled();
    cpSync(file, `${file}.other`);
    renameSync(`${file}.other`, file);
    expect(store.inPlace()).toBe(false);
  });

  test('whose log of writes was deleted loses nothing once it is settled', () => {
    const { file, store } = filled();
    const before = everyRow(file);
    rmSync(`${file}-wal`);
    store.settle();
    const copy = join(testFolder(), 'record.db');
    cpSync(file, copy);
    expect(everyRow(copy)).toEqual(before);
  });

  test('that was moved is closed without touching what lies in its place now', () => {
    const { folder, file, store } = filled();
    renameSync(folder, `${folder} moved`);
    const other = join(testFolder(), 'record.db');
    const another = openTestStore(other);
    startRating(another);
    cpSync(dirname(other), folder, { recursive: true });
    const lying = () => [readFileSync(file), readFileSync(`${file}-wal`)];
    const before = lying();
    store.close();
    expect(lying()).toEqual(before);
    expect(everyRow(join(`${folder} moved`, 'record.db')).mark).toHaveLength(1);
  });

  test('that another machine has opened is left exactly as it lies', () => {
    const { file, store } = filled();
    const lying = () => [readFileSync(file), readFileSync(`${file}-wal`)];
    const before = lying();
    expect(before[1]?.length).toBeGreaterThan(0);
    store.leave();
    expect(lying()).toEqual(before);
    expect(everyRow(file).mark).toHaveLength(1);
  });

  test('that is closed as usual is tidied up', () => {
    const { file, store } = filled();
    store.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('knows when something was written', () => {
    const { store, mark } = filled();
    const before = store.written();
    store.groups.all();
    expect(store.written()).toBe(before);
    mark();
    expect(store.written()).toBeGreaterThan(before);
  });
});

describe('a record on a machine whose clock was set back', () => {
  const openAt = (file: string, now: () => Date) => {
    const store = openStore({
      file,
      key: demoKeys.database,
      migrations,
      now,
      newId: randomUUID,
    });
    onTestFinished(() => store.close());
    return store;
  };

  test('goes on from its last change, in every time it keeps', () => {
    const { file, store } = filled();
    store.close();
    const last = everyRow(file).change as { at: string }[];
    const latest =
      last
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '';
    const again = openAt(file, () => new Date('2001-01-01T00:00:00.000Z'));
    expect(again.lastChange).toBe(latest);
    const { id } = again.groups.add({ name: 'Late', format: 'closed', usualMinutes: 90 });
    const session = again.sessions.add({
      groupId: id,
      date: '2026-11-12',
      number: 1,
      patientsPresent: 1,
      firstTherapistId: null,
      secondTherapistId: null,
    });
    const rater = again.raters.add({ name: 'Late', kind: 'expert' });
    const rating = again.ratings.begin({ sessionId: session.id, raterId: rater.id, purpose: 'research' });
    const gaps = (again.finishing.missing(rating.id) ?? []).map((item) => ({ item, reason: 'x' }));
    again.finishing.submit({ ratingId: rating.id, gaps });
    const amended = again.finishing.amend({ ratingId: rating.id, reason: 'y' });
    expect([rating.startedAt, again.ratings.find(rating.id)?.submittedAt, amended?.startedAt]).toEqual([
      latest,
      latest,
      latest,
    ]);
    const times = (everyRow(file).change as { at: string }[]).map(({ at }) => at);
    expect(times.filter((at) => at < '2026')).toEqual([]);
  });

  test('says nothing of a last change when it is new', () => {
    expect(openAt(join(testFolder(), 'record.db'), () => new Date()).lastChange).toBeUndefined();
  });
});
