import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import type { Store } from '../../db/store.ts';
import { keeping, type RecordingsKeeping } from '../../main/keeping.ts';
import { conversions } from '../../main/media/conversions.ts';
import { leftover } from '../../main/media/leftover.ts';
import { linkNew, relink } from '../../main/media/link.ts';
import { recordingView } from '../../main/media/view.ts';
import { keepFile } from '../../main/vault/keepFile.ts';
import { keptFiles, type OpenKeptFiles } from '../../main/vault/keptFiles.ts';
import { asideFile, keptFile, newFile, partFile, removeKept } from '../../main/vault/keptPlaces.ts';
import { keptTarget } from '../../main/vault/keptTarget.ts';
import type { LibraryKeys } from '../../main/vault/keyFile.ts';
import { recordingsFolder } from '../../main/vault/places.ts';
import { tidyKept } from '../../main/vault/tidyKept.ts';
import type { Keeping } from '../../preload/api.ts';
import { ageEncrypt, opened } from '../fixtures/age.ts';
import { testFolder } from '../fixtures/folder.ts';
import { type Kind, makeRecording } from '../fixtures/recordings.ts';
import { openTestStore } from '../fixtures/store.ts';

const kinds = { kept: 'index-at-end.mp4', convertible: 'film.ts' } as const satisfies Record<string, Kind>;

/** Of the library that is open; closing takes the identity. */
let keys: LibraryKeys;
let store: Store;
let library: string;
let card: string;
let file: string;
let kept: OpenKeptFiles;
let keeper: RecordingsKeeping;
let told: (Keeping | null)[];
let binned: string[];
let onTold: (keeping: Keeping | null) => void;
/** Called when a person is asked where to save. */
let onAsked: () => undefined;
/** What a person answers to the question where to save. */
let place: string | undefined;
let damaged: string[];
let recordingId: string;
let sessionId: string;

const inLibrary = () => readdirSync(recordingsFolder(library)).toSorted();
const inFolder = (folder: string) => readdirSync(folder).toSorted();
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const find = () => {
  const found = store.recordings.find(recordingId);
  if (found === undefined) throw new Error('no recording');
  return found;
};
const view = () => recordingView(find(), kept);
const tidy = () =>
  tidyKept({
    folder: library,
    keys,
    find: store.recordings.find,
    keep: (id) => void store.recordings.keep(id),
  });

/** As at every opening of the library. */
function openKept(): void {
  kept = keptFiles({ folder: library, keys, ready: tidy(), onDamaged: (id) => damaged.push(id) });
}

/** As at every closing. */
function close(): undefined {
  keeper.stop();
  kept.close();
  store.close();
  keys.identity = '';
}

function openKeeper(): void {
  keeper = keeping({
    folder: library,
    keys,
    store,
    leftover: leftover(join(library, '..', 'takenOut.json')),
    askForPlace: async () => onAsked() ?? place,
    bin: async (path) => {
      binned.push(path);
      rmSync(path);
    },
    tell(keeping) {
      told.push(keeping);
      onTold(keeping);
    },
  });
}

async function add(kind: Kind = kinds.kept): Promise<void> {
  file = makeRecording(card, kind);
  const linked = await linkNew(store, file, kept);
  if (linked.outcome !== 'linked') throw new Error('not linked');
  sessionId = linked.sessionId;
  recordingId = store.recordings.ofSession(sessionId)?.id ?? '';
}

beforeEach(async () => {
  store = openTestStore();
  const folder = testFolder();
  [library, card] = [join(folder, 'library'), join(folder, 'card')];
  for (const made of [library, card]) mkdirSync(made);
  [told, binned, damaged, place] = [[], [], [], join(folder, 'out.mp4')];
  onTold = () => undefined;
  onAsked = () => undefined;
  keys = { ...demoKeys };
  openKept();
  openKeeper();
  await add();
});

