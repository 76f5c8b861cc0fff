/** Who sits in front of the screen. Kept here and never taken from a question, so that the window cannot pretend. */
import type { Viewer } from '../db/blinding.ts';
import type { Feedback, FeedbackAbout, NewFeedback, Purpose, Rater, Rating } from '../db/model.ts';
import { Refused } from '../db/refused.ts';
import type { Store } from '../db/store.ts';
import type { BeginRating } from '../preload/api.ts';

type Desk = { raterId: () => string | null; keepRater: (raterId: string | null) => void };

/** What a rater of each kind rates for. Ratings in training never pass for supervision; a consensus comes of a meeting. */
const purposes: Readonly<Record<Rater['kind'], readonly Purpose[]>> = {
  supervisor: ['supervision', 'training', 'certification', 'research'],
  expert: ['supervision', 'training', 'certification', 'research'],
  trainee: ['training', 'certification'],
  self: ['selfRating'],
};

export function viewers(store: Store, desk: Desk) {
  const viewer = (): Viewer => {
    const raterId = desk.raterId();
    // Another library knows other raters.
    return raterId === null ? undefined : store.raters.find(raterId);
  };

  /** @throws Refused when the rating is somebody else's */
  function mustBeOwn(ratingId: string | undefined): void {
    const rating = ratingId === undefined ? undefined : store.ratings.find(ratingId);
    if (rating !== undefined && rating.raterId !== viewer()?.id) throw new Refused('notYours');
  }

  /** The rater that somebody is; a therapist becomes one when rating the own work for the first time. */
  const raterOf = (who: { raterId: string } | { therapistId: string }): Rater | undefined =>
    'raterId' in who ? store.raters.find(who.raterId) : store.raters.selfOf(who.therapistId);

  return {
    viewer,

    /** False when there is no such person; nothing was changed then. */
    choose(who: { raterId: string } | { therapistId: string } | null): boolean {
      const rater = who === null ? undefined : raterOf(who);
      if (who !== null && rater === undefined) return false;
      desk.keepRater(rater?.id ?? null);
      return true;
    },

    begin({ sessionId, by }: BeginRating): Rating | undefined {
      const session = store.sessions.find(sessionId);
      if (session === undefined) return undefined;
      const seats = [session.firstTherapistId, session.secondTherapistId];
      // Only one who led the session can rate it as their own.
      if ('therapistId' in by && !seats.includes(by.therapistId)) return undefined;
      const rater = raterOf(by);
      const purpose = 'purpose' in by ? by.purpose : 'selfRating';
      if (rater === undefined || !purposes[rater.kind].includes(purpose)) return undefined;
      const rating = store.ratings.begin({ sessionId, raterId: rater.id, purpose });
      desk.keepRater(rater.id);
      return rating;
    },

    /** Whether the viewer may read a rating now. */
    mayRead(ratingId: string): boolean {
      const rating = store.ratings.find(ratingId);
      return rating !== undefined && store.openRatings.withheld(rating, viewer()) === undefined;
    },

    /** What was written about a session, or about a therapist: all of it, or the viewer's own while rating blind. */
    feedback(about: FeedbackAbout): Feedback[] {
      const all = store.feedback.of(about);
      if (!('sessionId' in about) || store.others.sight(about.sessionId, viewer()) === 'open') return all;
      return all.filter(({ raterId }) => raterId === viewer()?.id);
    },

    /** False when nobody sits there who could have written it. */
    putFeedback({ about, text }: NewFeedback): boolean {
      const writer = viewer();
      if (writer !== undefined) store.feedback.put(writer.id, about, text);
      return writer !== undefined;
    },

    /** A change of a rating, for its own rater only. */
    ownRating:
      <I extends { ratingId?: string | undefined }, O>(change: (input: I) => O) =>
      (input: I): O => {
        mustBeOwn(input.ratingId);
        return change(input);
      },

    /** A change of a mark, for the rater of its rating only. */
    ownMark:
      <I extends { id: string }, O>(change: (input: I) => O) =>
      (input: I): O => {
        mustBeOwn(store.judgements.ratingOf(input.id));
        return change(input);
      },
  };
}
