import type { CohortPoint, SessionFigures } from '../../preload/api.ts';
import { meanWithLimits } from '../agreement/index.ts';
import { dayOf } from '../days.ts';
import { total } from './session.ts';
import { shareWithin1 } from './share.ts';

/**
 * Agreement of a cohort with the standard by the quarter in which ratings were submitted, oldest first; quarters
 * without ratings are left out. Within one point: all item ratings of the quarter together. Bias: the mean of the
 * ratings' mean differences, each rating counting once, with limits by Student's t over ratings.
 *
 * @param ratings that are compared with a standard and are over, of anybody
 */
export function cohortByQuarter(
  ratings: readonly { raterId: string; figures: SessionFigures }[],
): CohortPoint[] {
  const byQuarter = Map.groupBy(ratings, ({ figures }) => quarterOf(figures.submittedAt));
  return [...byQuarter]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, own]) => ({
      from,
      raters: new Set(own.map(({ raterId }) => raterId)).size,
      ratings: own.length,
      within1: shareWithin1(
        total(own.map(({ figures }) => figures.within1.count)),
        total(own.map(({ figures }) => figures.within1.of)),
      ),
      bias: meanWithLimits(
        own.map(({ figures }) => figures.bias).filter((bias) => bias !== undefined),
        0.95,
      ).mean,
    }));
}

/** The first day of the quarter, where the machine is. */
function quarterOf(at: string): string {
  const [year = '', month = '1'] = dayOf(new Date(at)).split('-');
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}
