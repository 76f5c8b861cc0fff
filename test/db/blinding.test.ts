import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Viewer } from '../../db/blinding.ts';
import type { Purpose, Rater } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import {
  databaseFile,
  everyRow,
  newMark,
  openTestStore,
  sessionsOf,
  startRating,
  submit,
} from '../fixtures/store.ts';

let file: string;
let store: Store;
let sessionId: string;
let therapistId: string;
/** Another's submitted rating, with everything in it that can give it away. */
let othersId: string;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
  const { session, first, rating } = startRating(store);
  sessionId = session.id;
  therapistId = first.id;
  othersId = rating.id;
  store.judgements.addMark(newMark(othersId, { note: 'a secret note', quality: 2 }));
  store.judgements.editScore({ ratingId: othersId, item: 4, adherence: 2, quality: 2, note: 'secret too' });
  store.judgements.editOverall({ ratingId: othersId, adherence: 3, quality: 3, note: 'and this' });
  submit(store, othersId);
});

type State = 'none' | 'open' | 'submitted' | 'amending' | 'saw';

/** A rater with a rating in some state; the rating is given a score of its own. */
function viewerWith(kind: Rater['kind'], purpose: Purpose, state: State): { viewer: Viewer; ownId: string } {
  const rater =
    kind === 'self' ? store.raters.selfOf(therapistId) : store.raters.add({ name: 'Viewer', kind });
  if (rater === undefined) throw new Error('no therapist');
  if (state === 'none') return { viewer: rater, ownId: '' };
  const { id } = store.ratings.begin({ sessionId, raterId: rater.id, purpose });
  store.judgements.editScore({ ratingId: id, item: 4, adherence: 6, quality: 6 });
  if (state === 'saw') store.others.show(sessionId, rater);
  if (state === 'submitted' || state === 'amending') submit(store, id);
  if (state !== 'amending') return { viewer: rater, ownId: id };
  return { viewer: rater, ownId: store.finishing.amend({ ratingId: id, reason: 'Again' })?.id ?? '' };
}

/** Everything that a viewer can read. */
const everything = (viewer: Viewer) => ({
  rating: store.openRatings.read(othersId, viewer),
  scores: store.others.scores(sessionId, viewer),
  library: sessionsOf(store, viewer),
  progress: store.progress.of({ kind: 'therapist', therapistId }, viewer),
  results: store.results.ofSession(sessionId, viewer),
});

const isShown = (viewer: Viewer) => {
  const { rating, scores, library, progress, results } = everything(viewer);
  return {
    rating: rating?.outcome === 'open',
    scores: scores.some(({ ratingId }) => ratingId === othersId),
    quality: library[0]?.ratings.some(
      ({ ratingId, overallQuality }) => ratingId === othersId && overallQuality === 3,
    ),
    progress: progress.ratings.some(({ ratingId }) => ratingId === othersId),
    results: results?.ratings.some(({ rating: { id } }) => id === othersId),
  };
};
const nowhere = { rating: false, scores: false, quality: false, progress: false, results: false };
const everywhere = { rating: true, scores: true, quality: true, progress: true, results: true };

const hidden: readonly [Rater['kind'], Purpose, State][] = [
  ['trainee', 'training', 'none'],
  ['trainee', 'training', 'open'],
  ['trainee', 'certification', 'open'],
  ['trainee', 'training', 'saw'],
  ['trainee', 'training', 'amending'],
  ['supervisor', 'training', 'open'],
  ['supervisor', 'certification', 'open'],
  ['supervisor', 'certification', 'saw'],
  ['expert', 'certification', 'amending'],
];
const covered: readonly [Rater['kind'], Purpose, State][] = [
  ['supervisor', 'supervision', 'open'],
  ['supervisor', 'research', 'open'],
  ['expert', 'consensus', 'open'],
  ['self', 'selfRating', 'open'],
];
const open: readonly [Rater['kind'], Purpose, State][] = [
  ['supervisor', 'supervision', 'none'],
  ['supervisor', 'supervision', 'submitted'],
  ['supervisor', 'supervision', 'saw'],
  ['supervisor', 'certification', 'submitted'],
  ['expert', 'research', 'saw'],
  ['self', 'selfRating', 'none'],
  ['self', 'selfRating', 'submitted'],
  ['trainee', 'training', 'submitted'],
  ['trainee', 'certification', 'submitted'],
];

