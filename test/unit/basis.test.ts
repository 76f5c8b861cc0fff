import { describe, expect, test } from 'vitest';
import { basisOf } from '../../renderer/results/basis.ts';
import { aRating, aResultsRating, someRules, uuid } from '../fixtures/rows.ts';

type Purpose = Parameters<typeof aRating>[0] extends { purpose?: infer P } | undefined ? P : never;
const rated = (raterId: number, purpose: Exclude<Purpose, undefined> = 'supervision', edition = 'one') =>
  aResultsRating({
    rating: aRating({ raterId: uuid(raterId), purpose }),
    edition: { id: edition, name: `Edition ${edition}`, items: someRules() },
  });

describe('what the numbers rest on', () => {
  test('is people, not ratings', () => {
    expect(basisOf([rated(1), rated(1, 'research'), rated(2)]).raters).toBe(2);
  });

  test('keeps the therapists’ own ratings apart', () => {
    expect(basisOf([rated(1), rated(2, 'selfRating'), rated(3, 'selfRating')])).toMatchObject({
      raters: 1,
      selves: 2,
    });
  });

  test('knows what several agreed on', () => {
    expect(basisOf([rated(1, 'consensus')]).consensus).toBe(true);
    expect(basisOf([rated(1)]).consensus).toBe(false);
  });

  test('names each edition once', () => {
    expect(basisOf([rated(1), rated(2), rated(3, 'supervision', 'two')]).editions).toEqual([
      'Edition one',
      'Edition two',
    ]);
  });
});
