import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { type Conversions, conversions } from '../../main/media/conversions.ts';
import { leftover } from '../../main/media/leftover.ts';
import { linkNew } from '../../main/media/link.ts';
import { testFolder } from '../fixtures/folder.ts';
import { nothingKept } from '../fixtures/kept.ts';
import { makeRecording } from '../fixtures/recordings.ts';
import { openTestStore } from '../fixtures/store.ts';

let store: Store;
let folder: string;
let sessionId: string;
let copies: Conversions;
let note: string;
/** What a person answers to the question where to save. */
let place: string | undefined;
/** A film of three seconds, as the window might make it of the recording. */
let copy: Uint8Array;

const inFolder = () => readdirSync(join(folder, 'card')).toSorted();

beforeEach(async () => {
  store = openTestStore();
  folder = testFolder();
  mkdirSync(join(folder, 'card'));
  copy = readFileSync(makeRecording(folder, 'index-at-end.mp4'));
  const linked = await linkNew(store, makeRecording(join(folder, 'card'), 'film.ts'), nothingKept);
  if (linked.outcome !== 'linked') throw new Error('not linked');
  sessionId = linked.sessionId;
  note = join(folder, 'leftover.json');
  place = join(folder, 'card', 'copy.mp4');
  copies = conversions({
    store,
    leftover: leftover(note),
    askForPlace: async () => place,
    kept: nothingKept,
    inLibrary: { folder, target: async () => undefined },
  });
});

async function begun() {
  const answer = await copies.begin(sessionId);
  if (answer.outcome !== 'begun') throw new Error(`not begun: ${answer.outcome}`);
  return answer;
}

describe('a playable copy', () => {
  test('written in any order takes its place, and the session plays it', async () => {
    const before = store.recordings.ofSession(sessionId);
    const { conversionId, name } = await begun();
    expect(name).toBe('copy.mp4');
    const half = Math.floor(copy.length / 2);
    await copies.write(conversionId, half, copy.subarray(half));
    expect(await copies.write(conversionId, 0, copy.subarray(0, half))).toEqual({ outcome: 'written' });
    expect(await copies.finish(conversionId)).toMatchObject({
      outcome: 'finished',
      linked: { outcome: 'linked', sessionId, problem: null },
    });
    expect(inFolder()).toEqual(['copy.mp4', 'film.ts']);
    expect(readFileSync(join(folder, 'card', 'copy.mp4')).equals(copy)).toBe(true);
    const after = store.recordings.ofSession(sessionId);
    expect(after).toMatchObject({ id: before?.id, name: 'copy.mp4', path: place });
    expect(existsSync(note)).toBe(false);
  });

  test('that was cancelled leaves nothing, and can be written no more', async () => {
    const { conversionId } = await begun();
    await copies.write(conversionId, 0, copy);
    expect(inFolder()).toHaveLength(2);
    expect(await copies.cancel(conversionId)).toBe(true);
    expect(inFolder()).toEqual(['film.ts']);
    expect(await copies.write(conversionId, 0, copy)).toEqual({ outcome: 'gone' });
    expect(await copies.finish(conversionId)).toEqual({ outcome: 'gone' });
    expect(await copies.cancel(conversionId)).toBe(false);
  });

  test.each([
    ['cannot be read', () => copy.subarray(0, 2000)],
    [
      'is shorter than the recording',
      () => readFileSync(makeRecording(folder, 'sound.wav')).subarray(0, 200_000),
    ],
  ])('that %s is thrown away', async (_, content) => {
    const { conversionId } = await begun();
    await copies.write(conversionId, 0, content());
    expect(await copies.finish(conversionId)).toEqual({ outcome: 'broken' });
    expect(inFolder()).toEqual(['film.ts']);
    expect(store.recordings.ofSession(sessionId)?.name).toBe('film.ts');
  });

  test('is not put in the place of a recording that appeared meanwhile', async () => {
    const { conversionId } = await begun();
    await copies.write(conversionId, 0, copy);
    symlinkSync(join(folder, 'card', 'film.ts'), join(folder, 'card', 'copy.mp4'));
    expect(await copies.finish(conversionId)).toEqual({ outcome: 'taken' });
    expect(inFolder()).toEqual(['copy.mp4', 'film.ts']);
  });

  test('gets the ending it needs', async () => {
    place = join(folder, 'card', 'copy');
    expect((await begun()).name).toBe('copy.mp4');
  });

  test('is begun nowhere when a person changes their mind, or where nothing can be written', async () => {
    place = undefined;
    expect(await copies.begin(sessionId)).toEqual({ outcome: 'cancelled' });
    place = join(folder, 'nowhere', 'copy.mp4');
    expect(await copies.begin(sessionId)).toEqual({ outcome: 'unwritable' });
    expect(inFolder()).toEqual(['film.ts']);
  });

  test('makes room for the next one, which is begun instead', async () => {
    const first = await begun();
    const second = await begun();
    expect(inFolder()).toHaveLength(2);
    expect(await copies.write(first.conversionId, 0, copy)).toEqual({ outcome: 'gone' });
    expect(await copies.write(second.conversionId, 0, copy)).toEqual({ outcome: 'written' });
  });

  test('is one, although two are begun at once', async () => {
    await begun();
    await Promise.all([begun(), begun()]);
    expect(inFolder()).toHaveLength(2);
  });

  test('that is being finished gets its place, and the next one waits for it', async () => {
    const first = await begun();
    await copies.write(first.conversionId, 0, copy);
    const finishing = copies.finish(first.conversionId);
    place = join(folder, 'card', 'next.mp4');
    const second = await begun();
    expect(await finishing).toMatchObject({ outcome: 'finished' });
    expect(await copies.write(second.conversionId, 0, copy)).toEqual({ outcome: 'written' });
    expect(existsSync(note)).toBe(true);
  });

  test('is left by the end of the program, and nothing stays', async () => {
    await begun();
    expect(copies.busy()).toBe(true);
    copies.stop();
    expect(copies.busy()).toBe(false);
    expect(inFolder()).toEqual(['film.ts']);
  });
});

describe('what a crash left behind', () => {
  test('is removed when the program starts again', async () => {
    await begun();
    expect(inFolder()).toHaveLength(2);
    leftover(note);
    expect(inFolder()).toEqual(['film.ts']);
    expect(existsSync(note)).toBe(false);
  });

  test('is noted until that very file is gone', () => {
    const parts = ['a.part', 'b.part'].map((name) => join(folder, 'card', name));
    const [first = '', second = ''] = parts;
    const { remember, forget } = leftover(note);
    remember(second);
    forget(first);
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({ path: second });
    forget(second);
    expect(existsSync(note)).toBe(false);
  });

  test.each([
    ['names something else', () => JSON.stringify({ path: join(folder, 'card', 'film.ts') })],
    ['was cut short', () => '{"pa'],
  ])('stays when the note %s', (_, text) => {
    writeFileSync(note, text());
    leftover(note);
    expect(inFolder()).toEqual(['film.ts']);
  });
});