describe('a recording that is kept in the library', () => {
  test('is there encrypted, told of, and the original is where it was', async () => {
    const before = [hash(file), statSync(file).mtimeMs];
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'kept' });
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
    expect([hash(file), statSync(file).mtimeMs]).toEqual(before);
    expect(told.at(-1)).toBeNull();
    expect(new Set(told.map((one) => one?.step))).toEqual(new Set(['encrypting', 'checking', undefined]));
    expect(find()).toMatchObject({ path: file, keptAt: expect.any(String) });
    expect(await view()).toMatchObject({ problem: null, original: true, interrupted: false, picture: true });
  });

  test('is read without the original, and a linked one has its own', async () => {
    const linked = await view();
    await keeper.keep(recordingId);
    rmSync(file);
    const { keptAt, ...rest } = await view();
    expect({ ...rest, keptAt: null }).toEqual(linked);
    expect(keptAt).not.toBeNull();
  });

  test('is not open, nor found damaged, when the library is closed while its key is found out', async () => {
    await keeper.keep(recordingId);
    const closing: LibraryKeys = {
      ...demoKeys,
      get identity() {
        kept.close();
        return demoKeys.identity;
      },
    };
    kept = keptFiles({
      folder: library,
      keys: closing,
      ready: Promise.resolve(),
      onDamaged: (id) => damaged.push(id),
    });
    expect(await kept.open(find())).toBe('gone');
    expect(damaged).toEqual([]);
  });

  test('is not kept once more', async () => {
    await keeper.keep(recordingId);
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'busy' });
  });

  test('is kept one at a time', async () => {
    const [one, other] = await Promise.all([keeper.keep(recordingId), keeper.keep(recordingId)]);
    expect([one.outcome, other.outcome].toSorted()).toEqual(['busy', 'kept']);
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
  });

  test('was not when its file is another one now, or gone', async () => {
    copyFileSync(makeRecording(testFolder(), 'film.mov'), file);
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'changed' });
    rmSync(file);
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'unreadable' });
    expect(existsSync(recordingsFolder(library))).toBe(false);
    expect(find().keptAt).toBeNull();
  });

  test('was not where the library cannot be written to', async () => {
    writeFileSync(recordingsFolder(library), 'in the way');
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'unwritable' });
    expect(find().keptAt).toBeNull();
  });

  test('plays when Debian’s age made the file', async () => {
    mkdirSync(recordingsFolder(library));
    await ageEncrypt(file, keptFile(library, recordingId));
    store.recordings.keep(recordingId);
    expect(await view()).toMatchObject({ problem: null, durationMs: expect.any(Number) });
  });
});

describe('keeping that is ended', () => {
  test('by a person leaves nothing', async () => {
    onTold = (keeping) => void (keeping !== null && keeper.cancel());
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'cancelled' });
    expect(inLibrary()).toEqual([]);
    expect(find().keptAt).toBeNull();
    expect(await view()).toMatchObject({ interrupted: false, problem: null });
  });

  test('by the library being closed goes on later, from what is there', async () => {
    onTold = (keeping) => void (keeping?.step === 'checking' && keeper.stop());
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'stopped' });
    expect(inLibrary()).toEqual([`${recordingId}.age.part`]);
    openKept();
    openKeeper();
    await tidy();
    expect(await view()).toMatchObject({ interrupted: true, keptAt: null, problem: null });
    const part = readFileSync(partFile(library, recordingId));
    onTold = () => undefined;
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'kept' });
    expect(readFileSync(keptFile(library, recordingId)).equals(part)).toBe(true);
    expect((await view()).interrupted).toBe(false);
  });

  test('before it has begun writes nothing', async () => {
    const keeping = keeper.keep(recordingId);
    close();
    expect(await keeping).toEqual({ outcome: 'stopped' });
    expect(existsSync(recordingsFolder(library))).toBe(false);
  });

  test('and left for good leaves nothing', async () => {
    onTold = (keeping) => void (keeping !== null && keeper.stop());
    await keeper.keep(recordingId);
    expect(await keeper.leave(recordingId)).toBe(true);
    expect(await view()).toMatchObject({ interrupted: false });
    expect(inLibrary()).toEqual([]);
  });
});

