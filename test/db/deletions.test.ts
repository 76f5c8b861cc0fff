/** What is deleted is gone, with all that hung on it: out of every table, the log and the bytes of the file. */
import { statSync } from 'node:fs';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { seeded } from '../../build/demo/random.ts';
import type { Viewer } from '../../db/blinding.ts';
import type { Deleted } from '../../db/deletions.ts';
import { connect } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { tidy } from '../../db/tidy.ts';
import { verify } from '../../db/verify.ts';
import type { Deletable } from '../../db/whatGoes.ts';
import { pagesOf } from '../fixtures/pages.ts';
import { databaseFile, everyRow, newMark, openTestStore, submit } from '../fixtures/store.ts';

let file: string;
let store: Store;
let viewer: NonNullable<Viewer>;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
  viewer = store.raters.add({ name: 'Zebulon Viewer', kind: 'supervisor' });
});

/** A session with something in every table; what is written in it begins with `word`. */
function fullSession(word: string) {
  const group = store.groups.add({ name: `${word}Group_`, format: 'closed', usualMinutes: 90 });
  const first = store.therapists.add({ code: `${word}Code_`, name: `${word}Therapist_` });
  const session = store.sessions.add({
    groupId: group.id,
    date: '2026-11-12',
    number: 3,
    patientsPresent: 7,
    firstTherapistId: first.id,
    secondTherapistId: null,
  });
  const recording = store.recordings.add({
    sessionId: session.id,
    path: `/${word}Path_/film.mp4`,
    name: `${word}Film_.mp4`,
    sizeBytes: 10,
    durationMs: 60_000,
    picture: true,
    fingerprint: 'f'.repeat(64),
  });
  store.waveforms.keep({ recordingId: recording.id, stepMs: 50, peaks: new Uint8Array([1, 2]) });
  store.phases.set({
    sessionId: session.id,
    phases: [{ name: `${word}Phase_`, startMs: 0, endMs: 9000 }],
  });
  store.transcripts.replace(session.id, `${word}Talk_.vtt`, [
    { startMs: 0, endMs: 10, speaker: `${word}Speaker_`, text: `${word}Said_` },
  ]);
  const rater = store.raters.add({ name: `${word}Rater_`, kind: 'expert' });
  const rating = store.ratings.begin({ sessionId: session.id, raterId: rater.id, purpose: 'supervision' });
  fill(rating.id, `${word}Rating`);
  submit(store, rating.id);
  const amended = store.finishing.amend({ ratingId: rating.id, reason: `${word}Reason_` });
  const self = store.raters.selfOf(first.id);
  if (self === undefined || amended === undefined) throw new Error('not made');
  const own = store.ratings.begin({ sessionId: session.id, raterId: self.id, purpose: 'selfRating' });
  fill(own.id, `${word}Self`);
  store.phases.set({
    sessionId: session.id,
    ratingId: own.id,
    phases: [{ name: `${word}SelfPhase_`, startMs: 0, endMs: 900 }],
  });
  store.feedback.put(rater.id, { sessionId: session.id }, `${word}FeedbackOfSession_`);
  store.feedback.put(rater.id, { therapistId: first.id }, `${word}FeedbackOfTherapist_`);
  store.feedback.put(self.id, { sessionId: session.id }, `${word}FeedbackBySelf_`);
  store.events.add({ date: '2026-01-01', name: `${word}Course_`, therapistId: first.id, groupId: null });
  const past = store.events.add({
    date: '2026-01-01',
    name: `${word}PastCourse_`,
    therapistId: first.id,
    groupId: null,
  });
  store.events.remove(past.id);
  store.events.add({ date: '2026-01-02', name: `${word}Ward_`, therapistId: null, groupId: group.id });
  return { group, first, session, recording, rater, rating, own, self };
}

function fill(ratingId: string, word: string): void {
  const { id } = store.judgements.addMark(newMark(ratingId, { note: `${word}Note_`.repeat(3) }));
  store.judgements.editMark({ id, note: `${word}Changed_` });
  store.judgements.removeMark(store.judgements.addMark(newMark(ratingId, { note: `${word}Gone_` })).id);
  store.judgements.editScore({ ratingId, item: 2, adherence: 3, quality: 4, note: `${word}Score_` });
  store.judgements.editOverall({ ratingId, quality: 4, note: `${word}Overall_` });
  store.finishing.keepPlayed(ratingId, 30_000, [{ fromMs: 0, toMs: 30_000, rate: 1 }]);
}

function deleteIt(what: Deletable, who: Viewer | 'nobody' = viewer): Deleted {
  const by = who === 'nobody' ? undefined : who;
  const goes = store.whatGoes(what, by);
  if (goes === undefined) return { outcome: 'gone' };
  const deleted = store.deletions.delete(what, goes.asOf, by);
  tidied();
  return deleted;
}

