import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrap, iccs, tQuantile } from '../../../main/agreement/index.ts';

const rows = Array.from({ length: 40 }, (_, at) => [(at * 7) % 11, (at * 5) % 13]);
const mean = (sample: readonly (readonly number[])[]) =>
  sample.reduce((sum, [first = 0]) => sum + first, 0) / sample.length;

describe('bootstrap limits', () => {
  test('are the same for the same seed, and others for another', () => {
    const once = bootstrap(rows, { mean }, { seed: 7, samples: 300 });
    expect(bootstrap(rows, { mean }, { seed: 7, samples: 300 })).toEqual(once);
    expect(bootstrap(rows, { mean }, { seed: 8, samples: 300 })).not.toEqual(once);
  });

  test('of a mean lie where the normal ones lie', () => {
    const firsts = rows.map(([first = 0]) => first);
    const centre = mean(rows);
    const sd = Math.sqrt(firsts.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (firsts.length - 1));
    const reach = (tQuantile(0.975, 39) * sd) / Math.sqrt(40);
    const { limits, failed } = bootstrap(rows, { mean }, { seed: 1 }).statistics.mean;
    expect(failed).toBe(0);
    expect(limits.lower).toBeGreaterThan(centre - 1.15 * reach);
    expect(limits.lower).toBeLessThan(centre - 0.8 * reach);
    expect(limits.upper).toBeLessThan(centre + 1.15 * reach);
    expect(limits.upper).toBeGreaterThan(centre + 0.8 * reach);
  });

  test('draw whole sessions: a statistic of their ratings together keeps its value', () => {
    const twins = rows.map(([first = 0]) => [first, first]);
    const { statistics } = bootstrap(
      twins,
      { difference: (sample) => sample.reduce((sum, [a = 0, b = 0]) => sum + Math.abs(a - b), 0) },
      { seed: 3, samples: 50 },
    );
    expect(statistics.difference.limits).toEqual({ lower: 0, upper: 0 });
  });

  test('several statistics are computed from the same samples', () => {
    const { statistics } = bootstrap(
      rows,
      { one: mean, other: (sample) => 2 * mean(sample) },
      { seed: 5, samples: 99 },
    );
    expect(statistics.other.limits.lower).toBe(2 * (statistics.one.limits.lower ?? Number.NaN));
  });

  test('do not go beyond the values of the statistic', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 7 })), { minLength: 2, maxLength: 9 }),
        fc.integer(),
        (sessions, seed) => {
          const { limits } = bootstrap(sessions, { mean }, { seed, samples: 60 }).statistics.mean;
          const levels = sessions.map(([level]) => level);
          expect(limits.lower).toBeGreaterThanOrEqual(Math.min(...levels) - 1e-9);
          expect(limits.upper).toBeLessThanOrEqual(Math.max(...levels) + 1e-9);
        },
      ),
    );
  });

  test('say where they cannot be computed', () => {
    expect(bootstrap([[1]], { mean }, { seed: 1 })).toMatchObject({
      n: 1,
      samples: 0,
      stopped: false,
      statistics: { mean: { limits: { reason: 'tooFewSessions' }, failed: 0 } },
    });
    // Two sessions are the same one in half of all samples, and then nothing differs.
    const icc = (sample: readonly (readonly number[])[]) => iccs(sample).forms['ICC(2,1)'].value;
    const { statistics } = bootstrap(
      [
        [1, 1],
        [5, 5],
      ],
      { icc },
      { seed: 1, samples: 200 },
    );
    expect(statistics.icc.limits).toMatchObject({ reason: 'degenerate' });
    expect(statistics.icc.failed).toBeGreaterThan(50);
  });

  test('tell how far they are, and stop when asked to', () => {
    const told: number[] = [];
    const found = bootstrap(
      rows,
      { mean },
      {
        seed: 1,
        samples: 1000,
        progress: (done) => {
          told.push(done);
          return done >= 150 ? 'stop' : 'go on';
        },
      },
    );
    expect(told).toEqual([50, 100, 150]);
    expect(found).toMatchObject({ samples: 150, stopped: true });
    expect(found.statistics.mean.limits.lower).toBeDefined();
  });
});
