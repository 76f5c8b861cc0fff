/** Which ratings a meeting is proposed to start from, and whether it can: pure. */
import type { ConsensusCandidate } from '../../preload/api';

/** One of each rater, the latest to be submitted, of the edition that most follow; therapists' own are left to choose. */
export function proposed(candidates: readonly ConsensusCandidate[]): ConsensusCandidate[] {
  const ofOthers = candidates.filter(({ raterKind }) => raterKind !== 'self');
  const editions = [...Map.groupBy(ofOthers, ({ editionId }) => editionId).values()];
  const most = editions.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const ofRater = new Map(most.map((one) => [one.raterId, one]));
  return candidates.filter((one) => ofRater.get(one.raterId) === one);
}

/** What stands in the way of a meeting from these; undefined when nothing does. */
export function inTheWay(
  chosen: readonly ConsensusCandidate[],
): 'tooFew' | 'sameRater' | 'editions' | undefined {
  if (chosen.length < 2) return 'tooFew';
  if (new Set(chosen.map(({ raterId }) => raterId)).size < chosen.length) return 'sameRater';
  return new Set(chosen.map(({ editionId }) => editionId)).size > 1 ? 'editions' : undefined;
}
