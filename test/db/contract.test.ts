/** The contract asked directly, by somebody who is not the rater, and while the record changes. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { refusalOf } from '../../db/refused.ts';
import type { Store } from '../../db/store.ts';
import type { Call } from '../../main/ipc.ts';
import { linkNew } from '../../main/media/link.ts';
import type { SessionView } from '../../preload/api.ts';
import { testFolder } from '../fixtures/folder.ts';
import { nothingKept } from '../fixtures/kept.ts';
import { makeRecording } from '../fixtures/recordings.ts';
import { uuid } from '../fixtures/rows.ts';
import { newMark, openTestStore, startRating, submit } from '../fixtures/store.ts';

// Questions are given to the answers themselves; nothing else of Electron is touched.
vi.mock('electron', () => ({ ipcMain: {} }));
const { callsOf } = await import('../../main/answers.ts');

let store: Store;
let raterId: string | null;
let calls: Readonly<Record<string, Call>>;
let begun: ReturnType<typeof startRating>;

/** Asks as the window does: the argument is parsed, then answered. */
async function asked(name: string, argument?: unknown): Promise<unknown> {
  const call = calls[name];
  if (call === undefined) throw new Error(`no call ${name}`);
  // The shape was checked by the schema beside `run`.
  return call.run(call.input.parse(argument) as never);
}

beforeEach(() => {
  store = openTestStore();
  raterId = null;
  const no = () => {
    throw new Error('not in this test');
  };
  const desk = {
    saveSettings: no,
    print: no,
    savePdf: no,
    saveChart: no,
    saveCertificate: no,
    askForCertificate: no,
    askForFile: no,
    askForTextPack: no,
    askWhereToExport: no,
    askWhereToCopy: no,
    askWhereToTakeOut: no,
    raterId: () => raterId,
    keepUntil: () => null,
    keepRater(id: string | null) {
      raterId = id;
    },
  };
  const conversions = { begin: no, write: no, finish: no, cancel: no, busy: () => false, stop: no };
  calls = callsOf(store, desk, conversions, nothingKept);
  begun = startRating(store);
});

/** Every call that changes something of a rating. */
function changes(ratingId: string): [name: string, argument: unknown][] {
  const { id } = store.judgements.addMark(newMark(ratingId));
  const sessionId = begun.session.id;
  return [
    ['setPhases', { sessionId, ratingId, phases: [{ name: 'Opening', startMs: 0, endMs: 9000 }] }],
    ['addMark', newMark(ratingId)],
    ['editMark', { id, quality: 1 }],
    ['removeMark', id],
    ['editScore', { ratingId, item: 1, quality: 1 }],
    ['editOverall', { ratingId, quality: 1 }],
    ['undo', ratingId],
    ['redo', ratingId],
    ['missing', ratingId],
    ['submit', { ratingId, gaps: [] }],
    ['keepPlayed', { ratingId, positionMs: 5, stretches: [] }],
  ];
}

