import { beforeEach, describe, expect, test } from 'vitest';
import type { Purpose } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { uuid } from '../fixtures/rows.ts';
import { newMark, openTestStore, startRating, submit } from '../fixtures/store.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore();
});

const putQuality = (ratingId: string, item: number, quality: number | null, noOccasion = false) =>
  store.judgements.editScore({ ratingId, item, adherence: quality, quality, noOccasion, note: '' });

describe('the library', () => {
  const bare = {
    groupId: null,
    number: null,
    patientsPresent: null,
    firstTherapistId: null,
    secondTherapistId: null,
  };

  test('is empty at first', () => {
    expect(store.library.sessions(undefined)).toEqual([]);
  });

  test('shows a session with all that is known of it', () => {
    const { session } = startRating(store);
    const recording = store.recordings.add({
      sessionId: session.id,
      path: '/secret/a.mp4',
      name: 'a.mp4',
      sizeBytes: 1,
      durationMs: 5_400_000,
      picture: false,
      fingerprint: 'a'.repeat(64),
    });
    const [row] = store.library.sessions(undefined);
    expect(row).toMatchObject({
      ...session,
      recordingId: recording.id,
      recordingName: 'a.mp4',
      durationMs: 5_400_000,
      picture: false,
    });
    expect(JSON.stringify(row)).not.toContain('secret');
  });

  test('shows a session of which nothing but the day is known', () => {
    const session = store.sessions.add({ ...bare, date: '2026-01-01' });
    expect(store.library.sessions(undefined)).toEqual([
      {
        ...session,
        recordingId: null,
        recordingName: null,
        durationMs: null,
        picture: null,
        ratings: [],
        sight: 'open',
        hiddenRatings: 0,
      },
    ]);
  });

  test('has the newest session first', () => {
    for (const date of ['2026-01-01', '2026-12-01', '2026-06-01']) store.sessions.add({ ...bare, date });
    expect(store.library.sessions(undefined).map(({ date }) => date)).toEqual([
      '2026-12-01',
      '2026-06-01',
      '2026-01-01',
    ]);
  });

  test('counts what each rater has done', () => {
    const { session, rating, rater } = startRating(store);
    putQuality(rating.id, 1, 5);
    putQuality(rating.id, 2, null, true);
    putQuality(rating.id, 3, null);
    store.judgements.editScore({
      ratingId: rating.id,
      item: 4,
      adherence: 3,
      quality: null,
      noOccasion: false,
      note: '',
    });
    store.judgements.addMark(newMark(rating.id));
    store.judgements.addMark(newMark(rating.id));
    store.judgements.editOverall({ ratingId: rating.id, adherence: 3, quality: 6, note: '' });
    expect(store.library.sessions(undefined).find(({ id }) => id === session.id)?.ratings).toEqual([
      {
        ratingId: rating.id,
        raterId: rater.id,
        raterName: 'Solveig',
        purpose: 'supervision',
        version: 1,
        submittedAt: null,
        itemsDone: 2,
        marks: 2,
        overallQuality: 6,
      },
    ]);
  });

  test("has the ratings of a session in the order they were begun, and no one else's", () => {
    const { session } = startRating(store);
    startRating(store);
    const henrik = store.raters.add({ name: 'Henrik', kind: 'expert' });
    store.ratings.begin({ sessionId: session.id, raterId: henrik.id, purpose: 'supervision' });
    const ratings = store.library.sessions(undefined).find(({ id }) => id === session.id)?.ratings;
    expect(ratings?.map(({ raterName }) => raterName)).toEqual(['Solveig', 'Henrik']);
  });
});

describe('the progress of a therapist', () => {
  /** A rating by somebody new of a session. */
  const rateBy = (sessionId: string, raterId: string, purpose: Purpose) =>
    store.ratings.begin({ sessionId, raterId, purpose }).id;

  /** What counts once every rating is submitted. */
  const rowsOf = (therapistId: string) => {
    const ratings = store.library.sessions(undefined).flatMap((session) => session.ratings);
    for (const { ratingId, submittedAt } of ratings) if (submittedAt === null) submit(store, ratingId);
    return store.progress.ofTherapist(therapistId, undefined).rows;
  };

  test('is empty without ratings', () => {
    const { first } = startRating(store);
    expect(rowsOf(first.id)).toEqual([]);
    expect(rowsOf(uuid(1))).toEqual([]);
  });

  test('has every stated quality, the overall one as item 0', () => {
    const { first, second, session, rating, rater, group } = startRating(store);
    putQuality(rating.id, 7, 5);
    store.judgements.editOverall({ ratingId: rating.id, adherence: 3, quality: 6, note: '' });
    const rows = rowsOf(first.id);
    expect(rows.map(({ item, quality }) => [item, quality])).toEqual([
      [0, 6],
      [7, 5],
    ]);
    expect(rows[0]).toMatchObject({
      sessionId: session.id,
      date: session.date,
      number: session.number,
      groupId: group.id,
      ratingId: rating.id,
      raterId: rater.id,
      raterName: 'Solveig',
      purpose: 'supervision',
      noOccasion: false,
    });
    expect(rowsOf(second.id)).toEqual(rows);
  });

  test('tells "no occasion", and leaves out what is not rated', () => {
    const { first, rating } = startRating(store);
    putQuality(rating.id, 1, null);
    putQuality(rating.id, 2, null, true);
    store.judgements.editOverall({ ratingId: rating.id, adherence: 3, quality: null, note: 'text' });
    expect(rowsOf(first.id)).toEqual([expect.objectContaining({ item: 2, quality: null, noOccasion: true })]);
  });

  test('has the own rating of this therapist, not that of the other', () => {
    const { first, second, session } = startRating(store);
    for (const [therapist, quality] of [
      [first, 6],
      [second, 2],
    ] as const) {
      const self = store.raters.selfOf(therapist.id);
      putQuality(rateBy(session.id, self?.id ?? '', 'selfRating'), 4, quality);
    }
    expect(rowsOf(first.id).map(({ quality }) => quality)).toEqual([6]);
    expect(rowsOf(second.id).map(({ quality }) => quality)).toEqual([2]);
  });

  test('goes from the oldest session to the newest, and through the items in order', () => {
    const { first, session, rating } = startRating(store);
    const { id: _, ...fields } = session;
    const earlier = store.sessions.add({ ...fields, date: '2026-01-08', number: 1 });
    const later = store.sessions.add({ ...fields, date: '2026-12-24', number: 40 });
    const rater = store.raters.add({ name: 'Henrik', kind: 'expert' });
    for (const id of [later.id, earlier.id]) {
      const ratingId = rateBy(id, rater.id, 'supervision');
      putQuality(ratingId, 9, 4);
      putQuality(ratingId, 2, 4);
    }
    putQuality(rating.id, 5, 4);
    expect(rowsOf(first.id).map(({ date, item }) => `${date} ${item}`)).toEqual([
      '2026-01-08 2',
      '2026-01-08 9',
      '2026-11-12 5',
      '2026-12-24 2',
      '2026-12-24 9',
    ]);
  });

  test('leaves out sessions that others led', () => {
    const { first } = startRating(store);
    putQuality(startRating(store).rating.id, 4, 4);
    expect(rowsOf(first.id)).toEqual([]);
  });
});
