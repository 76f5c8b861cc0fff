import { describe, expect, test } from 'vitest';
import { cohortByQuarter, sessionFigures } from '../../../main/certification/index.ts';
import { given, ofQuality, rated } from './levels.ts';

const rating = (raterId: string, submittedAt: string, own: number[]) => ({
  raterId,
  figures: {
    ...sessionFigures(rated(1, given(own), given(own.map(() => 4))), ofQuality),
    submittedAt,
  },
});

describe('agreement of a cohort', () => {
  const found = cohortByQuarter([
    rating('anna', '2026-07-02T12:00:00.000Z', [7, 7]),
    rating('anna', '2026-02-01T12:00:00.000Z', [5, 5]),
    rating('anna', '2026-03-30T12:00:00.000Z', [4, 4]),
    rating('bo', '2026-01-05T12:00:00.000Z', [6, 4, 4, 4]),
  ]);

  test('stands by the quarter in which ratings were submitted, without empty ones', () => {
    expect(found.map(({ from, raters, ratings }) => [from, raters, ratings])).toEqual([
      ['2026-01-01', 2, 3],
      ['2026-07-01', 1, 1],
    ]);
  });

  test('takes all item ratings of the quarter together for the share', () => {
    // 2 of 2, 2 of 2, 3 of 4.
    expect(found[0]?.within1).toMatchObject({ count: 7, of: 8, share: 7 / 8 });
  });

  test('takes each rating once for the mean difference, with limits over ratings', () => {
    // 1, 0 and 0.5: mean 0.5, deviation 0.5, t with two degrees of freedom 4.302653: ± 1.242069.
    expect(found[0]?.bias.value).toBeCloseTo(0.5, 12);
    expect(found[0]?.bias.limits.lower).toBeCloseTo(0.5 - 1.242069, 5);
    expect(found[0]?.bias.limits.upper).toBeCloseTo(0.5 + 1.242069, 5);
  });

  test('has a mean and no limits for one rating', () => {
    expect(found[1]?.bias).toMatchObject({ value: 3, limits: { reason: 'tooFewSessions' } });
  });

  test('is empty without ratings', () => {
    expect(cohortByQuarter([])).toEqual([]);
  });
});
