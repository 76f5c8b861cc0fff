import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { uuid } from '../fixtures/rows.ts';
import { newMark, openTestStore, startRating, submit } from '../fixtures/store.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore();
});

describe('the results of a session', () => {
  test('are not there without the session', () => {
    expect(store.results.ofSession(uuid(1), undefined)).toBeUndefined();
  });

  test('have everything a submitted rating says', () => {
    const { session, rating, rater } = startRating(store);
    const mark = store.judgements.addMark(newMark(rating.id, { quality: 5 }));
    store.judgements.editScore({ ratingId: rating.id, item: 4, adherence: 3, quality: 5, note: 'Why' });
    store.judgements.editScore({ ratingId: rating.id, item: 9, noOccasion: true });
    store.judgements.editOverall({ ratingId: rating.id, quality: 6 });
    submit(store, rating.id);
    const results = store.results.ofSession(session.id, rater);
    expect(results).toMatchObject({ session, sight: 'open', withheld: 0, notSubmitted: [] });
    expect(results?.ratings).toHaveLength(1);
    expect(results?.ratings[0]).toMatchObject({
      rating: { id: rating.id },
      raterName: 'Solveig',
      raterKind: 'supervisor',
      therapistId: null,
      edition: { id: 'mbt-g-aqs/1' },
      marks: [mark],
      noOccasion: [9],
    });
    expect(results?.ratings[0]?.quality[4]).toBe(5);
    expect(results?.ratings[0]?.quality[0]).toBe(6);
    expect(results?.ratings[0]?.adherence[4]).toBe(3);
    expect(results?.ratings[0]?.gaps.some(({ item }) => item === 1)).toBe(true);
  });

  test('name what is not submitted, without its numbers', () => {
    const { session, rating, rater } = startRating(store);
    expect(store.results.ofSession(session.id, rater)).toMatchObject({
      ratings: [],
      notSubmitted: [{ ratingId: rating.id, raterName: 'Solveig', purpose: 'supervision' }],
    });
  });

  test('keep to the submitted version while an amendment is open', () => {
    const { session, rating, rater } = startRating(store);
    submit(store, rating.id);
    const next = store.finishing.amend({ ratingId: rating.id, reason: 'Discussed' })?.id ?? '';
    const ids = () => store.results.ofSession(session.id, rater)?.ratings.map((one) => one.rating.id);
    expect(ids()).toEqual([rating.id]);
    expect(store.results.ofSession(session.id, rater)?.notSubmitted).toHaveLength(1);
    submit(store, next);
    expect(ids()).toEqual([next]);
  });

  test("leave out others' ratings while the viewer is still rating, and say how many", () => {
    const { session, rating } = startRating(store);
    submit(store, rating.id);
    const henrik = store.raters.add({ name: 'Henrik', kind: 'supervisor' });
    store.ratings.begin({ sessionId: session.id, raterId: henrik.id, purpose: 'supervision' });
    expect(store.results.ofSession(session.id, henrik)).toMatchObject({
      ratings: [],
      notSubmitted: [{ raterName: 'Henrik' }],
      sight: 'covered',
      withheld: 1,
    });
  });
});

describe('feedback', () => {
  test('is kept for each rater, about a session or about a therapist', () => {
    const { session, rater, first } = startRating(store);
    const henrik = store.raters.add({ name: 'Henrik', kind: 'supervisor' });
    store.feedback.put(rater.id, { sessionId: session.id }, 'Well held');
    store.feedback.put(rater.id, { sessionId: session.id }, 'Well held, æøå');
    store.feedback.put(henrik.id, { sessionId: session.id }, 'Slower');
    store.feedback.put(rater.id, { therapistId: first.id }, 'A good year');
    expect(
      store.feedback
        .of({ sessionId: session.id })
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['Slower', 'Well held, æøå']);
    expect(store.feedback.of({ therapistId: first.id })).toEqual([
      { raterId: rater.id, raterName: 'Solveig', text: 'A good year' },
    ]);
  });

  test('of nothing but space is none', () => {
    const { session, rater } = startRating(store);
    store.feedback.put(rater.id, { sessionId: session.id }, 'Text');
    store.feedback.put(rater.id, { sessionId: session.id }, ' \n');
    expect(store.feedback.of({ sessionId: session.id })).toEqual([]);
  });
});
