import { renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { linkNew, relink } from '../../main/media/link.ts';
import { recordingView } from '../../main/media/view.ts';
import { testFolder } from '../fixtures/folder.ts';
import { nothingKept } from '../fixtures/kept.ts';
import { bareSession } from '../fixtures/rows.ts';
import { openTestStore, sessionsOf } from '../fixtures/store.ts';

let store: Store;
let folder: string;
beforeEach(() => {
  store = openTestStore();
  folder = testFolder();
});

/** A WAV file: a header of 44 bytes, then samples of this loudness. */
function soundFile(name: string, seconds = 2, loudness = 1): string {
  const samples = Buffer.alloc(seconds * 8000, loudness);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat([header, samples]));
  return path;
}

/** Links a file and gives the session that was made around it. */
async function linked(path: string): Promise<string> {
  const answer = await linkNew(store, path, nothingKept);
  if (answer.outcome !== 'linked') throw new Error(`not linked: ${answer.outcome}`);
  return answer.sessionId;
}

const recordingOf = (sessionId: string) => {
  const recording = store.recordings.ofSession(sessionId);
  if (recording === undefined) throw new Error('no recording');
  return recording;
};

describe('a new recording', () => {
  test('gets a session on the day in its name', async () => {
    const path = soundFile('2026-11-12 torsdag.wav');
    const sessionId = await linked(path);
    expect(store.sessions.find(sessionId)).toMatchObject({ date: '2026-11-12', groupId: null });
    expect(recordingOf(sessionId)).toMatchObject({
      path,
      name: '2026-11-12 torsdag.wav',
      durationMs: 2000,
      picture: false,
    });
  });

  test('that is cut short is linked, and said to be', async () => {
    const path = soundFile('a.wav');
    truncateSync(path, 10_000);
    expect(await linkNew(store, path, nothingKept)).toMatchObject({
      outcome: 'linked',
      problem: { kind: 'truncated', playable: true },
    });
  });

  test.each([
    ['is not there', undefined, 'gone'],
    ['is empty', '', 'empty'],
    ['is a text', 'Dear colleague', 'notMedia'],
  ])('that %s is refused and leaves nothing behind', async (_, text, kind) => {
    const path = join(folder, 'a.mp4');
    if (text !== undefined) writeFileSync(path, text);
    expect(await linkNew(store, path, nothingKept)).toEqual({
      outcome: 'refused',
      name: 'a.mp4',
      problem: { kind },
    });
    expect(sessionsOf(store)).toEqual([]);
  });

  test('that is in the library already leads to its session', async () => {
    const sessionId = await linked(soundFile('a.wav'));
    const copy = soundFile('copy.wav');
    expect(await linkNew(store, copy, nothingKept)).toEqual({ outcome: 'known', sessionId });
    expect(sessionsOf(store)).toHaveLength(1);
    expect(recordingOf(sessionId).path).not.toBe(copy);
  });

  test('that is in the library already, and no more where it was, is linked at its new place', async () => {
    const path = soundFile('a.wav');
    const sessionId = await linked(path);
    const copy = soundFile('copy.wav');
    rmSync(path);
    expect(await linkNew(store, copy, nothingKept)).toEqual({ outcome: 'known', sessionId });
    expect(recordingOf(sessionId).path).toBe(copy);
  });

  test('given twice at the same moment makes one session', async () => {
    const path = soundFile('a.wav');
    await Promise.all([linkNew(store, path, nothingKept), linkNew(store, path, nothingKept)]);
    expect(sessionsOf(store)).toHaveLength(1);
  });
});

describe('a recording that has moved', () => {
  test('is found again by its content', async () => {
    const path = soundFile('a.wav');
    const sessionId = await linked(path);
    const before = recordingOf(sessionId);
    const moved = join(folder, 'moved.wav');
    renameSync(path, moved);
    expect((await recordingView(before, nothingKept)).problem).toEqual({ kind: 'gone' });
    expect(await relink(store, sessionId, moved, false, nothingKept)).toMatchObject({
      outcome: 'linked',
      sessionId,
    });
    expect(recordingOf(sessionId)).toEqual({ ...before, path: moved, name: 'moved.wav' });
    expect((await recordingView(recordingOf(sessionId), nothingKept)).problem).toBeNull();
  });

  test('is not replaced by another one, and nothing is changed', async () => {
    const sessionId = await linked(soundFile('a.wav'));
    const before = recordingOf(sessionId);
    const other = soundFile('other.wav', 3);
    expect(await relink(store, sessionId, other, false, nothingKept)).toEqual({
      outcome: 'different',
      name: 'other.wav',
      durationMs: 3000,
    });
    expect(recordingOf(sessionId)).toEqual(before);
  });

  test('is replaced by another one when that is wanted', async () => {
    const sessionId = await linked(soundFile('a.wav'));
    const { id } = recordingOf(sessionId);
    const other = soundFile('other.wav', 3);
    expect(await relink(store, sessionId, other, true, nothingKept)).toMatchObject({ outcome: 'linked' });
    expect(recordingOf(sessionId)).toMatchObject({ id, path: other, durationMs: 3000 });
  });

  test('is not replaced by what cannot be played, even when that is wanted', async () => {
    const sessionId = await linked(soundFile('a.wav'));
    const before = recordingOf(sessionId);
    const text = join(folder, 'text.mp4');
    writeFileSync(text, 'Dear colleague');
    expect(await relink(store, sessionId, text, true, nothingKept)).toMatchObject({ outcome: 'refused' });
    expect(recordingOf(sessionId)).toEqual(before);
  });
});

describe('a session without a recording', () => {
  test('gets the first one that is found', async () => {
    const { id } = store.sessions.add(bareSession);
    expect(await relink(store, id, soundFile('a.wav'), false, nothingKept)).toMatchObject({
      outcome: 'linked',
      sessionId: id,
    });
    expect(recordingOf(id).name).toBe('a.wav');
  });
});

describe('the window', () => {
  test('never learns where a recording lies', async () => {
    const sessionId = await linked(soundFile('a.wav'));
    const view = await recordingView(recordingOf(sessionId), nothingKept);
    expect(JSON.stringify(view)).not.toContain(folder);
    expect(view).not.toHaveProperty('fingerprint');
  });

  test('learns that another file lies in its place', async () => {
    const sessionId = await linked(soundFile('a.wav'));
    soundFile('a.wav', 2, 99);
    expect((await recordingView(recordingOf(sessionId), nothingKept)).problem).toEqual({ kind: 'changed' });
  });

  test('learns that the file is gone, and keeps what was known', async () => {
    const path = soundFile('a.wav');
    const sessionId = await linked(path);
    rmSync(path);
    expect(await recordingView(recordingOf(sessionId), nothingKept)).toMatchObject({
      name: 'a.wav',
      durationMs: 2000,
      problem: { kind: 'gone' },
    });
  });
});
