/** The ratings of a session that a consensus meeting can start from. */
import { latest } from './latest.ts';
import type { Edition, Purpose, Rater, Rating } from './model.ts';

/** A locked rating that a meeting can start from: the latest version that was submitted. */
export type Candidate = {
  ratingId: string;
  raterId: string;
  raterName: string;
  raterKind: Rater['kind'];
  purpose: Purpose;
  version: number;
  submittedAt: string;
  editionId: string;
  editionName: string;
  /** Others' ratings were seen before it was submitted. */
  sawOthers: boolean;
};

type Known = {
  raters: { find: (id: string) => Rater | undefined };
  editions: { find: (id: string) => Pick<Edition, 'name'> | undefined };
};

export const isConsensus = ({ purpose }: Pick<Rating, 'purpose'>): boolean => purpose === 'consensus';

export function candidates({ raters, editions }: Known) {
  const candidate = ({ id, raterId, purpose, version, submittedAt, scaleEdition, sawOthersAt }: Rating) => ({
    ratingId: id,
    raterId,
    raterName: raters.find(raterId)?.name ?? '',
    raterKind: raters.find(raterId)?.kind ?? 'supervisor',
    purpose,
    version,
    submittedAt: submittedAt ?? '',
    editionId: scaleEdition,
    editionName: editions.find(scaleEdition)?.name ?? '',
    sawOthers: sawOthersAt !== null,
  });

  const inOrder = (some: readonly Candidate[]): Candidate[] =>
    some.toSorted((a, b) => (a.submittedAt === b.submittedAt ? 0 : a.submittedAt < b.submittedAt ? -1 : 1));

  return {
    candidate,
    /** By when they were submitted. */
    inOrder,
    /** @param versions of all ratings of a session */
    candidatesOf: (versions: readonly Rating[]): Candidate[] =>
      inOrder(latest(versions.filter((one) => one.submittedAt !== null && !isConsensus(one))).map(candidate)),
  };
}

/** Why no meeting can start from these: pure. @param asked the ids of those that were asked for */
export function refusalOf(
  chosen: readonly Candidate[],
  asked: ReadonlySet<string>,
): 'tooFew' | 'notLocked' | 'editions' | undefined {
  if (asked.size < 2) return 'tooFew';
  if (chosen.length < asked.size) return 'notLocked';
  if (new Set(chosen.map(({ raterId }) => raterId)).size < chosen.length) return 'tooFew';
  return new Set(chosen.map(({ editionId }) => editionId)).size > 1 ? 'editions' : undefined;
}
