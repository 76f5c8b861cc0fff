import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Levels } from '../../../db/levels.ts';
import { allMet, type RatedAgainst, ruleResults, sessionFigures } from '../../../main/certification/index.ts';
import type { PassRules, RuleResult } from '../../../preload/api.ts';
import { anyCounting, anySessions, given, level, ofQuality, rated } from './levels.ts';

const none: PassRules = { within1: null, bias: null, icc: null, overallWithin1: false, fewestSessions: 1 };
const every: PassRules = {
  within1: { percent: 80, sessions: 1 },
  bias: 0.5,
  icc: 0.5,
  overallWithin1: true,
  fewestSessions: 1,
};

function result<R extends RuleResult['rule']>(
  rule: R,
  sessions: readonly RatedAgainst[],
  rules: Partial<PassRules>,
): Extract<RuleResult, { rule: R }> {
  const found = ruleResults(sessions, { ...none, ...rules }, ofQuality).find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`no result of ${rule}`);
  return found as Extract<RuleResult, { rule: R }>; // found by its rule
}

/** Ten items: so many of them within one point. */
const reaching = (day: number, close: number): RatedAgainst =>
  rated(
    day,
    given(Array.from({ length: 10 }, (_, at) => (at < close ? 5 : 7))),
    given(Array.from({ length: 10 }, () => 4)),
  );

describe('within one point on sessions in a row', () => {
  const rule = { within1: { percent: 80, sessions: 3 } };

  test('counts the longest run in the order in which they were rated', () => {
    // Days 1 to 6 reach it, or not: yes yes no yes yes yes.
    const sessions = [8, 9, 7, 8, 10, 8].map((close, at) => reaching(at + 1, close));
    expect(result('within1', sessions, rule)).toMatchObject({ longest: 3, met: true });
    const swapped = [8, 9, 8, 7, 10, 8].map((close, at) => reaching(at + 1, close));
    expect(result('within1', swapped, rule)).toMatchObject({ longest: 3, met: true });
    const broken = [8, 9, 7, 8, 10, 7].map((close, at) => reaching(at + 1, close));
    expect(result('within1', broken, rule)).toMatchObject({ longest: 2, met: false });
  });

  test('goes by when they were submitted, not by the order they come in', () => {
    const sessions = [reaching(2, 8), reaching(4, 2), reaching(1, 8), reaching(3, 8)];
    expect(result('within1', sessions, rule)).toMatchObject({ longest: 3, met: true });
  });

  test('takes exactly the per cent as reached', () => {
    // 7 of 10 is 70 %, which in fractions is less than 0.7.
    const sessions = [reaching(1, 7)];
    expect(result('within1', sessions, { within1: { percent: 70, sessions: 1 } }).met).toBe(true);
    expect(result('within1', sessions, { within1: { percent: 71, sessions: 1 } }).met).toBe(false);
  });

  test('ends a run at a session with nothing to compare', () => {
    const sessions = [reaching(1, 8), rated(2, given([4]), given([])), reaching(3, 8)];
    expect(result('within1', sessions, rule)).toMatchObject({ longest: 1, met: false });
  });
});

describe('the mean difference', () => {
  test('is that over all item ratings, with limits over sessions', () => {
    // Differences 1 1, 0 0, 2 0: the sessions' means are 1, 0 and 1; their mean is 2/3, their deviation 0.57735,
    // and t with two degrees of freedom 4.302653: 2/3 ± 4.302653 x 0.57735/sqrt(3) = 2/3 ± 1.434218.
    const sessions = [
      rated(1, given([5, 5]), given([4, 4])),
      rated(2, given([4, 4]), given([4, 4])),
      rated(3, given([6, 4]), given([4, 4])),
    ];
    const { bias, n, met } = result('bias', sessions, { bias: 0.5 });
    expect(bias.value).toBeCloseTo(2 / 3, 12);
    expect(bias.limits.lower).toBeCloseTo(2 / 3 - 1.434218, 5);
    expect(bias.limits.upper).toBeCloseTo(2 / 3 + 1.434218, 5);
    expect([n, met]).toEqual([3, false]);
  });

  test('weighs sessions by what there is to compare', () => {
    // Session 1: differences 1 1 1; session 2: 0. R = 3/4. n (S - R m)/M: 2 (3 - 9/4)/4 = 0.375 and -0.375, of which
    // the deviation is 0.530330; t with one degree of freedom 12.706205: the reach is 4.764827.
    const sessions = [
      rated(1, given([5, 5, 5]), given([4, 4, 4])),
      rated(2, given([4, 'none']), given([4, 4])),
    ];
    const { bias } = result('bias', sessions, { bias: 1 });
    expect(bias.value).toBe(0.75);
    expect(bias.limits.upper).toBeCloseTo(0.75 + 4.764827, 5);
  });

  test('meets the most exactly, either way', () => {
    const sessions = [rated(1, given([3, 4]), given([4, 4]))];
    expect(result('bias', sessions, { bias: 0.5 }).met).toBe(true);
    expect(result('bias', sessions, { bias: 0.4 }).met).toBe(false);
  });

  test('has no limits over one session, nor where all sessions differ alike', () => {
    const one = result('bias', [rated(1, given([5]), given([4]))], { bias: 1 });
    expect(one).toMatchObject({ met: true, bias: { value: 1, limits: { reason: 'tooFewSessions' } } });
    const alike = [1, 2, 3].map((day) => rated(day, given([4, 5, 4]), given([4, 4, 4])));
    const three = result('bias', alike, { bias: 1 });
    expect(three.bias).toMatchObject({ value: 1 / 3, limits: { reason: 'noVariance' } });
  });

  test('is not met without a level to compare', () => {
    const sessions = [rated(1, given(['none']), given([4]))];
    expect(result('bias', sessions, { bias: 6 })).toMatchObject({
      met: false,
      n: 0,
      bias: { value: undefined, reason: 'noPairs' },
    });
  });
});

