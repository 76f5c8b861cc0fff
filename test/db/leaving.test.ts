/** What is done after a deletion, and what happens to the work that comes in the middle of it. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import type { Store } from '../../db/store.ts';
import { asideFile } from '../../main/vault/keptPlaces.ts';
import { backupsFolder, recordingsFolder } from '../../main/vault/places.ts';
import { databaseFile, newMark, openTestStore, startRating } from '../fixtures/store.ts';

type Handler = (event: unknown, argument: unknown) => Promise<unknown>;
const handlers = new Map<string, Handler>();
vi.mock('electron', () => ({
  ipcMain: {
    handle: (name: string, handler: Handler) => handlers.set(name, handler),
    removeHandler: (name: string) => handlers.delete(name),
  },
  shell: {},
}));
const { answerCalls, call } = await import('../../main/ipc.ts');
const { leavingOf } = await import('../../main/leaving.ts');
const { deletionCalls } = await import('../../main/deletionCalls.ts');

type Tidy = NonNullable<Parameters<typeof leavingOf>[0]['tidy']>;

let folder: string;
let store: Store;
let viewer: ReturnType<Store['raters']['add']>;
beforeEach(() => {
  const file = databaseFile();
  folder = dirname(file);
  store = openTestStore(file);
  viewer = store.raters.add({ name: 'Viewer', kind: 'supervisor' });
});

function leaving(tidy?: Tidy, now?: () => number) {
  const library = { folder, keys: demoKeys, store };
  const made = leavingOf({ library, ...(tidy && { tidy }), ...(now && { now }) });
  onTestFinished(() => made.stop());
  return made;
}

function newSession() {
  const { id } = store.sessions.add({
    groupId: null,
    date: '2026-11-12',
    number: null,
    patientsPresent: null,
    firstTherapistId: null,
    secondTherapistId: null,
  });
  return id;
}

function addRecording(sessionId: string): string {
  const path = join(folder, 'film.mp4');
  const file = { path, name: 'film.mp4', sizeBytes: 10, durationMs: 60_000, picture: true };
  return store.recordings.add({ sessionId, ...file, fingerprint: 'f'.repeat(64) }).id;
}

function deleteOne(id = newSession()): void {
  const what = { noun: 'session', id } as const;
  const asOf = store.whatGoes(what, viewer)?.asOf ?? 0;
  expect(store.deletions.delete(what, asOf, viewer).outcome).toBe('deleted');
}

/** A tidying that a test ends. */
function held() {
  const ends: ((done: boolean) => void)[] = [];
  const tidy: Tidy = () => new Promise((resolve) => ends.push(resolve));
  return { tidy, ends };
}

const ask = (name: string, argument: unknown) =>
  handlers.get(name)?.({ senderFrame: { parent: null, origin: 'app://home' } }, argument);

