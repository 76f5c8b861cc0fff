import { beforeEach, describe, expect, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { missing } from '../../db/missing.ts';
import type { Rating } from '../../db/model.ts';
import { openDatabase } from '../../db/open.ts';
import { Refused } from '../../db/refused.ts';
import type { Store } from '../../db/store.ts';
import { aScore } from '../fixtures/rows.ts';
import {
  databaseFile,
  migrations,
  newMark,
  openTestStore,
  sessionsOf,
  startRating,
  submit,
} from '../fixtures/store.ts';

let file: string;
let store: Store;
let rating: Rating;
let sessionId: string;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
  const started = startRating(store);
  rating = started.rating;
  sessionId = started.session.id;
});

const restart = () => {
  store.close();
  store = openTestStore(file);
};
const all19 = Array.from({ length: 19 }, (_, index) => index + 1);
const score = (item: number, quality: number | null, adherence = quality, ratingId = rating.id) =>
  store.judgements.editScore({ ratingId, item, adherence, quality, noOccasion: false });
const read = (id = rating.id) => store.judgements.ofRating(id);

function rateEverything(): void {
  for (const item of all19) score(item, 4);
  store.judgements.editOverall({ ratingId: rating.id, adherence: 4, quality: 5 });
}

describe('what is missing', () => {
  test('is everything at first, the overall at the end', () => {
    expect(store.finishing.missing(rating.id)).toEqual([...all19, 0]);
  });

  test('is neither a rated item nor one without occasion', () => {
    score(1, 4);
    store.judgements.editScore({ ratingId: rating.id, item: 2, noOccasion: true });
    score(3, 4, null);
    score(4, null, 4);
    expect(store.finishing.missing(rating.id)).toEqual([...all19.slice(2), 0]);
  });

  test('is the overall until both of its ratings are there', () => {
    for (const item of all19) score(item, 4);
    store.judgements.editOverall({ ratingId: rating.id, quality: 4 });
    expect(store.finishing.missing(rating.id)).toEqual([0]);
    store.judgements.editOverall({ ratingId: rating.id, adherence: 4 });
    expect(store.finishing.missing(rating.id)).toEqual([]);
  });

  test('is no adherence that the edition does not ask for, here and in the list of the library', () => {
    const db = openDatabase(file, demoKeys.database, migrations);
    db.prepare(`update edition_item set takes_adherence = 0 where item in (5, 6)`).run();
    db.close();
    score(5, 4, null);
    score(7, 4, null);
    store.judgements.editScore({ ratingId: rating.id, item: 8, noOccasion: true });
    score(9, 4, 4);
    const lacking = store.finishing.missing(rating.id);
    expect(lacking).toEqual([...all19.filter((item) => ![5, 8, 9].includes(item)), 0]);
    const [row] = sessionsOf(store);
    expect(row?.ratings[0]?.itemsDone).toBe(19 + 1 - (lacking?.length ?? 0));
  });

  test('is told of any scores', () => {
    const overall = { adherence: 1, quality: 1 };
    const scores = all19.map((item) => aScore({ item, quality: 4 }));
    expect(missing(scores, overall, new Set([3]))).toEqual([3]);
    expect(missing(scores, { ...overall, quality: null }, new Set())).toEqual([0]);
  });
});

describe('submitting', () => {
  test('keeps when, and the window reads it back', () => {
    rateEverything();
    expect(store.finishing.submit({ ratingId: rating.id, gaps: [] })).toEqual({ submitted: true });
    restart();
    expect(store.ratings.find(rating.id)?.submittedAt).toMatch(/^2026-11-12T08:/);
  });

  test('tells what is missing without a reason, and changes nothing', () => {
    score(1, 4);
    const gaps = [{ item: 2, reason: 'Not heard' }];
    expect(store.finishing.submit({ ratingId: rating.id, gaps })).toEqual({
      submitted: false,
      missing: [...all19.slice(2), 0],
    });
    expect(store.ratings.find(rating.id)?.submittedAt).toBeNull();
    expect(store.finishing.gaps(rating.id)).toEqual([]);
  });

  test('keeps the reasons, and only those for what is missing', () => {
    rateEverything();
    score(7, null, null);
    const gaps = [
      { item: 7, reason: 'The sound was gone' },
      { item: 8, reason: 'Left over' },
    ];
    expect(store.finishing.submit({ ratingId: rating.id, gaps })).toEqual({ submitted: true });
    expect(store.finishing.gaps(rating.id)).toEqual([{ item: 7, reason: 'The sound was gone' }]);
  });

  test('stands in the log', () => {
    submit(store, rating.id);
    const db = openDatabase(file, demoKeys.database, migrations);
    const last = db
      .prepare<[], { noun: string; before: string; after: string }>(
        `select noun, before, after from change order by id desc limit 1`,
      )
      .get();
    db.close();
    expect(last?.noun).toBe('rating');
    expect(JSON.parse(last?.before ?? '')).toMatchObject({ submittedAt: null });
    expect(JSON.parse(last?.after ?? '').submittedAt).toMatch(/^2026-/);
  });

  test('of nothing says so', () => {
    expect(store.finishing.submit({ ratingId: sessionId, gaps: [] })).toBeUndefined();
  });
});

