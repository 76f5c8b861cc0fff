import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { waveform as shape } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { databaseFile, openTestStore, startRating } from '../fixtures/store.ts';

const content = (letter: string) => letter.repeat(64);
const file = {
  path: '/films/a.mp4',
  name: 'a.mp4',
  sizeBytes: 1000,
  durationMs: 60_000,
  picture: true,
  fingerprint: content('a'),
};

const linked = (store: Store) => store.recordings.add({ sessionId: startRating(store).session.id, ...file });
const some = (recordingId: string, ...peaks: number[]) => ({
  recordingId,
  stepMs: 50,
  peaks: Uint8Array.from(peaks),
});

describe('a waveform', () => {
  test('is kept byte by byte, also when the library is opened again', () => {
    const place = databaseFile();
    const first = openTestStore(place);
    const { id } = linked(first);
    const every = some(id, ...Array.from({ length: 256 }, (_, at) => at));
    expect(first.waveforms.keep(every)).toBe(true);
    first.close();
    expect(openTestStore(place).waveforms.find(id)).toEqual(every);
  });

  test('is not there before it was drawn', () => {
    const store = openTestStore();
    expect(store.waveforms.find(linked(store).id)).toBeUndefined();
  });

  test('of a recording without sound is one without steps', () => {
    const store = openTestStore();
    const { id } = linked(store);
    store.waveforms.keep(some(id));
    expect(store.waveforms.find(id)).toEqual(some(id));
  });

  test('is of the content it was drawn from: another file has none until it is drawn', () => {
    const store = openTestStore();
    const { id } = linked(store);
    store.waveforms.keep(some(id, 1, 2));
    store.recordings.relink(id, { ...file, fingerprint: content('b') });
    expect(store.waveforms.find(id)).toBeUndefined();
    store.waveforms.keep(some(id, 3));
    expect(store.waveforms.find(id)).toEqual(some(id, 3));
  });

  test('stays when the same content is found at another place', () => {
    const store = openTestStore();
    const { id } = linked(store);
    store.waveforms.keep(some(id, 1, 2));
    store.recordings.relink(id, { ...file, path: '/elsewhere/b.mp4', name: 'b.mp4' });
    expect(store.waveforms.find(id)).toEqual(some(id, 1, 2));
  });

  test('of no recording is not kept', () => {
    const store = openTestStore();
    expect(store.waveforms.keep(some(randomUUID(), 1))).toBe(false);
  });
});

describe('the shape of a waveform', () => {
  const fits = (change: object) => shape.safeParse({ ...some(randomUUID(), 1), ...change }).success;

  test('takes three hours in steps of 50 ms, and none at all', () => {
    expect(fits({ peaks: new Uint8Array(216_000) })).toBe(true);
    expect(fits({ peaks: new Uint8Array() })).toBe(true);
  });

  test.each([
    ['too many steps', { peaks: new Uint8Array(250_001) }],
    ['numbers that are no bytes', { peaks: [1, 2, 3] }],
    ['samples instead of bytes', { peaks: new Float32Array(3) }],
    ['steps of no length', { stepMs: 0 }],
    ['steps of over a second', { stepMs: 1001 }],
    ['no recording', { recordingId: 'a' }],
    ['more than belongs to it', { fingerprint: content('a') }],
  ])('refuses %s', (_, change) => {
    expect(fits(change)).toBe(false);
  });
});
