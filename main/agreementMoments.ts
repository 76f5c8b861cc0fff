/** Two raters' marks of a session, matched: pure. */
import type { Mark } from '../db/model.ts';
import type { AgreementMoments } from '../preload/api.ts';
import { eventKappa, matchMarks, timeUnitKappa, timeUnits } from './agreement/index.ts';

export type MomentsCompared = Omit<AgreementMoments, 'first' | 'second'>;

/** Long enough for an intervention, as short as one can still be told from the next. */
const unitMs = 10_000;

/** @param durationMs of the recording; null where it is not known, and the last mark ends it */
export function momentsCompared(
  first: readonly Mark[],
  second: readonly Mark[],
  { toleranceMs, durationMs }: { toleranceMs: number; durationMs: number | null },
): MomentsCompared {
  const matching = matchMarks(first, second, { toleranceMs });
  const { withUnmatched, withoutUnmatched } = eventKappa(matching);
  const last = Math.max(0, ...[...first, ...second].map(({ atMs, endMs }) => (endMs ?? atMs) + 1));
  const session = { durationMs: Math.max(durationMs ?? 0, last), unitMs };
  const { kappa, units } = timeUnitKappa(timeUnits(first, session), timeUnits(second, session));
  const { both, otherItem, onlyFirst, onlySecond, agreement, f1, f1AnyItem } = matching;
  return {
    both,
    otherItem,
    onlyFirst,
    onlySecond,
    agreement,
    f1,
    f1AnyItem,
    kappa: withUnmatched,
    kappaOfMatched: withoutUnmatched,
    timeUnits: { kappa, units, unitMs },
  };
}
