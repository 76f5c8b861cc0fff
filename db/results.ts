/** Read model of the results of one session: the ratings that stand, as far as the viewer may see them. */
import type { Sight, Viewer } from './blinding.ts';
import type { Coverage } from './coverage.ts';
import type { editions } from './editions.ts';
import type { Finishing } from './finishing.ts';
import type { Judgements } from './judgements.ts';
import { latest } from './latest.ts';
import { type Levels, levelsOf } from './levels.ts';
import type { Edition, Gap, Mark, Overall, Phase, Purpose, Rater, Rating, Score, Session } from './model.ts';
import type { openRatings } from './openRating.ts';
import type { Others } from './others.ts';
import type { phases } from './phases.ts';
import type { Ratings } from './ratings.ts';
import type { sessions } from './sessions.ts';

/** A submitted rating with everything it says. */
export type ResultsRating = Levels & {
  rating: Rating;
  raterName: string;
  raterKind: Rater['kind'];
  /** The therapist of the session whose own rating it is. */
  therapistId: string | null;
  edition: Pick<Edition, 'id' | 'name' | 'items'>;
  scores: Score[];
  overall: Overall;
  /** In order of time. */
  marks: Mark[];
  gaps: Gap[];
  coverage: Coverage;
};

export type Results = {
  session: Session;
  phases: Phase[];
  /** In order of beginning. */
  ratings: ResultsRating[];
  /** Ratings, or amendments of them, that are not submitted yet: their numbers are not shown. */
  notSubmitted: { ratingId: string; raterName: string; purpose: Purpose }[];
  sight: Sight;
  /** How many of others' ratings are left out, because the viewer is still rating the session. */
  withheld: number;
};

type Parts = {
  sessions: Pick<ReturnType<typeof sessions>, 'find'>;
  phases: Pick<ReturnType<typeof phases>, 'ofSession'>;
  ratings: Ratings;
  raters: { find: (id: string) => Rater | undefined };
  editions: Pick<ReturnType<typeof editions>, 'find'>;
  judgements: Judgements;
  finishing: Finishing;
  openRatings: Pick<ReturnType<typeof openRatings>, 'coverage'>;
  others: Others;
};

export function results(parts: Parts) {
  const { sessions, phases, ratings, raters, editions, judgements, finishing, openRatings, others } = parts;

  function said(rating: Rating): ResultsRating[] {
    const edition = editions.find(rating.scaleEdition);
    const coverage = openRatings.coverage(rating.id);
    const rater = raters.find(rating.raterId);
    // Foreign keys hold all three.
    if (edition === undefined || coverage === undefined || rater === undefined) return [];
    const { marks, scores, overall } = judgements.ofRating(rating.id);
    return [
      {
        rating,
        raterName: rater.name,
        raterKind: rater.kind,
        therapistId: rater.therapistId,
        edition,
        scores,
        overall,
        marks,
        gaps: finishing.gaps(rating.id),
        coverage,
        ...levelsOf(scores, overall),
      },
    ];
  }

  return {
    /** Undefined when there is no such session. */
    ofSession(sessionId: string, viewer: Viewer): Results | undefined {
      const session = sessions.find(sessionId);
      if (session === undefined) return undefined;
      const versions = ratings.ofSession(sessionId);
      const sight = others.sight(sessionId, viewer);
      const seen = versions.filter(({ raterId }) => sight === 'open' || raterId === viewer?.id);
      return {
        session,
        phases: phases.ofSession(sessionId),
        ratings: latest(seen.filter(({ submittedAt }) => submittedAt !== null)).flatMap(said),
        notSubmitted: latest(seen)
          .filter(({ submittedAt }) => submittedAt === null)
          .map(({ id, raterId, purpose }) => ({
            ratingId: id,
            raterName: raters.find(raterId)?.name ?? '',
            purpose,
          })),
        sight,
        withheld: latest(versions).length - latest(seen).length,
      };
    },
  };
}
