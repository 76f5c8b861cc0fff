import { beforeEach, describe, expect, test } from 'vitest';
import * as model from '../../db/model.ts';
import { scaleEdition } from '../../db/scale.ts';
import type { Store } from '../../db/store.ts';
import { bareSession, uuid } from '../fixtures/rows.ts';
import { databaseFile, everyRow, newMark, openTestStore, startRating } from '../fixtures/store.ts';

let file: string;
let store: Store;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
});

/** Closes the record and opens it again, as after a restart. */
function restart(): void {
  store.close();
  store = openTestStore(file);
}

const aRecording = {
  path: '/recordings/a.mp4',
  name: 'a.mp4',
  sizeBytes: 1_400_000_000,
  durationMs: 5_400_000,
  picture: true,
  fingerprint: 'a'.repeat(64),
};

describe('a group', () => {
  test('is there after a restart, in order of name', () => {
    const b = store.groups.add({ name: 'B', format: 'closed', usualMinutes: 75 });
    const a = store.groups.add({ name: 'A', format: 'slowOpen', usualMinutes: 90 });
    restart();
    expect(store.groups.all()).toEqual([a, b]);
    expect(model.group.parse(a)).toEqual(a);
  });
});

describe('a therapist', () => {
  test('is there after a restart, in order of code', () => {
    const later = store.therapists.add({ code: 'T-12', name: '' });
    const earlier = store.therapists.add({ code: 'T-07', name: 'Ingrid' });
    restart();
    expect(store.therapists.all()).toEqual([earlier, later]);
  });

  test('is the one who has the code already', () => {
    const known = store.therapists.add({ code: 'T-07', name: 'Ingrid' });
    expect(store.therapists.add({ code: 'T-07', name: 'Another' })).toEqual(known);
    expect(store.therapists.all()).toEqual([known]);
  });
});

describe('a session', () => {
  test('is found as it was added, after a restart', () => {
    const { session } = startRating(store);
    restart();
    expect(store.sessions.find(session.id)).toEqual(session);
    expect(model.session.parse(session)).toEqual(session);
  });

  test('needs to know nothing but its day', () => {
    const session = store.sessions.add(bareSession);
    expect(store.sessions.find(session.id)).toEqual(session);
  });

  test('that is not there is not found', () => {
    expect(store.sessions.find(uuid(1))).toBeUndefined();
    expect(store.sessions.edit({ id: uuid(1), ...bareSession })).toBe(false);
  });

  test('is changed in every field', () => {
    const { session } = startRating(store);
    const third = store.therapists.add({ code: 'T-99', name: '' });
    const changed = {
      id: session.id,
      groupId: null,
      date: '2026-11-19',
      number: 35,
      patientsPresent: 0,
      firstTherapistId: session.secondTherapistId,
      secondTherapistId: third.id,
    };
    expect(store.sessions.edit(changed)).toBe(true);
    expect(store.sessions.find(session.id)).toEqual(changed);
  });

  test('has its two therapists change seats', () => {
    const { session } = startRating(store);
    const swapped = {
      ...session,
      firstTherapistId: session.secondTherapistId,
      secondTherapistId: session.firstTherapistId,
    };
    store.sessions.edit(swapped);
    expect(store.sessions.find(session.id)).toEqual(swapped);
  });

  test('cannot have the same therapist in both seats, and stays as it was', () => {
    const { session } = startRating(store);
    expect(() => store.sessions.edit({ ...session, secondTherapistId: session.firstTherapistId })).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) }),
    );
    expect(store.sessions.find(session.id)).toEqual(session);
  });
});

describe('a recording', () => {
  test('is found by its id, its session and its content', () => {
    const { id: sessionId } = store.sessions.add(bareSession);
    const recording = store.recordings.add({ sessionId, ...aRecording });
    restart();
    expect(store.recordings.find(recording.id)).toEqual(recording);
    expect(store.recordings.ofSession(sessionId)).toEqual(recording);
    expect(store.recordings.withFingerprint(aRecording.fingerprint)).toEqual(recording);
    expect(model.recording.parse(recording)).toEqual(recording);
  });

  test('that is not there is not found', () => {
    expect(store.recordings.find(uuid(1))).toBeUndefined();
    expect(store.recordings.ofSession(uuid(1))).toBeUndefined();
    expect(store.recordings.withFingerprint('b'.repeat(64))).toBeUndefined();
    expect(store.recordings.relink(uuid(1), aRecording)).toBe(false);
  });

  test('points to another file and stays the same recording', () => {
    const { id: sessionId } = store.sessions.add(bareSession);
    const recording = store.recordings.add({ sessionId, ...aRecording });
    const file = { ...aRecording, path: '/other/b.wav', name: 'b.wav', picture: false, durationMs: null };
    expect(store.recordings.relink(recording.id, file)).toBe(true);
    expect(store.recordings.find(recording.id)).toEqual({ ...recording, ...file });
  });

  test('is one for each session', () => {
    const { id: sessionId } = store.sessions.add(bareSession);
    store.recordings.add({ sessionId, ...aRecording });
    expect(() => store.recordings.add({ sessionId, ...aRecording })).toThrow(/UNIQUE/);
  });

  test('with the same content is found in the session that had it first', () => {
    const [first, second] = [store.sessions.add(bareSession), store.sessions.add(bareSession)];
    const known = store.recordings.add({ sessionId: first.id, ...aRecording });
    store.recordings.add({ sessionId: second.id, ...aRecording });
    expect(store.recordings.withFingerprint(aRecording.fingerprint)).toEqual(known);
  });
});