describe('ICC(A,1) with the standard', () => {
  test('is that of all item ratings as rows', () => {
    // Rows (2,2) (4,5) (6,6) (4,3): row means 2, 4.5, 6, 3.5, grand mean 4. MSR = 2 (4 + .25 + 4 + .25)/3 = 17/3,
    // MSC = 0, MSE = 1/3: (17/3 - 1/3)/(17/3 + 1/3 + 2 (0 - 1/3)/4) = (16/3)/(35/6) = 32/35.
    const sessions = [rated(1, given([2, 4]), given([2, 5])), rated(2, given([6, 4]), given([6, 3]))];
    const { icc, n } = result('icc', sessions, { icc: 0.5 });
    expect(n).toBe(4);
    expect(icc.value).toBeCloseTo(32 / 35, 12);
  });

  test('is asked of its lower limit, not of itself', () => {
    const sessions = [rated(1, given([2, 4, 6, 4]), given([2, 5, 6, 3]))];
    const { icc } = result('icc', sessions, { icc: 0 });
    const lower = icc.limits.lower ?? Number.NaN;
    expect(result('icc', sessions, { icc: lower + 0.01 }).met).toBe(false);
    expect(result('icc', sessions, { icc: lower - 0.01 }).met).toBe(true);
    expect(lower + 0.01).toBeLessThan(icc.value ?? 0);
  });

  test('is not met, with the reason, where nothing varies', () => {
    const sessions = [rated(1, given([4, 4, 4]), given([4, 4, 4]))];
    expect(result('icc', sessions, { icc: 0 })).toMatchObject({
      met: false,
      icc: { value: undefined, reason: 'noVariance' },
    });
  });

  test('is 1 and met where every level is the standard’s, though it has no limits then', () => {
    const sessions = [rated(1, given([2, 4, 6]), given([2, 4, 6]))];
    expect(result('icc', sessions, { icc: 1 })).toMatchObject({
      met: true,
      icc: { value: 1, limits: { reason: 'noResidualVariance' } },
    });
  });

  test('leaves out items on which one of them gave no level', () => {
    const sessions = [rated(1, given([2, 'none', 6, null, 5]), given([2, 4, 6, 4, 'none']))];
    expect(result('icc', sessions, { icc: 0.5 }).n).toBe(2);
  });
});

describe('the overall', () => {
  const overalls = (pairs: [number | null, number | null][]) =>
    pairs.map(([own, standard], at) => rated(at + 1, given([4], own), given([4], standard)));
  const asked = { overallWithin1: true };

  test('is within one point on every session, or the rule is not met', () => {
    const near = overalls([
      [5, 4],
      [3, 4],
    ]);
    expect(result('overallWithin1', near, asked)).toMatchObject({ met: true, count: 2, of: 2 });
    const far = overalls([
      [5, 4],
      [6, 4],
    ]);
    expect(result('overallWithin1', far, asked)).toMatchObject({ met: false, count: 1, of: 2 });
  });

  test('is not within one point where the rater left it out', () => {
    expect(result('overallWithin1', overalls([[null, 4]]), asked)).toMatchObject({ met: false, of: 1 });
  });

  test('does not count where the standard left it undecided, and is not met by nothing', () => {
    const one = overalls([
      [5, 4],
      [7, null],
    ]);
    expect(result('overallWithin1', one, asked)).toMatchObject({ met: true, count: 1, of: 1 });
    expect(result('overallWithin1', overalls([[7, null]]), asked)).toMatchObject({ met: false, of: 0 });
  });
});

