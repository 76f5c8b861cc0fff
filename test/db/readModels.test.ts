import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { newMark, openTestStore, sessionsOf, startRating } from '../fixtures/store.ts';

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
    expect(sessionsOf(store)).toEqual([]);
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
    const [row] = sessionsOf(store);
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
    expect(sessionsOf(store)).toEqual([
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
    expect(sessionsOf(store).map(({ date }) => date)).toEqual(['2026-12-01', '2026-06-01', '2026-01-01']);
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
    expect(sessionsOf(store).find(({ id }) => id === session.id)?.ratings).toEqual([
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
    const ratings = sessionsOf(store).find(({ id }) => id === session.id)?.ratings;
    expect(ratings?.map(({ raterName }) => raterName)).toEqual(['Solveig', 'Henrik']);
  });
});
