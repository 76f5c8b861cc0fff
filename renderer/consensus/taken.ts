/** Which moment of a consensus stands for a moment of one of its sources: pure. */
import type { Mark } from '../../db/model';

/** As far apart as moments are that were taken over because all marked them. */
const sameMs = 5000;

type Moment = Pick<Mark, 'id' | 'item' | 'kind' | 'atMs'>;

/** The nearest of the same item and kind within five seconds; undefined when it was not taken over. */
export function takenFor<M extends Moment>(mark: Moment, agreed: readonly M[]): M | undefined {
  const far = (one: Moment) => Math.abs(one.atMs - mark.atMs);
  return agreed
    .filter((one) => one.item === mark.item && one.kind === mark.kind && far(one) <= sameMs)
    .toSorted((a, b) => far(a) - far(b))[0];
}