describe('the original of a kept recording', () => {
  beforeEach(async () => void (await keeper.keep(recordingId)));

  test('goes to the bin when all that the library has is whole', async () => {
    expect(await keeper.binOriginal(recordingId)).toEqual({ outcome: 'binned' });
    expect(binned).toEqual([file]);
    expect(await view()).toMatchObject({ original: false, problem: null });
    expect(await keeper.binOriginal(recordingId)).toEqual({ outcome: 'gone' });
  });

  test('stays when anything at all is damaged', async () => {
    const path = keptFile(library, recordingId);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(path, bytes);
    expect(await keeper.binOriginal(recordingId)).toEqual({ outcome: 'damaged' });
    expect(binned).toEqual([]);
  });

  test('stays when it is another file by now, or the check was ended', async () => {
    const before = readFileSync(file);
    writeFileSync(file, randomBytes(before.length));
    expect(await keeper.binOriginal(recordingId)).toEqual({ outcome: 'changed' });
    writeFileSync(file, before);
    onTold = (keeping) => void (keeping !== null && keeper.cancel());
    expect(await keeper.binOriginal(recordingId)).toEqual({ outcome: 'busy' });
    expect(binned).toEqual([]);
  });

  test.each(['itself', 'again'])('stays when another session plays from it: %s', async (name) => {
    const path = name === 'again' ? join(card, 'again.mp4') : file;
    if (path !== file) linkSync(file, path);
    const { sizeBytes, durationMs, picture, fingerprint } = find();
    const { id } = store.sessions.add({
      groupId: null,
      date: '2026-01-02',
      number: null,
      patientsPresent: null,
      firstTherapistId: null,
      secondTherapistId: null,
    });
    const linked = { path, name, sizeBytes, durationMs, picture, fingerprint };
    const other = store.recordings.add({ sessionId: id, ...linked });
    expect(await keeper.binOriginal(recordingId)).toEqual({ outcome: 'needed' });
    expect(binned).toEqual([]);
    store.recordings.keep(other.id);
    expect(await keeper.binOriginal(recordingId)).toEqual({ outcome: 'binned' });
  });

  test('is not touched while the recording is only linked', async () => {
    store.recordings.relink(recordingId, find());
    expect(await keeper.binOriginal(recordingId)).toEqual({ outcome: 'busy' });
    expect(binned).toEqual([]);
  });
});

