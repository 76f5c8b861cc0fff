import type { AgreementEstimate, PassRules, RuleResult, SessionFigures } from '../../preload/api.ts';
import { iccs } from '../agreement/index.ts';
import { biasOver } from './biasOver.ts';
import { type Counting, itemRatings, type RatedAgainst, sidesOf } from './itemRatings.ts';
import { inOrderRated, sessionFigures } from './session.ts';
import { reaches } from './share.ts';

/**
 * The rules that a programme has, each with what came of it. A value that cannot be computed does not meet its rule.
 *
 * - `within1`: the longest run of sessions, in the order in which they were rated, that each reach the per cent. A
 *   session with nothing to compare ends a run.
 * - `bias`: at most so many points either way; `biasOver.ts`. `n`: sessions with levels to compare.
 * - `icc`: ICC(A,1) of the rater and the standard, McGraw & Wong (1996), each item of each session a row; `n`: rows.
 *   Its lower limit must reach the least. Rows of one session are not independent: seen over sessions the interval is
 *   wider. Ratings that equal the standard's throughout have an ICC of 1 and no limits, and meet it.
 * - `overallWithin1`: on each side of the dimension, wherever the standard has an overall. An overall that the rater
 *   left out is not within one point. Nothing to compare does not meet it.
 * - `fewestSessions`: sessions with anything to compare.
 *
 * @param rated the sessions of one attempt, each once, in any order
 */
export function ruleResults(
  rated: readonly RatedAgainst[],
  rules: PassRules,
  counting: Counting,
): RuleResult[] {
  const inOrder = inOrderRated(rated);
  const figures = inOrder.map((one) => sessionFigures(one, counting));
  const results: RuleResult[] = [];
  if (rules.within1 !== null) {
    const { percent, sessions } = rules.within1;
    const longest = longestRun(figures.map(({ within1 }) => reaches(within1, percent)));
    results.push({ rule: 'within1', met: longest >= sessions, percent, sessions, longest });
  }
  if (rules.bias !== null) results.push(biasResult(figures, rules.bias));
  if (rules.icc !== null) results.push(iccResult(inOrder, counting, rules.icc));
  if (rules.overallWithin1) results.push(overallResult(inOrder, counting));
  const count = figures.filter(({ within1 }) => within1.of > 0).length;
  const fewest = rules.fewestSessions;
  return [...results, { rule: 'fewestSessions', met: count >= fewest, fewest, count }];
}

export const allMet = (results: readonly RuleResult[]): boolean => results.every(({ met }) => met);

function longestRun(reached: readonly boolean[]): number {
  let longest = 0;
  let run = 0;
  for (const one of reached) {
    run = one ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function biasResult(figures: readonly SessionFigures[], most: number): RuleResult {
  const bias = biasOver(figures);
  const met = bias.value !== undefined && Math.abs(bias.value) <= most;
  return { rule: 'bias', met, most, bias, n: figures.filter(({ pairs }) => pairs > 0).length };
}

function iccResult(rated: readonly RatedAgainst[], counting: Counting, least: number): RuleResult {
  const rows = rated
    .flatMap((one) => itemRatings(one, counting))
    .flatMap((one) => (one.kind === 'levels' ? [[one.own, one.standard]] : []));
  const { value, limits, ...rest } = iccs(rows).forms['ICC(2,1)'];
  const icc: AgreementEstimate =
    value === undefined
      ? { value, reason: 'reason' in rest ? rest.reason : 'degenerate', limits }
      : { value, limits };
  return { rule: 'icc', met: isAtLeast(icc, least), least, icc, n: rows.length };
}

function isAtLeast({ value, limits }: AgreementEstimate, least: number): boolean {
  if (value === undefined) return false;
  return limits.lower === undefined ? value === 1 : limits.lower >= least;
}

function overallResult(rated: readonly RatedAgainst[], counting: Counting): RuleResult {
  const asked = rated.flatMap(({ own, standard }) =>
    sidesOf(counting.dimension).flatMap((side) => {
      const level = standard[side][0];
      return typeof level === 'number' ? [{ level, given: own[side][0] ?? null }] : [];
    }),
  );
  const count = asked.filter(({ level, given }) => given !== null && Math.abs(given - level) <= 1).length;
  const met = asked.length > 0 && count === asked.length;
  return { rule: 'overallWithin1', met, count, of: asked.length };
}