describe("others' ratings", () => {
  test.each(hidden)('are out of reach for a %s, %s %s', (kind, purpose, state) => {
    const { viewer } = viewerWith(kind, purpose, state);
    expect(isShown(viewer)).toEqual(nowhere);
    const { library, rating } = everything(viewer);
    expect(rating).toMatchObject({ outcome: 'hidden', sessionId });
    expect(library[0]?.sight).toBe('hidden');
    expect(library[0]?.hiddenRatings).toBe(1);
    expect(library[0]?.ratings.map(({ ratingId }) => ratingId)).not.toContain(othersId);
  });

  test.each(hidden)('leave no trace anywhere for a %s, %s %s', (kind, purpose, state) => {
    const { viewer } = viewerWith(kind, purpose, state);
    const { rating: _, ...lists } = everything(viewer);
    expect(JSON.stringify(lists)).not.toContain(othersId);
    expect(JSON.stringify(everything(viewer))).not.toMatch(/secret|and this/);
  });

  test.each(hidden)('are not found by the name of their rater for a %s, %s %s', (kind, purpose, state) => {
    expect(sessionsOf(store, undefined, { sought: 'solveig' })).toHaveLength(1);
    const { viewer } = viewerWith(kind, purpose, state);
    expect(sessionsOf(store, viewer, { sought: 'solveig' })).toEqual([]);
    expect(sessionsOf(store, viewer, { sought: 'solveig jonas' })).toEqual([]);
    expect(JSON.stringify(store.results.ofSession(sessionId, viewer))).not.toContain('Solveig');
  });

  test.each(covered)('are covered for a %s, %s %s, but named', (kind, purpose, state) => {
    const { viewer } = viewerWith(kind, purpose, state);
    expect(isShown(viewer)).toEqual(nowhere);
    const { library, rating, progress } = everything(viewer);
    expect(rating).toEqual({ outcome: 'covered', sessionId, raterName: 'Solveig' });
    expect(library[0]).toMatchObject({ sight: 'covered', hiddenRatings: 0 });
    expect(library[0]?.ratings.map(({ ratingId }) => ratingId)).toContain(othersId);
    expect(progress.withheldSessions).toBe(1);
  });

  test.each(open)('are open to a %s, %s %s', (kind, purpose, state) => {
    const { viewer } = viewerWith(kind, purpose, state);
    expect(isShown(viewer)).toEqual(everywhere);
    expect(everything(viewer).progress.withheldSessions).toBe(0);
  });

  test('are open to nobody in particular, until somebody rates for training or certification', () => {
    expect(isShown(undefined)).toEqual(everywhere);
    const { ownId } = viewerWith('trainee', 'training', 'open');
    expect(isShown(undefined)).toEqual(nowhere);
    expect(everything(undefined).library[0]?.hiddenRatings).toBe(2);
    submit(store, ownId);
    expect(isShown(undefined)).toEqual(everywhere);
  });

  test('of another session are not hidden with this one', () => {
    const { viewer } = viewerWith('supervisor', 'certification', 'open');
    const other = startRating(store);
    expect(store.openRatings.read(other.rating.id, viewer)?.outcome).toBe('open');
  });
});

describe('the own rating', () => {
  test.each([...hidden, ...covered].filter(([, , state]) => state !== 'none'))(
    'is there for a %s, %s %s',
    (kind, purpose, state) => {
      const { viewer, ownId } = viewerWith(kind, purpose, state);
      expect(store.openRatings.read(ownId, viewer)).toMatchObject({ outcome: 'open', lock: undefined });
      expect(store.others.scores(sessionId, viewer).map(({ ratingId }) => ratingId)).toContain(ownId);
      expect(sessionsOf(store, viewer)[0]?.ratings.map(({ ratingId }) => ratingId)).toContain(ownId);
    },
  );

  test('is locked for its rater when submitted, and for others always', () => {
    const { viewer, ownId } = viewerWith('supervisor', 'supervision', 'open');
    expect(store.openRatings.read(ownId, undefined)).toMatchObject({ lock: 'notYours' });
    submit(store, ownId);
    expect(store.openRatings.read(ownId, viewer)).toMatchObject({ lock: 'submitted' });
  });
});

