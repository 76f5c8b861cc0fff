import { beforeEach, describe, expect, test } from 'vitest';
import type { Purpose } from '../../db/model.ts';
import type { Subject } from '../../db/progress.ts';
import type { Store } from '../../db/store.ts';
import { uuid } from '../fixtures/rows.ts';
import { openTestStore, sessionsOf, startRating, submit } from '../fixtures/store.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore();
});

const of = (therapistId: string): Subject => ({ kind: 'therapist', therapistId });

function putQuality(ratingId: string, item: number, quality: number | null, noOccasion = false): void {
  store.judgements.editScore({ ratingId, item, adherence: null, quality, noOccasion, note: '' });
}

/** A rating by somebody new of a session. */
const rateBy = (sessionId: string, raterId: string, purpose: Purpose) =>
  store.ratings.begin({ sessionId, raterId, purpose }).id;

/** What counts once every rating is submitted. */
function counted(subject: Subject) {
  const ratings = sessionsOf(store).flatMap((session) => session.ratings);
  for (const { ratingId, submittedAt } of ratings) if (submittedAt === null) submit(store, ratingId);
  return store.progress.of(subject, undefined);
}

/** The levels that are there, by item, with the overall as 0. */
const given = (levels: readonly (number | null)[]) =>
  levels.flatMap((level, item) => (level === null ? [] : [[item, level]]));

describe('the progress of a therapist', () => {
  test('is empty without sessions', () => {
    startRating(store);
    expect(counted(of(uuid(1)))).toEqual({
      sessions: [],
      ratings: [],
      editions: [],
      events: [],
      notSubmitted: [],
      withheldSessions: 0,
    });
  });

  test('has every level of a rating, the overall one as 0', () => {
    const { first, second, session, rating, rater } = startRating(store);
    putQuality(rating.id, 7, 5);
    store.judgements.editScore({ ratingId: rating.id, item: 9, adherence: 2 });
    store.judgements.editOverall({ ratingId: rating.id, adherence: 3, quality: 6, note: '' });
    const progress = counted(of(first.id));
    expect(progress.sessions).toEqual([
      {
        id: session.id,
        date: session.date,
        number: session.number,
        groupId: session.groupId,
        firstTherapistId: first.id,
        secondTherapistId: second.id,
      },
    ]);
    const [only, ...none] = progress.ratings;
    expect(none).toEqual([]);
    expect(only).toMatchObject({
      ratingId: rating.id,
      sessionId: session.id,
      raterId: rater.id,
      raterName: 'Solveig',
      purpose: 'supervision',
      noOccasion: [],
    });
    expect(only?.quality).toHaveLength(20);
    expect(given(only?.quality ?? [])).toEqual([
      [0, 6],
      [7, 5],
    ]);
    expect(given(only?.adherence ?? [])).toEqual([
      [0, 3],
      [9, 2],
    ]);
    expect(progress.editions).toEqual([{ id: 'mbt-g-aqs/1', name: 'MBT-G-AQS' }]);
    expect(counted(of(second.id))).toEqual(progress);
  });

  test('tells "no occasion", and leaves out what is not rated', () => {
    const { first, rating } = startRating(store);
    putQuality(rating.id, 12, null, true);
    putQuality(rating.id, 2, null, true);
    putQuality(rating.id, 1, null);
    expect(counted(of(first.id)).ratings).toEqual([
      expect.objectContaining({ noOccasion: [2, 12], quality: Array.from({ length: 20 }, () => null) }),
    ]);
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
    const own = (subject: Subject) =>
      counted(subject)
        .ratings.filter(({ purpose }) => purpose === 'selfRating')
        .map(({ quality }) => quality[4]);
    expect(own(of(first.id))).toEqual([6]);
    expect(own(of(second.id))).toEqual([2]);
    expect(own({ kind: 'pair', therapistIds: [second.id, first.id] })).toEqual([6, 2]);
    expect(own({ kind: 'group', groupId: session.groupId ?? '' })).toEqual([6, 2]);
  });

  test('goes from the oldest session to the newest', () => {
    const { first, session } = startRating(store);
    const { id: _, ...fields } = session;
    const earlier = store.sessions.add({ ...fields, date: '2026-01-08', number: 1 });
    const later = store.sessions.add({ ...fields, date: '2026-12-24', number: 40 });
    const rater = store.raters.add({ name: 'Henrik', kind: 'expert' });
    for (const id of [later.id, earlier.id]) rateBy(id, rater.id, 'supervision');
    const progress = counted(of(first.id));
    expect(progress.sessions.map(({ id }) => id)).toEqual([earlier.id, session.id, later.id]);
    expect(progress.ratings.map(({ sessionId }) => sessionId)).toEqual([earlier.id, session.id, later.id]);
  });

  test('leaves out sessions that others led', () => {
    const { first, session } = startRating(store);
    startRating(store);
    expect(counted(of(first.id)).ratings.map(({ sessionId }) => sessionId)).toEqual([session.id]);
  });
});

