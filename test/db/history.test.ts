import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { uuid } from '../fixtures/rows.ts';
import { newMark, openTestStore, startRating, submit } from '../fixtures/store.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore();
});

const score = (ratingId: string, quality: number) =>
  store.judgements.editScore({ ratingId, item: 4, quality });

describe('the history of a rating', () => {
  test('tells who changed what, when, from what to what, newest first', () => {
    const { rating } = startRating(store);
    const { id } = store.judgements.addMark(newMark(rating.id));
    score(rating.id, 3);
    score(rating.id, 4);
    store.judgements.editOverall({ ratingId: rating.id, quality: 5 });
    store.judgements.undo(rating.id);
    const told = store.history.ofRating(rating.id);
    expect(told?.rows).toMatchObject([
      { noun: 'overall', action: 'undo', before: { quality: 5 }, after: null },
      { noun: 'overall', action: 'do', before: null, after: { quality: 5 } },
      { noun: 'score', action: 'do', before: { quality: 3 }, after: { quality: 4 } },
      { noun: 'score', action: 'do', before: null, after: { quality: 3 } },
      { noun: 'mark', action: 'do', before: null, after: { quality: null } },
    ]);
    expect(told?.rows.every(({ raterName }) => raterName === 'Solveig')).toBe(true);
    expect(told?.rows.at(-1)?.after).toMatchObject({ id });
    const times = told?.rows.map(({ at }) => at) ?? [];
    expect(times).toEqual(times.toSorted().reverse());
  });

  test('tells what was done to the phases at this desk, and what was undone', () => {
    const { rating, session } = startRating(store);
    const phases = [{ name: 'Opening', startMs: 0, endMs: 9000 }];
    const [opening] = store.phases.set({ sessionId: session.id, ratingId: rating.id, phases });
    store.judgements.undo(rating.id);
    expect(store.history.ofRating(rating.id)?.rows).toMatchObject([
      { noun: 'phase', action: 'undo', raterName: 'Solveig', before: [opening], after: [] },
      { noun: 'phase', action: 'do', raterName: 'Solveig', before: [], after: [opening] },
    ]);
  });

  test('goes through all versions, whichever is asked for', () => {
    const { rating } = startRating(store);
    score(rating.id, 3);
    submit(store, rating.id);
    const next = store.finishing.amend({ ratingId: rating.id, reason: 'Discussed' });
    score(next?.id ?? '', 5);
    const told = store.history.ofRating(rating.id);
    expect(told).toEqual(store.history.ofRating(next?.id ?? ''));
    expect(told?.rows).toMatchObject([
      { version: 2, after: { quality: 5 } },
      { version: 1, after: { quality: 3 } },
    ]);
    expect(told?.versions).toMatchObject([
      { version: 2, amendReason: 'Discussed', submittedAt: null },
      { version: 1, amendReason: null, submittedAt: expect.any(String) },
    ]);
  });

  test('comes in pages that leave nothing out and tell nothing twice, across versions', () => {
    const { rating } = startRating(store);
    store.together(() => {
      for (let count = 0; count < 150; count += 1) score(rating.id, 1 + (count % 7));
    });
    submit(store, rating.id);
    const next = store.finishing.amend({ ratingId: rating.id, reason: 'More' })?.id ?? '';
    store.together(() => {
      for (let count = 0; count < 260; count += 1) score(next, 7 - (count % 7));
    });
    const lengths: number[] = [];
    const ids: number[] = [];
    let before: number | undefined;
    do {
      const page = store.history.ofRating(next, before);
      lengths.push(page?.rows.length ?? 0);
      ids.push(...(page?.rows.map(({ id }) => id) ?? []));
      before = page?.next;
    } while (before !== undefined);
    expect(lengths).toEqual([200, 200, ids.length - 400]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(ids.length).toBeGreaterThan(400);
  });

  test("is nobody else's", () => {
    const { rating } = startRating(store);
    score(startRating(store).rating.id, 3);
    expect(store.history.ofRating(rating.id)?.rows).toEqual([]);
    expect(store.history.ofRating(uuid(1))).toBeUndefined();
  });
});