describe('a rater', () => {
  test('is there after a restart, in order of name', () => {
    const nora = store.raters.add({ name: 'Nora', kind: 'trainee' });
    const henrik = store.raters.add({ name: 'Henrik', kind: 'expert' });
    restart();
    expect(store.raters.all()).toEqual([henrik, nora]);
    expect(model.rater.parse(nora)).toEqual(nora);
  });

  test('is made once for a therapist who rates an own session', () => {
    const therapist = store.therapists.add({ code: 'T-07', name: 'Ingrid' });
    const self = store.raters.selfOf(therapist.id);
    expect(self).toMatchObject({ name: 'Ingrid', kind: 'self', therapistId: therapist.id });
    restart();
    expect(store.raters.selfOf(therapist.id)).toEqual(self);
    expect(store.raters.all()).toEqual([self]);
  });

  test('has the code of a therapist without a name', () => {
    const therapist = store.therapists.add({ code: 'T-07', name: '' });
    expect(store.raters.selfOf(therapist.id)?.name).toBe('T-07');
  });

  test('is not made for somebody unknown', () => {
    expect(store.raters.selfOf(uuid(1))).toBeUndefined();
  });
});

describe('a rating', () => {
  test('begins at the start of the recording, with the edition of the scale', () => {
    const { rating } = startRating(store);
    expect(rating).toMatchObject({ positionMs: 0, scaleEdition });
    restart();
    expect(store.ratings.find(rating.id)).toEqual(rating);
    expect(model.rating.parse(rating)).toEqual(rating);
  });

  test('is opened again by the same rater for the same purpose', () => {
    const { session, rater, rating } = startRating(store);
    const again = { sessionId: session.id, raterId: rater.id } as const;
    expect(store.ratings.begin({ ...again, purpose: 'supervision' })).toEqual(rating);
    expect(store.ratings.begin({ ...again, purpose: 'training' }).id).not.toBe(rating.id);
  });

  test('remembers where the rater was, without an entry in the log', () => {
    const { rating } = startRating(store);
    const before = everyRow(file).change?.length;
    store.ratings.keepPosition(rating.id, 1_234_567);
    restart();
    expect(store.ratings.find(rating.id)?.positionMs).toBe(1_234_567);
    expect(everyRow(file).change).toHaveLength(before ?? -1);
  });

  test('that is not there is not found', () => {
    expect(store.ratings.find(uuid(1))).toBeUndefined();
  });
});

describe('a mark', () => {
  test('is there after a restart, with every field', () => {
    const { rating } = startRating(store);
    const fields = newMark(rating.id, {
      item: 3,
      kind: 'missed',
      atMs: 1000,
      endMs: 5000,
      therapist: 'both',
      aspect: 'closing',
      quality: 2,
      note: 'Åpnet ikke for de andre. 🙂',
    });
    const mark = store.judgements.addMark(fields);
    restart();
    expect(store.judgements.ofRating(rating.id).marks).toEqual([mark]);
    expect(mark).toEqual({ id: mark.id, ...fields });
    expect(model.mark.parse(mark)).toEqual(mark);
  });

  test('stands in order of time', () => {
    const { rating } = startRating(store);
    for (const atMs of [9000, 1000, 5000]) store.judgements.addMark(newMark(rating.id, { atMs }));
    expect(store.judgements.ofRating(rating.id).marks.map(({ atMs }) => atMs)).toEqual([1000, 5000, 9000]);
  });

  test('is changed, and removed', () => {
    const { rating } = startRating(store);
    const mark = store.judgements.addMark(newMark(rating.id));
    const changed = { ...mark, item: 7, quality: 5, note: 'text' };
    expect(store.judgements.editMark(changed)).toEqual(changed);
    expect(store.judgements.ofRating(rating.id).marks).toEqual([changed]);
    expect(store.judgements.removeMark(mark.id)).toBe(true);
    expect(store.judgements.ofRating(rating.id).marks).toEqual([]);
  });

  test('keeps the fields that are not changed', () => {
    const { rating } = startRating(store);
    const mark = store.judgements.addMark(newMark(rating.id, { note: 'text' }));
    store.judgements.editMark({ id: mark.id, therapist: 'both' });
    store.judgements.editMark({ id: mark.id, quality: 5 });
    expect(store.judgements.ofRating(rating.id).marks).toEqual([{ ...mark, therapist: 'both', quality: 5 }]);
  });

  test('that is gone cannot be changed or removed', () => {
    const { rating } = startRating(store);
    const mark = store.judgements.addMark(newMark(rating.id));
    store.judgements.removeMark(mark.id);
    expect(store.judgements.editMark(mark)).toBeUndefined();
    expect(store.judgements.removeMark(mark.id)).toBe(false);
  });

  test('stays in its rating', () => {
    const [one, other] = [startRating(store).rating, startRating(store).rating];
    const mark = store.judgements.addMark(newMark(one.id));
    expect(store.judgements.editMark({ ...mark, ratingId: other.id })).toBeUndefined();
    expect(store.judgements.ofRating(one.id).marks).toEqual([mark]);
    expect(store.judgements.ofRating(other.id).marks).toEqual([]);
  });
});