/** As a worker does it in the program, while the record stays open. */
function tidied(): void {
  const db = connect(file, demoKeys.database);
  expect(tidy(db)).toBe(true);
  db.close();
  expect(store.deletions.untidy()).toBe(false);
}

/** Words of the rows, and of the bytes, that begin like this. */
function found(word: string): string[] {
  const rows = JSON.stringify(everyRow(file));
  const bytes = pagesOf(file, demoKeys.database).toString('latin1');
  // Every one ends so, whatever stands behind it in a page.
  const pattern = new RegExp(`${word}[A-Za-z]*(?=_)`, 'g');
  return [...new Set([...(rows.match(pattern) ?? []), ...(bytes.match(pattern) ?? [])])].sort();
}

function sound(): void {
  const db = connect(file, demoKeys.database, { readonly: true });
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(verify(db).faults).toEqual([]);
  db.close();
}

test('the bytes of the file can be looked into here', () => {
  fullSession('Quirk');
  expect(found('Quirk').length).toBeGreaterThan(20);
  expect(pagesOf(file, new Uint8Array(32)).includes('QuirkGroup_')).toBe(false);
});

describe('a session', () => {
  test('is deleted with all that hangs on it, and nothing of another goes', () => {
    const it = fullSession('Quirk');
    fullSession('Other');
    const others = found('Other');
    expect(deleteIt({ noun: 'session', id: it.session.id })).toEqual({ outcome: 'deleted' });
    // People, their group and what was written to them outlive the session.
    expect(found('Quirk')).toEqual([
      'QuirkCode',
      'QuirkCourse',
      'QuirkFeedbackOfTherapist',
      'QuirkGroup',
      'QuirkPastCourse',
      'QuirkRater',
      'QuirkTherapist',
      'QuirkWard',
    ]);
    expect(found('Other')).toEqual(others);
    expect(store.sessions.find(it.session.id)).toBeUndefined();
    expect(store.ratings.find(it.rating.id)).toBeUndefined();
    sound();
  });

  test('is told before: who rated it how far, and everything else by its number', () => {
    const it = fullSession('Quirk');
    expect(store.whatGoes({ noun: 'session', id: it.session.id }, viewer)).toMatchObject({
      name: '2026-11-12',
      refused: undefined,
      ratings: [
        {
          raterName: 'QuirkRater_',
          purpose: 'supervision',
          submitted: true,
          versions: 2,
          marks: 1,
          notes: 3,
        },
        { raterName: 'QuirkTherapist_', purpose: 'selfRating', submitted: false, versions: 1, marks: 1 },
      ],
      phases: 1,
      passages: 1,
      feedback: ['QuirkRater_', 'QuirkTherapist_'],
      recording: { name: 'QuirkFilm_.mp4', sizeBytes: 10, kept: false },
    });
  });

  test('leaves in the log who deleted it, when, and how much went', () => {
    const it = fullSession('Quirk');
    deleteIt({ noun: 'session', id: it.session.id });
    const { rows } = store.latestChanges.page(viewer);
    expect(rows[0]).toMatchObject({ noun: 'session', what: 'deleted', raterName: 'Zebulon Viewer' });
    expect(rows.some(({ erased, noun }) => erased && noun === 'mark')).toBe(true);
    expect(JSON.stringify(everyRow(file).change)).toContain('\\"ratings\\":2,\\"marks\\":2');
  });

  test('is not deleted twice, nor after more has happened than was shown', () => {
    const it = fullSession('Quirk');
    const what = { noun: 'session', id: it.session.id } as const;
    const goes = store.whatGoes(what, viewer);
    store.judgements.addMark(newMark(it.own.id));
    expect(store.deletions.delete(what, goes?.asOf ?? 0, viewer)).toEqual({ outcome: 'changed' });
    expect(deleteIt(what).outcome).toBe('deleted');
    expect(deleteIt(what).outcome).toBe('gone');
  });

  test('is not deleted by nobody, nor by a rater who may not see its ratings yet', () => {
    const it = fullSession('Quirk');
    const what = { noun: 'session', id: it.session.id } as const;
    const before = everyRow(file);
    expect(deleteIt(what, 'nobody')).toEqual({ outcome: 'refused', refused: 'nobody' });
    const trainee = store.raters.add({ name: 'Tove', kind: 'trainee' });
    expect(deleteIt(what, trainee)).toEqual({ outcome: 'refused', refused: 'unseen' });
    expect(store.whatGoes(what, trainee)).toMatchObject({ ratings: [], feedback: [] });
    const mine = store.ratings.begin({
      sessionId: it.session.id,
      raterId: viewer.id,
      purpose: 'supervision',
    });
    expect(deleteIt(what)).toEqual({ outcome: 'refused', refused: 'unseen' });
    expect(everyRow(file).session).toEqual(before.session);
    submit(store, mine.id);
    expect(deleteIt(what).outcome).toBe('deleted');
  });
});

