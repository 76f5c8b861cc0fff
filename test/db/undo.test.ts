import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { uuid } from '../fixtures/rows.ts';
import { databaseFile, newMark, openTestStore, startRating } from '../fixtures/store.ts';

let file: string;
let store: Store;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
});

const level = fc.option(fc.integer({ min: 1, max: 7 }));
const note = fc.constantFrom('', 'text', 'Æøå 🙂');

/** What a person may do to a rating; `which` picks one of the marks that are there. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('addMark' as const), atMs: fc.nat(1_000_000), note }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('editMark' as const), which: fc.nat(9), quality: level, note }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('removeMark' as const), which: fc.nat(9) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('editScore' as const),
        item: fc.integer({ min: 1, max: 3 }),
        quality: level,
        noOccasion: fc.boolean(),
        note,
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('editOverall' as const), quality: level, note }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  ),
  { maxLength: 40, size: 'max' },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

/** What is seen of a rating: all but the two buttons. */
function seen(ratingId: string) {
  const { marks, scores, overall } = store.judgements.ofRating(ratingId);
  return { marks, scores, overall };
}

/** Does one step; true when it was an edit. */
function edit(ratingId: string, step: Step): boolean {
  const { judgements } = store;
  const { marks } = judgements.ofRating(ratingId);
  switch (step.do) {
    case 'addMark':
      judgements.addMark(newMark(ratingId, { atMs: step.atMs, note: step.note }));
      return true;
    case 'editMark': {
      const mark = marks[step.which % Math.max(1, marks.length)];
      if (mark === undefined) return false;
      return judgements.editMark({ id: mark.id, quality: step.quality, note: step.note }) !== undefined;
    }
    case 'removeMark': {
      const mark = marks[step.which % Math.max(1, marks.length)];
      return mark !== undefined && judgements.removeMark(mark.id);
    }
    case 'editScore': {
      const { item, noOccasion } = step;
      const quality = noOccasion ? null : step.quality;
      judgements.editScore({ ratingId, item, adherence: null, quality, noOccasion, note: step.note });
      return true;
    }
    case 'editOverall':
      judgements.editOverall({ ratingId, adherence: null, quality: step.quality, note: step.note });
      return true;
    default:
      return false;
  }
}

describe('undo and redo', () => {
  test('lead through the states of a rating like the pages of a book, also after a restart', () => {
    fc.assert(
      fc.property(steps, (wanted) => {
        const { rating } = startRating(store);
        const earlier: unknown[] = [];
        let now: unknown = seen(rating.id);
        let later: unknown[] = [];
        for (const step of wanted) {
          if (step.do === 'undo' || step.do === 'redo') {
            const [from, to] = step.do === 'undo' ? [earlier, later] : [later, earlier];
            expect(store.judgements[step.do](rating.id)).toBe(from.length > 0);
            if (from.length > 0) {
              to.push(now);
              now = from.pop();
            }
          } else if (step.do === 'restart') {
            store.close();
            store = openTestStore(file);
          } else if (edit(rating.id, step) && !isDeepStrictEqual(seen(rating.id), now)) {
            // A change that changes nothing is no page of its own.
            earlier.push(now);
            later = [];
            now = seen(rating.id);
          }
          expect(seen(rating.id)).toEqual(now);
          expect(store.judgements.ofRating(rating.id)).toMatchObject({
            canUndo: earlier.length > 0,
            canRedo: later.length > 0,
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('bring back a deleted mark as the same mark', () => {
    const { rating } = startRating(store);
    const mark = store.judgements.addMark(newMark(rating.id, { note: 'text', quality: 3 }));
    store.judgements.removeMark(mark.id);
    expect(store.judgements.undo(rating.id)).toBe(true);
    expect(store.judgements.ofRating(rating.id).marks).toEqual([mark]);
  });

  test('do not touch the rating of anybody else', () => {
    const [mine, theirs] = [startRating(store).rating, startRating(store).rating];
    store.judgements.addMark(newMark(mine.id));
    const mark = store.judgements.addMark(newMark(theirs.id));
    expect(store.judgements.undo(mine.id)).toBe(true);
    expect(store.judgements.undo(mine.id)).toBe(false);
    expect(store.judgements.ofRating(theirs.id).marks).toEqual([mark]);
  });

  test('have nothing to do in a new or unknown rating', () => {
    const { rating } = startRating(store);
    for (const id of [rating.id, uuid(1)]) {
      expect(store.judgements.undo(id)).toBe(false);
      expect(store.judgements.redo(id)).toBe(false);
    }
  });

  test('lose what could be redone at the next edit', () => {
    const { rating } = startRating(store);
    store.judgements.addMark(newMark(rating.id));
    store.judgements.undo(rating.id);
    store.judgements.addMark(newMark(rating.id, { atMs: 5000 }));
    expect(store.judgements.redo(rating.id)).toBe(false);
  });
});

describe('the log of a rating', () => {
  test('tells who changed what, from what to what, newest first', () => {
    const { rating, rater } = startRating(store);
    const mark = store.judgements.addMark(newMark(rating.id));
    const edited = { ...mark, quality: 5 };
    store.judgements.editMark(edited);
    store.judgements.undo(rating.id);
    const log = store.changes.ofRating(rating.id);
    expect(
      log.map(({ action, before, after }) => [
        action,
        before && JSON.parse(before),
        after && JSON.parse(after),
      ]),
    ).toEqual([
      ['undo', edited, mark],
      ['do', mark, edited],
      ['do', null, mark],
    ]);
    expect(
      log.every(({ raterId, nounId, noun }) => raterId === rater.id && nounId === mark.id && noun === 'mark'),
    ).toBe(true);
    expect(log.map(({ at }) => at)).toEqual(
      log
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  test('keeps every change that was ever made, also those taken back', () => {
    const { rating } = startRating(store);
    for (let round = 0; round < 5; round += 1) {
      store.judgements.addMark(newMark(rating.id));
      store.judgements.undo(rating.id);
      store.judgements.redo(rating.id);
    }
    expect(store.changes.ofRating(rating.id)).toHaveLength(15);
  });
});