describe('a submitted rating', () => {
  let markId: string;
  beforeEach(() => {
    markId = store.judgements.addMark(newMark(rating.id)).id;
    rateEverything();
    score(1, 2);
    store.judgements.undo(rating.id);
    submit(store, rating.id);
  });

  const writes: Readonly<Record<string, () => unknown>> = {
    'a new mark': () => store.judgements.addMark(newMark(rating.id)),
    'a changed mark': () => store.judgements.editMark({ id: markId, quality: 7 }),
    'a removed mark': () => store.judgements.removeMark(markId),
    'a score': () => score(1, 7),
    'a score as it is': () => score(1, 4),
    'the overall': () => store.judgements.editOverall({ ratingId: rating.id, quality: 1 }),
    undo: () => store.judgements.undo(rating.id),
    redo: () => store.judgements.redo(rating.id),
    'another submission': () => store.finishing.submit({ ratingId: rating.id, gaps: [] }),
    'played stretches': () =>
      store.finishing.keepPlayed(rating.id, 9000, [{ fromMs: 0, toMs: 9000, rate: 1 }]),
  };

  test.each(Object.keys(writes))('refuses %s', (name) => {
    const before = [read(), store.ratings.find(rating.id), store.finishing.stretches(rating.id)];
    expect(writes[name]).toThrow(Refused);
    expect([read(), store.ratings.find(rating.id), store.finishing.stretches(rating.id)]).toEqual(before);
  });

  test('has nothing to undo or redo', () => {
    expect(read()).toMatchObject({ canUndo: false, canRedo: false });
  });

  test('is locked after a restart as well', () => {
    restart();
    expect(() => score(1, 7)).toThrow(Refused);
  });

  test('leaves the ratings of others open', () => {
    const other = store.raters.add({ name: 'Henrik', kind: 'expert' });
    const open = store.ratings.begin({ sessionId, raterId: other.id, purpose: 'supervision' });
    expect(score(1, 7, 7, open.id).quality).toBe(7);
  });
});