describe('a readable copy', () => {
  beforeEach(async () => void (await keeper.keep(recordingId)));

  test('is the recording, and the library goes on keeping it', async () => {
    expect(await keeper.takeOut(recordingId)).toEqual({ outcome: 'takenOut', name: 'out.mp4' });
    expect(hash(place ?? '')).toBe(hash(file));
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
    expect(find().keptAt).not.toBeNull();
    expect(inFolder(join(library, '..'))).toEqual(['card', 'library', 'out.mp4']);
  });

  test('is not begun when the library is closed while a person chooses the place', async () => {
    onAsked = () => close();
    expect(await keeper.takeOut(recordingId)).toEqual({ outcome: 'stopped' });
    expect(inFolder(join(library, '..'))).toEqual(['card', 'library']);
  });

  test('may be the original again', async () => {
    const before = hash(file);
    rmSync(file);
    place = file;
    expect(await keeper.takeOut(recordingId)).toMatchObject({ outcome: 'takenOut' });
    expect(hash(file)).toBe(before);
  });

  test('goes neither into the library nor over another recording', async () => {
    const other = makeRecording(card, 'film.mov');
    await linkNew(store, other, kept);
    const before = hash(other);
    for (const wrong of [other, join(library, 'out.mp4'), join(recordingsFolder(library), 'x'), library]) {
      place = wrong;
      expect(await keeper.takeOut(recordingId), wrong).toEqual({ outcome: 'taken' });
    }
    expect(hash(other)).toBe(before);
  });

  test('leaves nothing when it is cancelled, ended, damaged, or cannot be written', async () => {
    const whole = () => inFolder(join(library, '..'));
    for (const end of ['cancel', 'stop'] as const) {
      openKeeper();
      onTold = (keeping) => void (keeping !== null && keeper[end]());
      expect((await keeper.takeOut(recordingId)).outcome).toMatch(/cancelled|stopped/);
      expect(whole()).toEqual(['card', 'library']);
    }
    onTold = () => undefined;
    openKeeper();
    place = join(library, '..', 'nowhere', 'out.mp4');
    expect(await keeper.takeOut(recordingId)).toEqual({ outcome: 'unwritable' });
    place = undefined;
    expect(await keeper.takeOut(recordingId)).toEqual({ outcome: 'cancelled' });
    place = join(library, '..', 'out.mp4');
    truncateSync(keptFile(library, recordingId), 5000);
    expect(await keeper.takeOut(recordingId)).toEqual({ outcome: 'damaged' });
    expect(whole()).toEqual(['card', 'library']);
  });
});

describe('a kept file that is not as it was', () => {
  beforeEach(async () => void (await keeper.keep(recordingId)));

  test('has its own sentence when it is missing', async () => {
    rmSync(keptFile(library, recordingId));
    expect((await view()).problem).toEqual({ kind: 'keptGone' });
  });

  test.each([0, 100, 5000])('has its own sentence when it ends after %i bytes', async (length) => {
    truncateSync(keptFile(library, recordingId), length);
    expect((await view()).problem).toEqual({ kind: 'keptDamaged', playable: false });
    expect(damaged).toEqual([recordingId]);
  });

  test('is found when the damaged part is read, told once, and what can be read plays on', async () => {
    // The recording of another one, longer, so that there is a middle that nobody looks into.
    await add('sound.wav');
    await keeper.keep(recordingId);
    const path = keptFile(library, recordingId);
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(path, bytes);
    const reading = await kept.open(find());
    if (typeof reading === 'string') throw new Error(reading);
    await expect(reading.read(0, reading.size)).rejects.toThrow();
    await expect(reading.read(0, reading.size)).rejects.toThrow();
    await reading.close();
    expect(damaged).toEqual([recordingId]);
    expect((await view()).problem).toMatchObject({ kind: 'keptDamaged' });
  });

  test('is found again by the original, which is linked then; what was damaged is put aside', async () => {
    truncateSync(keptFile(library, recordingId), 5000);
    expect(await relink(store, sessionId, file, false, kept)).toMatchObject({ outcome: 'linked' });
    expect(inLibrary()).toEqual([`${recordingId}.age.damaged`]);
    expect(await view()).toMatchObject({ keptAt: null, problem: null });
    expect(await keeper.keep(recordingId)).toEqual({ outcome: 'kept' });
    expect(await view()).toMatchObject({ problem: null });
  });

  test('is found again by a drop of the original', async () => {
    rmSync(keptFile(library, recordingId));
    expect(await linkNew(store, file, kept)).toEqual({ outcome: 'known', sessionId });
    expect(await view()).toMatchObject({ keptAt: null, problem: null });
  });
});

