/** Read model of the desk: one rating with everything in it, as far as the viewer may see it. */
import type { Viewer } from './blinding.ts';
import { type Coverage, coverage } from './coverage.ts';
import type { editions } from './editions.ts';
import type { Finishing } from './finishing.ts';
import type { Judgements } from './judgements.ts';
import type { Rater, Rating } from './model.ts';
import type { Others } from './others.ts';
import type { Ratings } from './ratings.ts';
import type { recordings } from './recordings.ts';
import type { Refusal } from './refused.ts';

/** A rating that is not shown: out of reach, or covered until it is asked for. */
export type Withheld = { outcome: 'hidden' | 'covered'; sessionId: string; raterName: string };

type Parts = {
  ratings: Ratings;
  editions: Pick<ReturnType<typeof editions>, 'find'>;
  raters: { find: (id: string) => Rater | undefined };
  judgements: Judgements;
  finishing: Finishing;
  others: Others;
  recordings: Pick<ReturnType<typeof recordings>, 'lengthOf'>;
};

export function openRatings({ ratings, editions, raters, judgements, finishing, others, recordings }: Parts) {
  /** How much of the recording was played for a rating. */
  const coverageOf = ({ id, sessionId }: Rating): Coverage =>
    coverage(finishing.stretches(id), recordings.lengthOf(sessionId));

  /** Why the viewer may not read a rating; undefined when it may be read. */
  function withheld(rating: Rating, viewer: Viewer): Withheld | undefined {
    if (rating.raterId === viewer?.id) return undefined;
    const outcome = others.sight(rating.sessionId, viewer);
    if (outcome === 'open') return undefined;
    return { outcome, sessionId: rating.sessionId, raterName: raters.find(rating.raterId)?.name ?? '' };
  }

  return {
    withheld,

    /** The rating, or that it is not shown; undefined when there is none. */
    read(ratingId: string, viewer: Viewer) {
      const rating = ratings.find(ratingId);
      const edition = rating && editions.find(rating.scaleEdition);
      if (rating === undefined || edition === undefined) return undefined;
      const kept = withheld(rating, viewer);
      if (kept !== undefined) return kept;
      return {
        outcome: 'open' as const,
        rating,
        edition,
        lock: lockOf(rating, viewer),
        ...judgements.ofRating(ratingId),
        gaps: finishing.gaps(ratingId),
        coverage: coverageOf(rating),
        versions: ratings.versions(rating),
      };
    },

    coverage(ratingId: string): Coverage | undefined {
      const rating = ratings.find(ratingId);
      return rating && coverageOf(rating);
    },
  };
}

/** Why a viewer cannot change a rating; undefined when it can be changed. */
function lockOf({ submittedAt, raterId }: Rating, viewer: Viewer): Refusal | undefined {
  if (submittedAt !== null) return 'submitted';
  return raterId === viewer?.id ? undefined : 'notYours';
}
