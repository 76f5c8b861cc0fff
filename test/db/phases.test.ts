import { beforeEach, describe, expect, test } from 'vitest';
import * as model from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { uuid } from '../fixtures/rows.ts';
import { databaseFile, openTestStore, startRating } from '../fixtures/store.ts';

let file: string;
let store: Store;
let sessionId: string;
let ratingId: string;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
  const begun = startRating(store);
  sessionId = begun.session.id;
  ratingId = begun.rating.id;
});

function restart(): void {
  store.close();
  store = openTestStore(file);
}

const opening = { name: 'Opening', startMs: 0, endMs: 9000 };
const round = { name: 'Round', startMs: 9000, endMs: 20_000 };
const names = () => store.phases.ofSession(sessionId).map(({ name }) => name);

describe('the phases of a session', () => {
  test('are kept in order of time, whatever order they came in', () => {
    const kept = store.phases.set({ sessionId, phases: [round, opening] });
    restart();
    expect(store.phases.ofSession(sessionId)).toEqual(kept);
    expect(names()).toEqual(['Opening', 'Round']);
    expect(store.phases.ofSession(uuid(1))).toEqual([]);
  });

  test('keep their ids while they change', () => {
    const [first] = store.phases.set({ sessionId, phases: [opening] });
    const after = store.phases.set({
      sessionId,
      phases: [{ ...opening, id: first?.id, endMs: 5000 }, round],
    });
    expect(after[0]?.id).toBe(first?.id);
    expect(after[1]?.id).not.toBe(first?.id);
  });

  test('do not take the id of another session’s phase', () => {
    const [first] = store.phases.set({ sessionId, phases: [opening] });
    const other = startRating(store).session;
    const [copied] = store.phases.set({ sessionId: other.id, phases: [{ ...opening, id: first?.id }] });
    expect(copied?.id).not.toBe(first?.id);
    expect(names()).toEqual(['Opening']);
  });

  test('are one line in the log for one change, and none for none', () => {
    const [first] = store.phases.set({ sessionId, ratingId, phases: [opening] });
    store.phases.set({ sessionId, ratingId, phases: [{ ...opening, id: first?.id }] });
    expect(store.changes.ofRating(ratingId)).toHaveLength(1);
    expect(store.changes.ofRating(ratingId)[0]).toMatchObject({
      noun: 'phase',
      nounId: sessionId,
      before: '[]',
    });
  });

  test('stay as they are at the desk of another session’s rating', () => {
    const other = startRating(store);
    expect(store.phases.set({ sessionId, ratingId: other.rating.id, phases: [opening] })).toEqual([]);
  });
});

describe('undo of phases', () => {
  test('takes back and brings again what one action did to two phases, also after a restart', () => {
    store.phases.set({ sessionId, ratingId, phases: [{ ...opening, endMs: 20_000 }] });
    store.phases.set({ sessionId, ratingId, phases: [opening, round] });
    const both = store.phases.ofSession(sessionId);
    restart();
    expect(store.judgements.undo(ratingId)).toBe(true);
    expect(store.phases.ofSession(sessionId)).toMatchObject([{ name: 'Opening', endMs: 20_000 }]);
    restart();
    expect(store.judgements.undo(ratingId)).toBe(true);
    expect(names()).toEqual([]);
    expect(store.judgements.undo(ratingId)).toBe(false);
    restart();
    store.judgements.redo(ratingId);
    store.judgements.redo(ratingId);
    expect(store.phases.ofSession(sessionId)).toEqual(both);
    expect(store.judgements.redo(ratingId)).toBe(false);
  });

  test('takes its turn among the other changes of the rating', () => {
    store.judgements.editScore({ ratingId, item: 4, quality: 5 });
    store.phases.set({ sessionId, ratingId, phases: [opening] });
    store.judgements.undo(ratingId);
    expect(names()).toEqual([]);
    expect(store.judgements.ofRating(ratingId).scores).toMatchObject([{ item: 4, quality: 5 }]);
  });

  test('leaves alone what was changed since at another desk, and goes on to the step before', () => {
    store.judgements.editScore({ ratingId, item: 4, quality: 5 });
    store.phases.set({ sessionId, ratingId, phases: [opening] });
    const other = store.raters.add({ name: 'Henrik', kind: 'expert' });
    const theirs = store.ratings.begin({ sessionId, raterId: other.id, purpose: 'supervision' });
    store.phases.set({ sessionId, ratingId: theirs.id, phases: [opening, round] });
    expect(store.judgements.undo(ratingId)).toBe(true);
    expect(names()).toEqual(['Opening', 'Round']);
    expect(store.judgements.ofRating(ratingId).scores).toEqual([]);
    expect(store.judgements.undo(theirs.id)).toBe(true);
    expect(names()).toEqual(['Opening']);
  });

  test('does not reach what was set without a rating', () => {
    store.phases.set({ sessionId, phases: [opening] });
    expect(store.judgements.undo(ratingId)).toBe(false);
  });
});

describe('a list of phases', () => {
  const accepted = (phases: object[]) => model.phasesChange.safeParse({ sessionId, phases }).success;

  test('may have holes and may touch, in any order', () => {
    expect(accepted([round, opening])).toBe(true);
    expect(accepted([opening, { ...round, startMs: 15_000 }])).toBe(true);
  });

  test('may not overlap', () => {
    expect(accepted([opening, { ...round, startMs: 8999 }])).toBe(false);
    expect(accepted([{ ...round, startMs: 1000 }, opening])).toBe(false);
  });

  test('has no phase that ends at its start, and none without a name', () => {
    expect(accepted([{ ...opening, endMs: 0 }])).toBe(false);
    expect(accepted([{ ...opening, name: '  ' }])).toBe(false);
  });
});

describe('the names a site gives its phases', () => {
  test('are none at first, and kept in order', () => {
    expect(store.phaseNames.all()).toEqual([]);
    store.phaseNames.set(['Runde', 'Åpning']);
    restart();
    expect(store.phaseNames.all()).toEqual(['Runde', 'Åpning']);
    store.phaseNames.set([]);
    expect(store.phaseNames.all()).toEqual([]);
  });

  test('are each there once', () => {
    expect(model.phaseNames.safeParse(['A', 'B']).success).toBe(true);
    expect(model.phaseNames.safeParse(['A', ' A ']).success).toBe(false);
  });
});