/** What the log says last of a rating: before and after. */
function loggedLast(ratingId: string): unknown[] {
  const row = z.object({
    noun: z.string(),
    noun_id: z.string(),
    before: z.string().nullable(),
    after: z.string(),
  });
  const last = everyRow(file)
    .change?.map((one) => row.safeParse(one).data)
    .findLast((one) => one?.noun === 'rating' && one.noun_id === ratingId && one.before !== null);
  return [JSON.parse(last?.before ?? 'null'), JSON.parse(last?.after ?? 'null')];
}

describe("looking at others' ratings", () => {
  test('is kept once with every open rating of the viewer', () => {
    const { viewer, ownId } = viewerWith('supervisor', 'supervision', 'open');
    expect(store.others.show(sessionId, viewer)).toBe(true);
    const at = store.ratings.find(ownId)?.sawOthersAt;
    expect(at).toMatch(/^2026-/);
    expect(store.others.show(sessionId, viewer)).toBe(true);
    expect(store.ratings.find(ownId)?.sawOthersAt).toBe(at);
    expect(store.ratings.find(othersId)?.sawOthersAt).toBeNull();
    expect(loggedLast(ownId)).toMatchObject([{ sawOthersAt: null }, { sawOthersAt: at }]);
  });

  test('is refused while they are hidden, and leaves no trace', () => {
    const { viewer, ownId } = viewerWith('supervisor', 'certification', 'open');
    expect(store.others.show(sessionId, viewer)).toBe(false);
    expect(store.ratings.find(ownId)?.sawOthersAt).toBeNull();
  });

  test('after the own rating was submitted is not kept: it did not touch it', () => {
    const { viewer, ownId } = viewerWith('supervisor', 'supervision', 'submitted');
    expect(store.others.show(sessionId, viewer)).toBe(true);
    expect(store.ratings.find(ownId)?.sawOthersAt).toBeNull();
  });
});

describe('the progress of a therapist', () => {
  const rate = (purpose: Purpose, done: boolean) => {
    const kind = purpose === 'training' ? 'trainee' : 'expert';
    const rater = store.raters.add({ name: `Rater for ${purpose}`, kind });
    const { id } = store.ratings.begin({ sessionId, raterId: rater.id, purpose });
    store.judgements.editScore({ ratingId: id, item: 4, adherence: 6, quality: 6 });
    if (done) submit(store, id);
    return id;
  };
  const counted = () => [
    ...new Set(
      store.progress
        .of({ kind: 'therapist', therapistId }, undefined)
        .ratings.map(({ ratingId }) => ratingId),
    ),
  ];

  test.each(['supervision', 'research', 'consensus'] as const)(
    'counts a submitted rating for %s',
    (purpose) => {
      const id = rate(purpose, true);
      expect(counted()).toContain(id);
    },
  );

  test.each(['training', 'certification'] as const)('never counts a rating for %s', (purpose) => {
    const id = rate(purpose, true);
    expect(counted()).not.toContain(id);
    expect(store.progress.of({ kind: 'therapist', therapistId }, undefined).notSubmitted).toEqual([]);
  });

  test('does not count a rating that is not submitted, and names it', () => {
    const id = rate('supervision', false);
    expect(counted()).toEqual([othersId]);
    expect(store.progress.of({ kind: 'therapist', therapistId }, undefined).notSubmitted).toEqual([
      { ratingId: id, sessionId, date: '2026-11-12', raterName: 'Rater for supervision' },
    ]);
  });

  test('counts the latest version that is submitted', () => {
    const next = store.finishing.amend({ ratingId: othersId, reason: 'Discussed' })?.id ?? '';
    store.judgements.editScore({ ratingId: next, item: 4, quality: 7 });
    expect(counted()).toEqual([othersId]);
    expect(store.progress.of({ kind: 'therapist', therapistId }, undefined).notSubmitted).toEqual([]);
    submit(store, next);
    expect(counted()).toEqual([next]);
  });
});