describe('a kept recording that is whole', () => {
  beforeEach(async () => void (await keeper.keep(recordingId)));

  test('is not given up for a file outside, whatever is asked', async () => {
    const other = makeRecording(testFolder(), 'film.mov');
    for (const [path, force] of [
      [file, false],
      [file, true],
      [other, true],
    ] as const) {
      expect(await relink(store, sessionId, path, force, kept)).toEqual({ outcome: 'known', sessionId });
    }
    expect(await relink(store, sessionId, other, false, kept)).toMatchObject({ outcome: 'different' });
    expect(find().keptAt).not.toBeNull();
  });

  test('is known when its original is dropped, and stays kept', async () => {
    expect(await linkNew(store, file, kept)).toEqual({ outcome: 'known', sessionId });
    const elsewhere = join(testFolder(), 'same.mp4');
    copyFileSync(file, elsewhere);
    expect(await linkNew(store, elsewhere, kept)).toEqual({ outcome: 'known', sessionId });
    expect(find()).toMatchObject({ path: file, keptAt: expect.any(String) });
  });

  test('cannot be read any more when the library is closed', async () => {
    const reading = await kept.open(find());
    if (typeof reading === 'string') throw new Error(reading);
    await reading.read(0, 10);
    kept.close();
    await expect(reading.read(0, 10)).rejects.toThrow('closed');
    expect(await kept.open(find())).toBe('gone');
    expect(damaged).toEqual([]);
    await reading.close();
  });

  test('goes with everything that the library has of it', async () => {
    for (const one of [partFile, newFile, asideFile]) writeFileSync(one(library, recordingId), 'x');
    const other = randomUUID();
    writeFileSync(keptFile(library, other), 'x');
    await removeKept(library, recordingId);
    expect(inLibrary()).toEqual([`${other}.age`]);
    expect(existsSync(file)).toBe(true);
    await removeKept(library, recordingId);
  });
});

describe('at the opening of the library', () => {
  test('what was whole when the program was killed is kept', async () => {
    await keeper.keep(recordingId);
    // As if the record had not been told yet.
    store.recordings.relink(recordingId, find());
    await tidy();
    expect(await view()).toMatchObject({ keptAt: expect.any(String), problem: null });
  });

  test('a file of other content is neither kept nor removed', async () => {
    await keeper.keep(recordingId);
    const other = makeRecording(testFolder(), 'film.mov');
    await relink(store, sessionId, other, true, kept);
    store.recordings.relink(recordingId, { ...find(), fingerprint: 'b'.repeat(64) });
    await tidy();
    expect(find().keptAt).toBeNull();
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
  });

  test('what was never whole goes, unless it can go on', async () => {
    mkdirSync(recordingsFolder(library));
    const [gone, other] = [randomUUID(), recordingId];
    for (const name of [
      `${other}.age.part`,
      `${other}.film.part`,
      `${gone}.age.part`,
      `${gone}.age`,
      'notes.txt',
    ]) {
      writeFileSync(join(recordingsFolder(library), name), 'x');
    }
    await tidy();
    expect(inLibrary()).toEqual([`${gone}.age`, `${other}.age.part`, 'notes.txt'].toSorted());
  });

  test('what was begun of a recording that is kept by now goes', async () => {
    await keeper.keep(recordingId);
    writeFileSync(partFile(library, recordingId), 'x');
    await tidy();
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
  });
});

