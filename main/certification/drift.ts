import type { Drift, DriftPoint, ItemFigures, SessionFigures } from '../../preload/api.ts';
import { dayOf, monthsLater } from '../days.ts';
import { sumOf } from './biasOver.ts';
import type { Counting, RatedAgainst } from './itemRatings.ts';
import { itemFigures } from './items.ts';
import { inOrderRated, total } from './session.ts';
import { reaches, shareWithin1 } from './share.ts';

/** So many checks are looked at together. */
const window = 5;
/** One session alone varies too much to say anything of the rater. */
const fewestForAlarm = 2;
/** Points of mean difference, whichever way, and per cent of item ratings within one point. */
export const alarmLimits = { bias: 0.5, percent: 80 } as const;
const monthsBetweenChecks = 3;

export type RunningFigures = DriftPoint['running'];

/**
 * The last five checks up to each one, or as many as there are: the mean difference over all their item ratings, and
 * the share within one point.
 *
 * Alarm: the mean is more than 0.5 points from 0, or the share is under 80 %. From two checks on: before there are
 * five, the alarm looks at those there are, since a rater who drifts should not go on for a year unseen; one session
 * alone says too little. Both limits are a convention of certification programmes, no test of significance.
 *
 * @param checks of one rater, standard sessions and double codings, in any order
 * @returns the checks, oldest first
 */
export function runningFigures<T extends SessionFigures>(
  checks: readonly T[],
): (T & { running: RunningFigures })[] {
  const inOrder = inOrderRated(checks);
  return inOrder.map((check, at) => ({
    ...check,
    running: runningOver(inOrder.slice(Math.max(0, at + 1 - window), at + 1)),
  }));
}

function runningOver(last: readonly SessionFigures[]): RunningFigures {
  const pairs = total(last.map((one) => one.pairs));
  const bias = pairs === 0 ? undefined : total(last.map(sumOf)) / pairs;
  const within1 = shareWithin1(
    total(last.map((one) => one.within1.count)),
    total(last.map((one) => one.within1.of)),
  );
  const isFar =
    Math.abs(bias ?? 0) > alarmLimits.bias || (within1.of > 0 && !reaches(within1, alarmLimits.percent));
  return { n: last.length, bias, within1, alarm: last.length >= fewestForAlarm && isFar };
}

/** The items worth practising, of the last five checks: `items.ts`. */
export const worthPractising = (checks: readonly RatedAgainst[], counting: Counting): ItemFigures[] =>
  itemFigures(inOrderRated(checks).slice(-window), counting).filter(({ practise }) => practise);

/**
 * The day by which the next standard session is due: a quarter after the last one that was rated, or after the
 * certificate. Double codings do not count: two raters can drift together.
 * @param issuedAt of the certificate, ISO-8601 UTC
 * @returns YYYY-MM-DD where the machine is
 */
export function checkDue(
  issuedAt: string,
  checks: readonly Pick<DriftPoint, 'kind' | 'submittedAt'>[],
): string {
  const last = checks
    .filter(({ kind }) => kind === 'check')
    .reduce((latest, { submittedAt }) => (submittedAt > latest ? submittedAt : latest), issuedAt);
  return monthsLater(dayOf(new Date(last)), monthsBetweenChecks);
}

/**
 * Of the sessions that a certified rater rated alone, how many another rated alone as well.
 * @param own ids of sessions, each once
 */
export function doubled(own: readonly string[], others: ReadonlySet<string>): Drift['doubled'] {
  const sessions = own.filter((id) => others.has(id)).length;
  const of = own.length;
  return { sessions, of, percent: of === 0 ? undefined : (sessions * 100) / of };
}
