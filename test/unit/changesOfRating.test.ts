import { describe, expect, test } from 'vitest';
import { isDone, items } from '../../db/scale.ts';
import { doneCount, scoreOf, withMark, withoutMark, withScore } from '../../renderer/rating/changes.ts';
import { aMark, aScore, someRules, uuid } from '../fixtures/rows.ts';

describe('the marks of an open rating', () => {
  const early = aMark({ id: uuid(2), atMs: 1000 });
  const late = aMark({ id: uuid(1), atMs: 9000 });

  test('stay in order of time when one is added', () => {
    expect(withMark({ marks: [late] }, early).marks).toEqual([early, late]);
  });

  test('stand by id where they have the same time, as the record has them', () => {
    const same = aMark({ id: uuid(1), atMs: 1000 });
    expect(withMark({ marks: [early] }, same).marks).toEqual([same, early]);
  });

  test('move when one gets another time', () => {
    const moved = { ...early, atMs: 10_000 };
    expect(withMark({ marks: [early, late] }, moved).marks).toEqual([late, moved]);
  });

  test('lose the one that is removed', () => {
    expect(withoutMark({ marks: [early, late] }, early.id).marks).toEqual([late]);
  });

  test('are not changed in place', () => {
    const marks = Object.freeze([late]);
    expect(withMark({ marks: [...marks] }, early).marks).toHaveLength(2);
    expect(marks).toEqual([late]);
  });
});

describe('the scores of an open rating', () => {
  test('hold one for each item, in order', () => {
    const view = { scores: [aScore({ item: 2 }), aScore({ item: 9, quality: 3 })] };
    const next = withScore(withScore(view, aScore({ item: 9, quality: 5 })), aScore({ item: 4 }));
    expect(next.scores.map(({ item, quality }) => [item, quality])).toEqual([
      [2, null],
      [4, null],
      [9, 5],
    ]);
  });

  test('give an empty one for an item not rated yet', () => {
    expect(scoreOf([], uuid(100), 7)).toEqual(aScore({ item: 7 }));
  });
});

describe('an item', () => {
  test.each([
    [{}, false],
    [{ quality: 4 }, false],
    [{ adherence: 4 }, false],
    [{ adherence: 4, quality: 4 }, true],
    [{ noOccasion: true }, true],
    [{ note: 'text' }, false],
  ])('with %o is done: %s', (some, done) => {
    expect(isDone(aScore(some), true)).toBe(done);
  });
});

test('a sheet is done with all 19 items', () => {
  const scores = items.map(({ number }) => aScore({ item: number, adherence: 4, quality: 4 }));
  expect(doneCount([], someRules())).toBe(0);
  expect(doneCount(scores.slice(0, 7), someRules())).toBe(7);
  expect(doneCount(scores, someRules())).toBe(19);
});