describe('a playable copy of a kept recording', () => {
  let copy: Uint8Array;
  const copying = () =>
    conversions({
      store,
      leftover: leftover(join(library, '..', 'note.json')),
      askForPlace: async () => {
        throw new Error('nobody is asked for a place');
      },
      kept,
      inLibrary: {
        folder: library,
        target: (recording) => keptTarget({ folder: library, keys, store, kept, recording }),
      },
    });

  beforeEach(async () => {
    copy = readFileSync(file);
    await add(kinds.convertible);
    await keeper.keep(recordingId);
    rmSync(file);
  });

  async function begun(copies = copying()) {
    const answer = await copies.begin(sessionId);
    if (answer.outcome !== 'begun') throw new Error(`not begun: ${answer.outcome}`);
    return { copies, ...answer };
  }

  test('takes its place, encrypted, in whatever order it was written, and lies nowhere else', async () => {
    const before = readFileSync(keptFile(library, recordingId));
    const { copies, conversionId, name } = await begun();
    expect(name).toBe('film.mp4');
    const half = Math.floor(copy.length / 2);
    await copies.write(conversionId, half, copy.subarray(half));
    await copies.write(conversionId, 0, new Uint8Array(half));
    expect(await copies.write(conversionId, 0, copy.subarray(0, half))).toEqual({ outcome: 'written' });
    expect(inLibrary()).toEqual([`${recordingId}.age`, `${recordingId}.film.part`]);
    expect(await copies.finish(conversionId)).toMatchObject({
      outcome: 'finished',
      linked: { outcome: 'linked', sessionId, problem: null },
    });
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
    expect(inFolder(card)).toEqual([kinds.kept]);
    expect(readFileSync(keptFile(library, recordingId)).equals(before)).toBe(false);
    const bytes = await opened(keptFile(library, recordingId));
    expect(Buffer.compare((await bytes?.read(0, copy.length)) ?? Buffer.of(), copy)).toBe(0);
    await bytes?.close();
    expect(await view()).toMatchObject({ name: 'film.mp4', problem: null, keptAt: expect.any(String) });
  });

  test('that is cancelled, cut short or dropped leaves the recording as it was', async () => {
    const before = hash(keptFile(library, recordingId));
    const first = await begun();
    await first.copies.write(first.conversionId, 0, copy);
    await first.copies.cancel(first.conversionId);
    const second = await begun();
    await second.copies.write(second.conversionId, 0, copy.subarray(0, copy.length / 2));
    expect(await second.copies.finish(second.conversionId)).toEqual({ outcome: 'broken' });
    const third = await begun();
    await third.copies.write(third.conversionId, 0, copy);
    third.copies.stop();
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
    expect(hash(keptFile(library, recordingId))).toBe(before);
  });

  test('is not begun when the library is closed meanwhile', async () => {
    const copies = copying();
    const begins = copies.begin(sessionId);
    copies.stop();
    expect(await begins).toEqual({ outcome: 'unwritable' });
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
  });

  test('is one, although two are begun at once', async () => {
    const copies = copying();
    const both = await Promise.all([begun(copies), begun(copies)]);
    for (const { conversionId } of both) await copies.write(conversionId, 0, copy);
    const ends = await Promise.all(both.map(({ conversionId }) => copies.finish(conversionId)));
    expect(ends.map(({ outcome }) => outcome).toSorted()).toEqual(['finished', 'gone']);
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
  });

  test('takes its place at the next opening, when the program was killed after the record was told', async () => {
    const { copies, conversionId } = await begun();
    await copies.write(conversionId, 0, copy);
    const old = readFileSync(keptFile(library, recordingId));
    const before = find();
    await copies.finish(conversionId);
    const after = find();
    renameSync(keptFile(library, recordingId), newFile(library, recordingId));
    writeFileSync(keptFile(library, recordingId), old);
    // The record was told: the new film. It was not: the old one.
    openKept();
    expect(await view()).toMatchObject({ name: 'film.mp4', problem: null });
    renameSync(keptFile(library, recordingId), newFile(library, recordingId));
    writeFileSync(keptFile(library, recordingId), old);
    store.recordings.keep(recordingId, before);
    openKept();
    expect(await view()).toMatchObject({ name: 'film.ts', problem: { kind: 'convert' } });
    expect(inLibrary()).toEqual([`${recordingId}.age`]);
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });
});

test('keeping goes on by itself from a file that the same work began elsewhere', async () => {
  mkdirSync(recordingsFolder(library));
  const part = partFile(library, recordingId);
  await keepFile(
    { source: file, sizeBytes: statSync(file).size, part, identity: demoKeys.identity },
    () => undefined,
  );
  truncateSync(part, 3000);
  expect(await keeper.keep(recordingId)).toEqual({ outcome: 'kept' });
});
