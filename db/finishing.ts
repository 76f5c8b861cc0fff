/** The end of a rating: submitted it is locked, and an amendment opens its next version. */
import { gaps } from './gaps.ts';
import type { Judgements } from './judgements.ts';
import { meetingTables } from './meetingTables.ts';
import { missing } from './missing.ts';
import type { Amendment, Gap, Rating, Submission } from './model.ts';
import type { Db } from './open.ts';
import { played } from './played.ts';
import type { Ratings } from './ratings.ts';

/** `missing`: items without a rating and without a reason, 0 for the overall; nothing was changed then. */
export type Submitted = { submitted: true } | { submitted: false; missing: number[] };

export type Finishing = ReturnType<typeof finishing>;

export function finishing(db: Db, ratings: Ratings, judgements: Judgements, now: () => Date) {
  const gap = gaps(db);
  const stretches = played(db);
  const meeting = meetingTables(db);
  const selectAdherenceItems = db
    .prepare<[string], number>(`select item from edition_item where edition_id = ? and takes_adherence = 1`)
    .pluck();

  /** @returns undefined when there is no such rating */
  function missingOf(ratingId: string): number[] | undefined {
    const rating = ratings.find(ratingId);
    if (rating === undefined) return undefined;
    const { scores, overall } = judgements.ofRating(ratingId);
    return missing(scores, overall, new Set(selectAdherenceItems.all(rating.scaleEdition)));
  }

  return {
    missing: missingOf,

    /**
     * Locks a rating. What is missing needs a reason each; reasons for what is there are left out.
     * @throws Refused when it is submitted already
     */
    submit: db.transaction(({ ratingId, gaps: given }: Submission): Submitted | undefined => {
      ratings.mustBeOpen(ratingId);
      const before = ratings.find(ratingId);
      const lacking = missingOf(ratingId);
      if (before === undefined || lacking === undefined) return undefined;
      const reasons = new Map(given.map(({ item, reason }) => [item, reason]));
      const unexplained = lacking.filter((item) => !reasons.has(item));
      if (unexplained.length > 0) return { submitted: false, missing: unexplained };
      gap.replace(
        ratingId,
        lacking.map((item): Gap => ({ item, reason: reasons.get(item) ?? '' })),
      );
      ratings.update(before, { submittedAt: now().toISOString() });
      return { submitted: true };
    }),

    /**
     * Opens the next version of the latest one, when that is submitted: with the same marks, scores and reasons, and
     * what was played for it. The earlier version stays as it is.
     * @returns the new version; undefined when this is not a submitted latest version
     */
    amend: db.transaction(({ ratingId, reason }: Amendment): Rating | undefined => {
      const before = ratings.find(ratingId);
      if (before === undefined || before.submittedAt === null) return undefined;
      const after = ratings.nextVersion(before, reason);
      if (after === undefined) return undefined;
      const ids = { from: ratingId, to: after.id };
      judgements.copy(ids);
      stretches.copy(ids);
      // A consensus stays one of the same ratings and people.
      meeting.copy(ids);
      gap.replace(after.id, gap.ofRating(ratingId));
      return after;
    }),

    gaps: gap.ofRating,
    stretches: stretches.ofRating,

    /**
     * Remembers what was played and where the rater is.
     * @throws Refused when the rating is submitted
     */
    keepPlayed: db.transaction(
      (ratingId: string, positionMs: number, some: Parameters<typeof stretches.add>[1]): void => {
        ratings.mustBeOpen(ratingId);
        ratings.keepPosition(ratingId, positionMs);
        stretches.add(ratingId, some);
      },
    ),
  };
}