describe('a programme with no rule but the number of sessions', () => {
  test('is passed by it', () => {
    const sessions = [1, 2].map((day) => rated(day, given([7]), given([1])));
    expect(ruleResults(sessions, { ...none, fewestSessions: 2 }, ofQuality)).toEqual([
      { rule: 'fewestSessions', met: true, fewest: 2, count: 2 },
    ]);
    expect(allMet(ruleResults(sessions, { ...none, fewestSessions: 3 }, ofQuality))).toBe(false);
  });

  test('does not count sessions with nothing to compare', () => {
    const sessions = [rated(1, given([4]), given([4])), rated(2, given([4]), given([]))];
    expect(result('fewestSessions', sessions, { fewestSessions: 2 })).toMatchObject({ met: false, count: 1 });
  });
});

describe('whatever the ratings', () => {
  test('the order they come in changes nothing', () => {
    fc.assert(
      fc.property(anySessions, anyCounting, (sessions, counting) => {
        expect(ruleResults(sessions.toReversed(), every, counting)).toEqual(
          ruleResults(sessions, every, counting),
        );
      }),
    );
  });

  test('the order they were rated in changes only the run', () => {
    fc.assert(
      fc.property(anySessions, anyCounting, (sessions, counting) => {
        const turned = sessions.map((one, at) => ({
          ...one,
          submittedAt: sessions[sessions.length - 1 - at]?.submittedAt ?? '',
        }));
        const others = (results: RuleResult[]) => results.filter(({ rule }) => rule !== 'within1');
        const there = others(ruleResults(sessions, every, counting));
        const back = others(ruleResults(turned, every, counting));
        expect(back.map(({ rule, met }) => [rule, met])).toEqual(there.map(({ rule, met }) => [rule, met]));
      }),
    );
  });

  test('ratings equal to the standard pass every rule', () => {
    const session = fc.array(level, { minLength: 19, maxLength: 19 }).filter((own) => new Set(own).size > 1);
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 5 }), level, (sessions, overall) => {
        const same = sessions.map((own, at) => rated(at + 1, given(own, overall), given(own, overall)));
        const rules = { ...every, bias: 0, icc: 1, fewestSessions: sessions.length };
        const strict = { ...rules, within1: { percent: 100, sessions: sessions.length } };
        expect(ruleResults(same, strict, ofQuality).filter(({ met }) => !met)).toEqual([]);
      }),
    );
  });

  test('a point more on every level moves the mean difference by one and keeps its limits as far apart', () => {
    const lower = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(lower, lower), { minLength: 2, maxLength: 5 }), (sessions) => {
        const as = (change: number) =>
          result(
            'bias',
            sessions.map(([own, standard], at) =>
              rated(at + 1, given(own.map((one) => one + change)), given(standard)),
            ),
            { bias: 1 },
          ).bias;
        const [before, after] = [as(0), as(1)];
        expect(after.value).toBeCloseTo((before.value ?? Number.NaN) + 1, 10);
        expect('reason' in after.limits).toBe('reason' in before.limits);
        if (after.limits.lower === undefined || before.limits.lower === undefined) return;
        expect(after.limits.lower).toBeCloseTo(before.limits.lower + 1, 8);
        expect(after.limits.upper).toBeCloseTo(before.limits.upper + 1, 8);
      }),
    );
  });

  test('a number is finite, or has a reason', () => {
    const finite = (value: number | undefined) => value === undefined || Number.isFinite(value);
    fc.assert(
      fc.property(anySessions, anyCounting, (sessions, counting) => {
        for (const one of ruleResults(sessions, every, counting)) {
          const estimate = one.rule === 'bias' ? one.bias : one.rule === 'icc' ? one.icc : undefined;
          if (estimate === undefined) continue;
          expect('reason' in estimate).toBe(estimate.value === undefined);
          expect(
            finite(estimate.value) && finite(estimate.limits.lower) && finite(estimate.limits.upper),
          ).toBe(true);
        }
      }),
    );
  });

  test('the mean difference is that of the sessions together', () => {
    fc.assert(
      fc.property(anySessions, anyCounting, (sessions, counting) => {
        const all = sessions.map((one) => sessionFigures(one, counting));
        const pairs = all.reduce((sum, one) => sum + one.pairs, 0);
        const sum = all.reduce((of, one) => of + (one.bias ?? 0) * one.pairs, 0);
        const bias = ruleResults(sessions, every, counting).find(({ rule }) => rule === 'bias');
        if (bias?.rule !== 'bias') throw new Error('no bias');
        expect(bias.bias.value ?? 0).toBeCloseTo(pairs === 0 ? 0 : sum / pairs, 10);
      }),
    );
  });
});

test('levels are not changed by what is computed from them', () => {
  const own: Levels = given([1, 'none', 3], 4);
  const before = structuredClone(own);
  ruleResults([rated(1, own, given([2, 2, 2], 4))], every, ofQuality);
  expect(own).toEqual(before);
});