describe('in the middle of a tidying', () => {
  test('what is asked waits, is answered after it in its order, and nothing is refused', async () => {
    const { tidy, ends } = held();
    const after = leaving(tidy);
    const order: string[] = [];
    const guard = { before: () => undefined, after: () => undefined, reason: () => undefined };
    answerCalls({ say: call(z.string(), (word) => void order.push(word)) }, { ...guard, ready: after.ready });
    deleteOne();
    const finished = after.finish();
    await vi.waitUntil(() => ends.length === 1);
    const answers = [ask('say', 'one'), ask('say', 'two')];
    await new Promise(setImmediate);
    expect(order).toEqual([]);
    order.push('tidied');
    ends[0]?.(true);
    expect(await finished).toBe(true);
    await Promise.all(answers);
    expect(order).toEqual(['tidied', 'one', 'two']);
  });

  test('of a record of some size, each mark is kept', async () => {
    const { rating } = startRating(store);
    const note = 'x'.repeat(1900);
    store.together(() => {
      for (let count = 0; count < 4000; count += 1) store.judgements.addMark(newMark(rating.id, { note }));
    });
    const after = leaving();
    deleteOne();
    const finished = after.finish();
    let done = false;
    void finished.then(() => {
      done = true;
    });
    let marks = 4000;
    while (!done) {
      await after.ready();
      store.judgements.addMark(newMark(rating.id));
      marks += 1;
      await new Promise(setImmediate);
    }
    expect(await finished).toBe(true);
    expect(store.judgements.ofRating(rating.id).marks).toHaveLength(marks);
    expect(store.deletions.untidy()).toBe(false);
  });

  test('another one begins after it, and does what was left since', async () => {
    const { tidy, ends } = held();
    const after = leaving(tidy);
    deleteOne();
    const both = [after.finish(), after.finish()];
    await vi.waitUntil(() => ends.length === 1);
    ends[0]?.(false);
    await vi.waitUntil(() => ends.length === 2);
    ends[1]?.(true);
    expect(await Promise.all(both)).toEqual([false, true]);
  });

  test('the library can be closed, and it is known when nothing is written any more', async () => {
    const { tidy, ends } = held();
    const after = leaving(tidy);
    deleteOne();
    const finished = after.finish();
    await vi.waitUntil(() => ends.length === 1);
    const waiting = expect(after.ready()).rejects.toThrow('the library was closed');
    after.stop();
    store.close();
    let settled = false;
    const settling = after.settled().then(() => {
      settled = true;
    });
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    ends[0]?.(true);
    await settling;
    expect(await finished).toBe(true);
    await waiting;
  });
});

describe('what was left the last time', () => {
  test('is done when the library is opened', async () => {
    deleteOne();
    leaving();
    await vi.waitUntil(() => !store.deletions.untidy());
  });

  test('waits, in a large record, until nobody has asked anything for a while', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const recordingId = addRecording(newSession());
    store.waveforms.keep({ recordingId, stepMs: 50, peaks: new Uint8Array(9_000_000) });
    store.settle();
    deleteOne();
    let minutes = 0;
    const { tidy, ends } = held();
    const after = leaving(tidy, () => minutes * 60_000);
    const later = () => {
      minutes += 1;
      vi.advanceTimersByTime(60_000);
    };
    const asks = async () => {
      await after.ready();
      later();
      await new Promise(setImmediate);
    };
    for (let count = 0; count < 5; count += 1) await asks();
    expect(ends).toHaveLength(0);
    later();
    await vi.waitUntil(() => ends.length === 1);
  });
});

describe('a deletion', () => {
  const calls = (some: Partial<Parameters<typeof deletionCalls>[0]> = {}) =>
    deletionCalls({
      // Of an open library only what is looked at here.
      library: { folder, keys: demoKeys, store } as Parameters<typeof deletionCalls>[0]['library'],
      viewer: () => viewer,
      removeOldBackups: async () => true,
      finish: leaving(async () => true).finish,
      ...some,
    });
  const wanted = () => {
    const what = { noun: 'session', id: newSession() } as const;
    return { ...what, asOf: store.whatGoes(what, viewer)?.asOf ?? 0, bin: false, backups: true };
  };

  test('is told as done, whatever becomes of what is done after it', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => error.mockRestore());
    const fails = async () => {
      throw new Error('EISDIR');
    };
    const { deleteIt } = calls({ finish: fails, removeOldBackups: fails });
    const asked = wanted();
    expect(await deleteIt.run(asked)).toEqual({
      outcome: 'deleted',
      file: 'left',
      finished: false,
      backups: 'notRemoved',
    });
    expect(store.sessions.find(asked.id)).toBeUndefined();
    expect(error).toHaveBeenCalledTimes(2);
  });

  test('takes a damaged file that was kept along, although another file was linked in its place', async () => {
    const sessionId = newSession();
    const recordingId = addRecording(sessionId);
    mkdirSync(recordingsFolder(folder));
    writeFileSync(asideFile(folder, recordingId), 'damaged');
    deleteOne(sessionId);
    expect(await leaving(async () => true).finish()).toBe(true);
    expect(readdirSync(recordingsFolder(folder))).toEqual([]);
    expect(store.deletions.filesLeaving()).toEqual([]);
    expect(existsSync(backupsFolder(folder))).toBe(false);
  });
});