describe('a recording', () => {
  test('is deleted, and the session keeps its ratings and how much of it was played', () => {
    const it = fullSession('Quirk');
    const ratings = store.ratings.ofSession(it.session.id);
    const before = store.openRatings.coverage(it.rating.id);
    expect(before?.share).toBe(0.5);
    expect(store.whatGoes({ noun: 'recording', id: it.recording.id }, viewer)).toMatchObject({
      name: 'QuirkFilm_.mp4',
      ratings: [],
      staying: { ratings: 2, unsubmitted: 2 },
    });
    expect(deleteIt({ noun: 'recording', id: it.recording.id }).outcome).toBe('deleted');
    expect(found('QuirkFilm')).toEqual([]);
    expect(found('QuirkPath')).toEqual([]);
    expect(store.ratings.ofSession(it.session.id)).toEqual(ratings);
    expect(store.openRatings.coverage(it.rating.id)).toEqual(before);
    expect(everyRow(file).waveform).toEqual([]);
    sound();
  });

  test.each([
    ['is kept', true],
    ['is linked, and may have been kept before', false],
  ])('that %s leaves its file to be removed, until that is done', (_, isKept) => {
    const it = fullSession('Quirk');
    if (isKept) store.recordings.keep(it.recording.id);
    deleteIt({ noun: 'session', id: it.session.id });
    expect(store.deletions.filesLeaving()).toEqual([it.recording.id]);
    store.deletions.fileLeft(it.recording.id);
    expect(store.deletions.filesLeaving()).toEqual([]);
  });
});

describe('a therapist', () => {
  test('is deleted with the own ratings; the sessions stay without', () => {
    const it = fullSession('Quirk');
    fullSession('Other');
    const others = found('Other');
    expect(store.whatGoes({ noun: 'therapist', id: it.first.id }, viewer)).toMatchObject({
      name: 'QuirkCode_ QuirkTherapist_',
      sessions: 1,
      ratings: [{ purpose: 'selfRating' }],
      feedback: ['QuirkRater_', 'QuirkTherapist_'],
      events: ['QuirkCourse_'],
    });
    expect(deleteIt({ noun: 'therapist', id: it.first.id }).outcome).toBe('deleted');
    const left = found('Quirk');
    for (const word of ['Code', 'Therapist', 'Self', 'Course', 'PastCourse', 'FeedbackOfTherapist']) {
      expect(left.filter((one) => one.startsWith(`Quirk${word}`) && one !== 'QuirkSelfPhase')).toEqual([]);
    }
    expect(left).toContain('QuirkRatingChanged');
    expect(store.sessions.find(it.session.id)).toMatchObject({ firstTherapistId: null });
    expect(found('Other')).toEqual(others);
    sound();
  });
});

describe('a group', () => {
  test('is deleted with its events; the sessions stay without', () => {
    const it = fullSession('Quirk');
    expect(deleteIt({ noun: 'group', id: it.group.id }).outcome).toBe('deleted');
    expect(found('QuirkGroup')).toEqual([]);
    expect(found('QuirkWard')).toEqual([]);
    expect(store.sessions.find(it.session.id)).toMatchObject({ groupId: null });
    sound();
  });
});

describe('a rater', () => {
  test('is deleted with the feedback they wrote when there is no rating of theirs', () => {
    const it = fullSession('Quirk');
    const writer = store.raters.add({ name: 'QuirkWriter_', kind: 'expert' });
    store.feedback.put(writer.id, { sessionId: it.session.id }, 'QuirkWritten_');
    expect(deleteIt({ noun: 'rater', id: it.rater.id })).toEqual({ outcome: 'refused', refused: 'rated' });
    expect(deleteIt({ noun: 'rater', id: writer.id }).outcome).toBe('deleted');
    expect(found('QuirkWrit')).toEqual([]);
    sound();
  });
});

