import { describe, expect, test } from 'vitest';
import { signPath, signShapes, signsOf } from '../../renderer/results/signs.ts';
import { aRating, aResultsRating, uuid } from '../fixtures/rows.ts';

const rated = (id: number, purpose: 'supervision' | 'selfRating' = 'supervision') =>
  aResultsRating({ rating: aRating({ id: uuid(id), purpose }) });

describe('the signs of a session’s ratings', () => {
  test('are a letter each, and a shape', () => {
    expect([...signsOf([rated(1), rated(2, 'selfRating'), rated(3)]).values()]).toEqual([
      { letter: 'A', shape: 'circle' },
      { letter: 'B', shape: 'triangle' },
      { letter: 'C', shape: 'square' },
    ]);
  });

  test('have no letter twice among sixty ratings', () => {
    const letters = [...signsOf(Array.from({ length: 60 }, (_, at) => rated(at))).values()];
    expect(new Set(letters.map(({ letter }) => letter)).size).toBe(60);
  });

  test('are drawn each by another outline', () => {
    expect(new Set(signShapes.map((shape) => signPath(shape, 7))).size).toBe(signShapes.length);
  });
});
