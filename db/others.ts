/** Ratings of a session as far as the viewer may see them. The rule is in `blinding.ts`. */

import { type Sight, sightOf, type Viewer } from './blinding.ts';
import type { BlindWork } from './blindWork.ts';
import type { Rating, Score } from './model.ts';
import type { Db } from './open.ts';
import type { Ratings } from './ratings.ts';

export type SessionScore = Omit<Score, 'note'>;

type Row = Omit<SessionScore, 'noOccasion'> & { noOccasion: number; raterId: string };

export type Others = ReturnType<typeof others>;

export function others(db: Db, ratings: Ratings, work: BlindWork, now: () => Date) {
  const selectScores = db.prepare<[string], Row>(
    `select score.rating_id as ratingId, item, adherence, quality, no_occasion as noOccasion,
       rating.rater_id as raterId
     from score join rating on rating.id = score.rating_id
     where rating.session_id = ? order by rating_id, item`,
  );
  const sight = (sessionId: string, viewer: Viewer): Sight =>
    sightOf(viewer, ratings.ofSession(sessionId), work.of(viewer).has(sessionId));

  return {
    sight,

    /** The same for many sessions, as it is now: each is looked at once. */
    sights(viewer: Viewer): (sessionId: string) => Sight {
      const kept = work.of(viewer);
      const known = new Map<string, Sight>();
      return (sessionId) => {
        const found =
          known.get(sessionId) ?? sightOf(viewer, ratings.ofSession(sessionId), kept.has(sessionId));
        known.set(sessionId, found);
        return found;
      };
    },

    /** Every score of the ratings of a session that the viewer may see now: own ones always. */
    scores: (sessionId: string, viewer: Viewer): SessionScore[] => {
      const open = sight(sessionId, viewer) === 'open';
      return selectScores
        .all(sessionId)
        .filter(({ raterId }) => open || raterId === viewer?.id)
        .map(({ raterId: _, noOccasion, ...score }) => ({ ...score, noOccasion: noOccasion === 1 }));
    },

    /**
     * Uncovers others' ratings of a session for the viewer, and keeps with the viewer's own unsubmitted ratings when
     * that was; false when they are hidden.
     */
    show: db.transaction((sessionId: string, viewer: Viewer): boolean => {
      const found = sight(sessionId, viewer);
      if (found !== 'covered' || viewer === undefined) return found === 'open';
      const sawOthersAt = now().toISOString();
      const unseen = ({ raterId, submittedAt, sawOthersAt }: Rating) =>
        raterId === viewer.id && submittedAt === null && sawOthersAt === null;
      for (const rating of ratings.ofSession(sessionId).filter(unseen)) {
        ratings.update(rating, { sawOthersAt });
      }
      return true;
    }),
  };
}