describe('a rating', () => {
  test.each([
    ['somebody else', () => store.raters.add({ name: 'Henrik', kind: 'supervisor' }).id],
    ['nobody in particular', () => null],
  ])('is not changed by %s', async (_, who) => {
    const ratingId = begun.rating.id;
    const all = changes(ratingId);
    const before = store.judgements.ofRating(ratingId);
    raterId = who();
    for (const [name, argument] of all) {
      await expect(asked(name, argument), name).rejects.toMatchObject({ reason: 'notYours' });
    }
    expect(store.judgements.ofRating(ratingId)).toEqual(before);
    expect(store.phases.ofSession(begun.session.id)).toEqual([]);
    submit(store, ratingId);
    const amending = asked('amend', { ratingId, reason: 'Mine now' });
    await expect(amending).rejects.toMatchObject({ reason: 'notYours' });
    expect(store.ratings.versions(begun.rating)).toHaveLength(1);
  });

  test('that is submitted is locked for its own rater, phases and all', async () => {
    const ratingId = begun.rating.id;
    store.phases.set({
      sessionId: begun.session.id,
      ratingId,
      phases: [{ name: 'A', startMs: 0, endMs: 9 }],
    });
    const all = changes(ratingId).filter(([name]) => name !== 'missing');
    submit(store, ratingId);
    raterId = begun.rater.id;
    for (const [name, argument] of all) {
      await expect(asked(name, argument), name).rejects.toMatchObject({ reason: 'submitted' });
    }
    expect(store.phases.ofSession(begun.session.id)).toMatchObject([{ name: 'A' }]);
  });

  test('keeps its marks when a change names another rating than theirs', async () => {
    const other = startRating(store);
    const mark = store.judgements.addMark(newMark(begun.rating.id));
    raterId = begun.rater.id;
    expect(await asked('editMark', { id: mark.id, ratingId: other.rating.id, quality: 1 })).toBeUndefined();
    expect(store.judgements.ofRating(begun.rating.id).marks).toEqual([mark]);
  });

  test('for training shows nothing of itself to another trainee, nor to nobody', async () => {
    const theirs = store.raters.add({ name: 'Tove', kind: 'trainee' });
    const training = store.ratings.begin({
      sessionId: begun.session.id,
      raterId: theirs.id,
      purpose: 'training',
    });
    store.judgements.editScore({ ratingId: training.id, item: 4, adherence: 3, quality: 3 });
    for (const who of [store.raters.add({ name: 'Nils', kind: 'trainee' }).id, null]) {
      raterId = who;
      expect(await asked('rating', training.id)).toMatchObject({ outcome: 'hidden' });
      expect(await asked('history', { ratingId: training.id })).toBeUndefined();
      expect(await asked('session', begun.session.id)).toMatchObject({ scores: [] });
      expect(await asked('showOthers', begun.session.id)).toEqual({ found: false });
      const whole = { sought: '', groupId: null, waiting: false, from: 0, count: 10 };
      expect(await asked('sessions', whole)).toMatchObject({ rows: [{ ratings: [] }] });
      expect(await asked('session', begun.session.id)).toMatchObject({ row: { ratings: [] } });
      expect(await asked('results', begun.session.id)).toMatchObject({ ratings: [], notSubmitted: [] });
      const subject = { kind: 'therapist', therapistId: begun.first.id };
      expect(await asked('progress', subject)).toMatchObject({ ratings: [], notSubmitted: [] });
    }
  });
});

describe('what was written about a session', () => {
  const about = () => ({ sessionId: begun.session.id });

  test.each([
    ['covered', 'supervisor', 'supervision'],
    ['hidden', 'supervisor', 'certification'],
    ['hidden', 'trainee', 'training'],
  ] as const)('is not told while ratings are %s for a %s with a %s', async (_, kind, purpose) => {
    store.feedback.put(begun.rater.id, about(), 'Slower');
    submit(store, begun.rating.id);
    const rater = store.raters.add({ name: 'Henrik', kind });
    const own = store.ratings.begin({ ...about(), raterId: rater.id, purpose });
    raterId = rater.id;
    expect(await asked('feedback', about())).toEqual([]);
    expect(await asked('putFeedback', { about: about(), text: 'Mine' })).toEqual({ done: true });
    expect(await asked('feedback', about())).toMatchObject([{ text: 'Mine' }]);
    submit(store, own.id);
    expect(await asked('feedback', about())).toHaveLength(2);
  });

  test('is written by nobody when nobody sits there', async () => {
    expect(await asked('putFeedback', { about: about(), text: 'Whose?' })).toEqual({ done: false });
    expect(await asked('feedback', about())).toEqual([]);
  });
});

describe('what belongs to something that is gone', () => {
  const nobodys = { date: '2026-03-05', name: 'Course', therapistId: null, groupId: null };

  test.each([
    ['addEvent', { ...nobodys, therapistId: uuid(1) }],
    ['addEvent', { ...nobodys, groupId: uuid(1) }],
    ['putFeedback', { about: { sessionId: uuid(1) }, text: 'Text' }],
    ['putFeedback', { about: { therapistId: uuid(1) }, text: 'Text' }],
  ])('is refused by %s with a reason, and nothing is kept', async (name, argument) => {
    raterId = begun.rater.id;
    const error: unknown = await asked(name, argument).catch((thrown: unknown) => thrown);
    expect(refusalOf(error)).toBe('gone');
    expect(store.events.all()).toEqual([]);
    expect(await asked('feedback', { sessionId: uuid(1) })).toEqual([]);
  });

  test('leaves an event as it was', async () => {
    const event = store.events.add(nobodys);
    const error: unknown = await asked('editEvent', { ...event, groupId: uuid(1) }).catch(
      (thrown: unknown) => thrown,
    );
    expect(refusalOf(error)).toBe('gone');
    expect(store.events.all()).toEqual([event]);
  });
});