describe('another name', () => {
  test('stands everywhere, and the log keeps the one before', () => {
    const it = fullSession('Quirk');
    const named = { noun: 'therapist', id: it.first.id, code: 'T-99', name: 'Fresh' } as const;
    expect(store.naming.rename(named, undefined)).toBe('renamed');
    expect(store.raters.find(it.self.id)?.name).toBe('Fresh');
    expect(found('QuirkTherapist')).toEqual(['QuirkTherapist']);
    sound();
  });

  test('can make the log forget the one before', () => {
    const it = fullSession('Quirk');
    store.naming.rename({ noun: 'therapist', id: it.first.id, code: 'T-99_', name: '' }, viewer.id);
    store.naming.rename({ noun: 'rater', id: it.rater.id, name: 'Rater 7' }, viewer.id);
    store.naming.rename({ noun: 'group', id: it.group.id, name: 'Group 7' }, viewer.id);
    expect(store.deletions.untidy()).toBe(true);
    tidied();
    for (const word of ['Code', 'Therapist', 'Rater', 'Group']) {
      expect(found(`Quirk${word}`).filter((one) => !one.startsWith('QuirkRating'))).toEqual([]);
    }
    expect(store.raters.find(it.self.id)?.name).toBe('T-99_');
    expect(store.latestChanges.page(viewer).rows[0]).toMatchObject({ noun: 'group', what: 'forgotten' });
    sound();
    // And with a later deletion the new name goes as well.
    deleteIt({ noun: 'therapist', id: it.first.id });
    expect(found('T-9')).toEqual([]);
    sound();
  });

  test('is refused when another therapist has that code', () => {
    const it = fullSession('Quirk');
    fullSession('Other');
    const named = { noun: 'therapist', id: it.first.id, code: 'OtherCode_', name: '' } as const;
    expect(store.naming.rename(named, undefined)).toBe('taken');
    expect(store.naming.rename({ noun: 'group', id: it.first.id, name: 'x' }, undefined)).toBe('gone');
  });
});

describe('tidying', () => {
  /** Deletes a session, and gives the connection that tidies up after that. */
  function untidy() {
    const { session } = fullSession('Quirk');
    const goes = store.whatGoes({ noun: 'session', id: session.id }, viewer);
    store.deletions.delete({ noun: 'session', id: session.id }, goes?.asOf ?? 0, viewer);
    const db = connect(file, demoKeys.database, { timeout: 10 });
    onTestFinished(() => void db.close());
    return db;
  }

  test('is still to be done while somebody reads what lies in the log of writes', () => {
    const reader = connect(file, demoKeys.database, { readonly: true });
    const db = untidy();
    reader.exec('begin');
    reader.prepare('select count(*) from session').get();
    store.groups.add({ name: 'Later', format: 'closed', usualMinutes: 90 });
    expect(tidy(db)).toBe(false);
    expect(store.deletions.untidy()).toBe(true);
    reader.close();
    expect(tidy(db)).toBe(true);
    expect(store.deletions.untidy()).toBe(false);
    expect(statSync(`${file}-wal`).size).toBe(0);
    expect(found('QuirkPhase')).toEqual([]);
  });

  test('is still to be done when something was deleted in the middle of it', () => {
    const other = fullSession('Other');
    const db = untidy();
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      const done = exec(sql);
      const what = { noun: 'session', id: other.session.id } as const;
      const goes = store.whatGoes(what, viewer);
      expect(store.deletions.delete(what, goes?.asOf ?? 0, viewer).outcome).toBe('deleted');
      return done;
    };
    expect(tidy(db)).toBe(false);
    expect(store.deletions.untidy()).toBe(true);
    db.exec = exec;
    expect(tidy(db)).toBe(true);
  });

  test('is done although somebody rated in the middle of it', () => {
    const db = untidy();
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      const done = exec(sql);
      store.groups.add({ name: 'Later', format: 'closed', usualMinutes: 90 });
      return done;
    };
    expect(tidy(db)).toBe(true);
  });
});

test('nothing is left in the file after a long life of it', () => {
  const random = seeded(5);
  const sessions = Array.from({ length: 12 }, (_, index) =>
    fullSession(`Life${String.fromCharCode(65 + index)}x`),
  );
  // Rows of many lengths are written, changed and removed, so that pages are split, joined and moved.
  for (let count = 0; count < 1500; count += 1) {
    const at = Math.floor(random.next() * sessions.length);
    const { own } = sessions[at] ?? sessions[0] ?? { own: { id: '' } };
    const marks = store.judgements.ofRating(own.id).marks;
    const note = `Life${String.fromCharCode(65 + at)}xNote_ `.repeat(Math.floor(random.next() * 60));
    const mark = marks[Math.floor(random.next() * marks.length)];
    if (mark === undefined || random.next() < 0.4) store.judgements.addMark(newMark(own.id, { note }));
    else if (random.next() < 0.6) store.judgements.editMark({ id: mark.id, note });
    else store.judgements.removeMark(mark.id);
  }
  for (const [at, { session }] of sessions.entries()) {
    const word = `Life${String.fromCharCode(65 + at)}xNote`;
    expect(found(word)).toEqual([word]);
    expect(deleteIt({ noun: 'session', id: session.id }).outcome).toBe('deleted');
    expect(found(word)).toEqual([]);
    expect(statSync(`${file}-wal`).size).toBe(0);
  }
  sound();
});