describe('an amendment', () => {
  beforeEach(() => {
    store.judgements.addMark(newMark(rating.id, { note: 'text', quality: 3 }));
    rateEverything();
    score(9, null, null);
    store.finishing.keepPlayed(rating.id, 4000, [{ fromMs: 0, toMs: 4000, rate: 1.5 }]);
    submit(store, rating.id);
  });
  const amend = (ratingId = rating.id) => store.finishing.amend({ ratingId, reason: 'Discussed' });

  test('is the next version, open, with its reason', () => {
    expect(amend()).toMatchObject({
      sessionId,
      raterId: rating.raterId,
      purpose: rating.purpose,
      version: 2,
      amendReason: 'Discussed',
      submittedAt: null,
      positionMs: 4000,
    });
  });

  test('says what the version before says, in marks of its own', () => {
    const next = amend();
    const [old, copy] = [read(), read(next?.id)];
    const bare = (view: typeof old) => ({
      marks: view.marks.map(({ id: _, ratingId: __, ...mark }) => mark),
      scores: view.scores.map(({ ratingId: _, ...one }) => one),
      quality: view.overall.quality,
    });
    expect(bare(copy)).toEqual(bare(old));
    expect(copy.marks[0]?.id).not.toBe(old.marks[0]?.id);
    expect(store.finishing.gaps(next?.id ?? '')).toEqual(store.finishing.gaps(rating.id));
    expect(store.finishing.stretches(next?.id ?? '')).toEqual([{ fromMs: 0, toMs: 4000, rate: 1.5 }]);
  });

  test('leaves the version before as it was', () => {
    const before = read();
    const next = amend();
    score(1, 7, 7, next?.id);
    store.judgements.removeMark(read(next?.id).marks[0]?.id ?? '');
    expect(read()).toEqual(before);
    expect(() => score(1, 7)).toThrow(Refused);
  });

  test('undoes its own changes and none of the version before', () => {
    const next = amend();
    const id = next?.id ?? '';
    expect(read(id)).toMatchObject({ canUndo: false, canRedo: false });
    expect(store.judgements.undo(id)).toBe(false);
    score(1, 7, 7, id);
    expect(store.judgements.undo(id)).toBe(true);
    expect(read(id).scores[0]?.quality).toBe(4);
    expect(store.judgements.undo(id)).toBe(false);
  });

  test('is what beginning the rating again opens', () => {
    const next = amend();
    const { raterId, purpose } = rating;
    expect(store.ratings.begin({ sessionId, raterId, purpose }).id).toBe(next?.id);
  });

  test('is not made twice, nor of an earlier version, nor of an open one', () => {
    const next = amend();
    expect(amend()).toBeUndefined();
    expect(amend(next?.id)).toBeUndefined();
    submit(store, next?.id ?? '');
    expect(amend()).toBeUndefined();
    expect(amend(next?.id)?.version).toBe(3);
    expect(store.ratings.versions(rating).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test('is not made of a rating that is not there', () => {
    expect(amend(sessionId)).toBeUndefined();
  });

  test("counts as made in sight of others' ratings, when there are any", () => {
    expect(amend()?.sawOthersAt).toBeNull();
    const other = startRating(store);
    const henrik = store.raters.add({ name: 'Henrik', kind: 'expert' });
    store.ratings.begin({ sessionId: other.session.id, raterId: henrik.id, purpose: 'supervision' });
    submit(store, other.rating.id);
    expect(amend(other.rating.id)?.sawOthersAt).toMatch(/^2026-/);
  });
});

describe('two ratings of one session by one rater', () => {
  test('for one purpose are the same', () => {
    const fields = { sessionId, raterId: rating.raterId, purpose: 'supervision' as const };
    expect(store.ratings.begin(fields).id).toBe(rating.id);
    expect(store.ratings.ofSession(sessionId)).toHaveLength(1);
  });

  test('for two purposes are two', () => {
    const fields = { sessionId, raterId: rating.raterId, purpose: 'research' as const };
    expect(store.ratings.begin(fields).id).not.toBe(rating.id);
  });
});

describe('what was played', () => {
  const keep = (...stretches: [number, number, number?][]) =>
    store.finishing.keepPlayed(
      rating.id,
      stretches.at(-1)?.[1] ?? 0,
      stretches.map(([fromMs, toMs, rate = 1]) => ({ fromMs, toMs, rate })),
    );

  test('goes on in one row, and begins a new one after a jump or at another speed', () => {
    keep([0, 5000]);
    keep([5000, 10_000]);
    keep([10_240, 12_000]);
    keep([12_000, 13_000, 2]);
    keep([60_000, 61_000, 2]);
    expect(store.finishing.stretches(rating.id)).toEqual([
      { fromMs: 0, toMs: 12_000, rate: 1 },
      { fromMs: 12_000, toMs: 13_000, rate: 2 },
      { fromMs: 60_000, toMs: 61_000, rate: 2 },
    ]);
  });

  test('never shrinks', () => {
    keep([0, 5000]);
    keep([4900, 4950]);
    expect(store.finishing.stretches(rating.id)).toEqual([{ fromMs: 0, toMs: 5000, rate: 1 }]);
  });

  test('is there after a restart, with the place, and measured against the recording', () => {
    store.recordings.add({
      sessionId,
      path: '/a.mp4',
      name: 'a.mp4',
      sizeBytes: 1,
      durationMs: 10_000,
      picture: false,
      fingerprint: 'a'.repeat(64),
    });
    keep([0, 2500]);
    restart();
    expect(store.openRatings.coverage(rating.id)).toMatchObject({
      stretches: [{ fromMs: 0, toMs: 2500 }],
      share: 0.25,
    });
    expect(store.ratings.find(rating.id)?.positionMs).toBe(2500);
  });

  test('has no share without a recording', () => {
    keep([0, 2500]);
    expect(store.openRatings.coverage(rating.id)?.share).toBeUndefined();
  });
});
