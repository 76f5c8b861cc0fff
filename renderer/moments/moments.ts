/** The moments behind the scores: every mark of some ratings, in order of time. Pure. */
import type { Mark, Phase } from '../../db/model';
import type { ResultsRating } from '../../db/results';
import { clockSeconds } from '../format';

export type Moment = {
  mark: Mark;
  rating: Pick<ResultsRating, 'raterName'> & { purpose: ResultsRating['rating']['purpose'] };
  /** The phase that it begins in; undefined outside of all. */
  phase: string | undefined;
};

type Rated = Pick<ResultsRating, 'raterName' | 'marks'> & {
  rating: Pick<ResultsRating['rating'], 'purpose'>;
};

/** Moments that begin together stand by item, and then in the order of the ratings. */
export function momentsOf(
  ratings: readonly Rated[],
  phases: readonly Pick<Phase, 'name' | 'startMs' | 'endMs'>[],
): Moment[] {
  return ratings
    .flatMap(({ marks, raterName, rating: { purpose } }) => {
      const rating = { raterName, purpose };
      return marks.map((mark) => ({ mark, rating, phase: phaseAt(mark.atMs, phases) }));
    })
    .sort((a, b) => a.mark.atMs - b.mark.atMs || a.mark.item - b.mark.item);
}

const phaseAt = (ms: number, phases: readonly Pick<Phase, 'name' | 'startMs' | 'endMs'>[]) =>
  phases.find(({ startMs, endMs }) => ms >= startMs && ms < endMs)?.name;

/** '00:42:17', or '00:42:17–00:42:50' for a stretch. */
export const timesOf = ({ atMs, endMs }: Pick<Mark, 'atMs' | 'endMs'>): string =>
  endMs === null ? clockSeconds(atMs) : `${clockSeconds(atMs)}–${clockSeconds(endMs)}`;