describe('a score', () => {
  const score = (ratingId: string) => ({
    ratingId,
    item: 4,
    adherence: 3,
    quality: 5,
    noOccasion: false,
    note: 'text',
  });

  test('is there after a restart, one for each item, in order', () => {
    const { rating } = startRating(store);
    store.judgements.editScore({ ...score(rating.id), item: 9 });
    store.judgements.editScore(score(rating.id));
    store.judgements.editScore({ ...score(rating.id), quality: 6 });
    restart();
    expect(store.judgements.ofRating(rating.id).scores).toEqual([
      { ...score(rating.id), quality: 6 },
      { ...score(rating.id), item: 9 },
    ]);
  });

  test('keeps the fields that are not changed', () => {
    const { rating } = startRating(store);
    const { id: ratingId } = rating;
    store.judgements.editScore({ ratingId, item: 4, adherence: 3 });
    store.judgements.editScore({ ratingId, item: 4, note: 'text' });
    expect(store.judgements.editScore({ ratingId, item: 4, quality: 5 })).toEqual(score(ratingId));
    expect(store.judgements.ofRating(ratingId).scores).toEqual([score(ratingId)]);
  });

  test('tells "no occasion" apart from "not rated"', () => {
    const { rating } = startRating(store);
    const none = { ratingId: rating.id, adherence: null, quality: null, note: '' };
    store.judgements.editScore({ ...none, item: 1, noOccasion: true });
    store.judgements.editScore({ ...none, item: 2, noOccasion: false, note: 'looked at' });
    expect(store.judgements.ofRating(rating.id).scores.map(({ noOccasion }) => noOccasion)).toEqual([
      true,
      false,
    ]);
  });

  test('of every rating of a session is read at once', () => {
    const { session, rating } = startRating(store);
    const other = store.raters.add({ name: 'Henrik', kind: 'expert' });
    const second = store.ratings.begin({ sessionId: session.id, raterId: other.id, purpose: 'supervision' });
    store.judgements.editScore(score(rating.id));
    store.judgements.editScore({ ...score(second.id), item: 2 });
    store.judgements.editScore(score(startRating(store).rating.id));
    const found = store.others.scores(session.id, undefined);
    expect(found.map(({ ratingId, item }) => `${ratingId} ${item}`).toSorted()).toEqual(
      [`${rating.id} 4`, `${second.id} 2`].toSorted(),
    );
    expect(found[0]).not.toHaveProperty('note');
  });
});

describe('the overall rating', () => {
  test('is empty at first', () => {
    const { rating } = startRating(store);
    expect(store.judgements.ofRating(rating.id).overall).toEqual({
      ratingId: rating.id,
      adherence: null,
      quality: null,
      note: '',
    });
  });

  test('is there after a restart, and replaced by the next', () => {
    const { rating } = startRating(store);
    const overall = { ratingId: rating.id, adherence: 4, quality: 5, note: 'text' };
    store.judgements.editOverall({ ...overall, quality: 2 });
    store.judgements.editOverall(overall);
    restart();
    expect(store.judgements.ofRating(rating.id).overall).toEqual(overall);
  });
});

describe('several changes together', () => {
  test('are all kept', () => {
    store.together(() => {
      store.groups.add({ name: 'A', format: 'closed', usualMinutes: 75 });
      store.groups.add({ name: 'B', format: 'closed', usualMinutes: 75 });
    });
    expect(store.groups.all()).toHaveLength(2);
  });

  test('are none of them kept when one fails', () => {
    expect(() =>
      store.together(() => {
        store.groups.add({ name: 'A', format: 'closed', usualMinutes: 75 });
        store.groups.add({ name: 'B', format: 'closed', usualMinutes: 0 });
      }),
    ).toThrow(/CHECK/);
    expect(store.groups.all()).toEqual([]);
    expect(everyRow(file).change).toEqual([]);
  });
});