describe('the progress of a pair', () => {
  test('is empty of one who is named twice', () => {
    const { first } = startRating(store);
    const twice: Subject = { kind: 'pair', therapistIds: [first.id, first.id] };
    expect(counted(twice)).toMatchObject({ sessions: [], ratings: [] });
  });

  test('has the sessions they led together, whoever led', () => {
    const { first, second, session } = startRating(store);
    const { id: _, ...fields } = session;
    const swapped = store.sessions.add({
      ...fields,
      date: '2026-12-24',
      firstTherapistId: second.id,
      secondTherapistId: first.id,
    });
    store.sessions.add({ ...fields, date: '2026-12-25', secondTherapistId: null });
    const progress = counted({ kind: 'pair', therapistIds: [first.id, second.id] });
    expect(progress.sessions.map(({ id }) => id)).toEqual([session.id, swapped.id]);
  });
});

describe('the progress of a group', () => {
  test('has its sessions, whoever led them', () => {
    const { session } = startRating(store);
    startRating(store);
    const { id: _, ...fields } = session;
    const another = store.sessions.add({ ...fields, date: '2026-12-24', firstTherapistId: null });
    const progress = counted({ kind: 'group', groupId: session.groupId ?? '' });
    expect(progress.sessions.map(({ id }) => id)).toEqual([session.id, another.id]);
  });
});

describe('who can be looked at', () => {
  test('is every therapist, pair and group with sessions, each with how many', () => {
    const { first, second, session } = startRating(store);
    const { id: _, ...fields } = session;
    store.sessions.add({ ...fields, firstTherapistId: second.id, secondTherapistId: first.id });
    store.sessions.add({ ...fields, groupId: null, secondTherapistId: null });
    const { therapists, pairs, groups } = store.progress.subjects();
    expect(therapists.toSorted((a, b) => b.sessions - a.sessions)).toEqual([
      { therapistId: first.id, sessions: 3 },
      { therapistId: second.id, sessions: 2 },
    ]);
    expect(pairs).toEqual([{ therapistIds: [first.id, second.id].sort(), sessions: 2 }]);
    expect(groups).toEqual([{ groupId: session.groupId, sessions: 2 }]);
  });
});

describe('an event', () => {
  test('stands on the axis of its therapist, of its group, or of everybody', () => {
    const { first, second, session } = startRating(store);
    const groupId = session.groupId ?? '';
    const event = (name: string, therapistId: string | null, group: string | null) =>
      store.events.add({ date: '2026-03-05', name, therapistId, groupId: group });
    event('Course', first.id, null);
    event('Moved', null, groupId);
    event('Manual', null, null);
    const names = (subject: Subject) =>
      store.progress
        .of(subject, undefined)
        .events.map(({ name }) => name)
        .sort();
    expect(names(of(first.id))).toEqual(['Course', 'Manual']);
    expect(names(of(second.id))).toEqual(['Manual']);
    expect(names({ kind: 'pair', therapistIds: [second.id, first.id] })).toEqual(['Course', 'Manual']);
    expect(names({ kind: 'group', groupId })).toEqual(['Manual', 'Moved']);
  });

  test('is changed and removed, and the log tells', () => {
    const event = store.events.add({ date: '2026-03-05', name: 'Course', therapistId: null, groupId: null });
    expect(store.events.edit({ ...event, date: '2026-04-05' })).toBe(true);
    expect(store.events.all()).toEqual([{ ...event, date: '2026-04-05' }]);
    expect(store.events.remove(event.id)).toBe(true);
    expect(store.events.all()).toEqual([]);
    expect(store.events.edit(event)).toBe(false);
    expect(store.events.remove(event.id)).toBe(false);
  });
});
