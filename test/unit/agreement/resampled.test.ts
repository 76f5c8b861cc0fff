import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  iccs,
  levelsOf,
  resampled,
  spreadOf,
  tableAgreement,
} from '../../../main/agreement/index.ts';
import type { Cell } from '../../../main/agreement/table.ts';

const options = { seed: 7, samples: 200 };
const complete: Cell[][] = [
  [4, 5, 4],
  [2, 2, 3],
  [6, 5, 7],
  [3, 4, 4],
  [5, 5, 6],
  [1, 2, 2],
];
const incomplete: Cell[][] = [
  [4, null, 'noOccasion'],
  [2, 'noOccasion', 3],
  [6, 5, 7],
  [null, 4, 4],
  [5, 5, null],
];

describe('limits by resampling', () => {
  test.each([
    ['a complete table', complete],
    ['a table with missing cells and no occasion', incomplete],
  ])('are those of the statistics themselves over the same samples: %s', (_, table) => {
    const { limits } = resampled(table, options);
    const levels = (sample: readonly Cell[][]) => levelsOf(sample).table;
    const whole = bootstrap(
      table,
      {
        exact: (sample) => tableAgreement(levels(sample as Cell[][])).exact.value,
        within1: (sample) => tableAgreement(levels(sample as Cell[][])).within1.value,
        sd: (sample) => spreadOf(levels(sample as Cell[][])).sd.value,
      },
      options,
    );
    for (const name of ['exact', 'within1', 'sd'] as const) {
      const { lower, upper } = whole.statistics[name].limits;
      expect(limits[name].lower, name).toBeCloseTo(lower ?? Number.NaN, 10);
      expect(limits[name].upper, name).toBeCloseTo(upper ?? Number.NaN, 10);
    }
  });

  test('of ICC(A,1) are those of its own formula', () => {
    const { limits } = resampled(complete, options);
    const whole = bootstrap(
      complete,
      { icc: (sample) => iccs(sample as number[][]).forms['ICC(2,1)'].value },
      options,
    );
    const { lower, upper } = whole.statistics.icc.limits;
    expect(limits.icc.lower).toBeCloseTo(lower ?? Number.NaN, 8);
    expect(limits.icc.upper).toBeCloseTo(upper ?? Number.NaN, 8);
  });

  test('of ICC(A,1) are not given where cells are missing, and say so', () => {
    expect(resampled(incomplete, options).limits.icc).toMatchObject({ reason: 'degenerate' });
  });

  test('are the same with the same seed, and others with another', () => {
    expect(resampled(complete, options)).toEqual(resampled(complete, options));
    expect(resampled(complete, { ...options, seed: 8 })).not.toEqual(resampled(complete, options));
  });

  test('are none for one session', () => {
    expect(resampled([[4, 5]], options).limits.within1).toMatchObject({ reason: 'tooFewSessions' });
  });
});