describe('a sign that no text holds', () => {
  test('is left out of what is written, wherever it stands', async () => {
    raterId = begun.rater.id;
    const about = { sessionId: begun.session.id };
    expect(await asked('putFeedback', { about, text: '\u0000Well\u0000 held' })).toEqual({ done: true });
    expect(await asked('feedback', about)).toMatchObject([{ text: 'Well held' }]);
    const event = { date: '2026-03-05', name: '\u0000Course', therapistId: null, groupId: null };
    expect(await asked('addEvent', event)).toMatchObject({ name: 'Course' });
    await expect(asked('addEvent', { ...event, name: ' \u0000 ' })).rejects.toThrow();
  });
});

describe('a malformed question', () => {
  test.each([
    ['keepPlayed', { ratingId: uuid(1), positionMs: Number.NaN, stretches: [] }],
    ['keepPlayed', { ratingId: uuid(1), positionMs: 0, stretches: [{ fromMs: 5, toMs: 5, rate: 1 }] }],
    ['editMark', { id: uuid(1), constructor: 1 }],
    ['addMark', { ...newMark(uuid(1)), note: 'x'.repeat(20_001) }],
    [
      'setPhases',
      { sessionId: uuid(1), phases: [{ name: 'A', startMs: 0, endMs: Number.POSITIVE_INFINITY }] },
    ],
    ['writeConversion', { conversionId: uuid(1), position: -1, bytes: new Uint8Array(1) }],
    ['writeConversion', { conversionId: uuid(1), position: 0, bytes: new Uint8Array(0) }],
    ['writeConversion', { conversionId: uuid(1), position: 0.5, bytes: new Uint8Array(1) }],
    ['savePdf', '../../keys'],
    ['savePdf', { name: 'Report', foot: 'x'.repeat(201) }],
    ['saveChart', { name: 'Chart', kind: 'exe', bytes: new Uint8Array(1) }],
    ['saveChart', { name: '../Chart', kind: 'png', bytes: new Uint8Array(1) }],
    ['saveChart', { name: 'Chart', kind: 'png', bytes: new Uint8Array(17 * 1024 * 1024) }],
    ['saveChart', { name: 'Chart', kind: 'png', bytes: 'text' }],
    ['sessions', { sought: 'x'.repeat(201), groupId: null, waiting: false, from: 0, count: 10 }],
    ['sessions', { sought: '', groupId: null, waiting: false, from: 0, count: 201 }],
    ['sessions', { sought: '', groupId: null, waiting: false, from: Number.NaN, count: 10 }],
    ['results', 'x'],
    ['progress', uuid(1)],
    ['progress', { kind: 'pair', therapistIds: [uuid(1)] }],
    ['progress', { kind: 'group', groupId: uuid(1), therapistId: uuid(1) }],
    ['addEvent', { date: '2026-02-30', name: 'Course', therapistId: null, groupId: null }],
    ['addEvent', { date: '2026-03-05', name: 'x'.repeat(201), therapistId: null, groupId: null }],
    ['addEvent', { date: '2026-03-05', name: 'Course', therapistId: uuid(1), groupId: uuid(2) }],
    ['feedback', { sessionId: uuid(1), therapistId: uuid(1) }],
    ['putFeedback', { about: { sessionId: uuid(1) }, text: 'x'.repeat(20_001) }],
    ['history', { ratingId: uuid(1), before: Number.NaN }],
  ])('to %s changes nothing', async (name, argument) => {
    await expect(asked(name, argument)).rejects.toThrow();
  });
});

describe('a session', () => {
  test('is told as it is when the answer comes, although its file is slow to look into', async () => {
    const linked = await linkNew(store, makeRecording(testFolder(), 'index-at-end.mp4'), nothingKept);
    if (linked.outcome !== 'linked') throw new Error('not linked');
    const { sessionId } = linked;
    const answer = asked('session', sessionId);
    store.phases.set({ sessionId, phases: [{ name: 'Opening', startMs: 0, endMs: 9000 }] });
    // The shape is the contract's.
    const { phases } = (await answer) as SessionView;
    expect(phases).toMatchObject([{ name: 'Opening' }]);
  });
});
