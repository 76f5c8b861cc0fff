/** What a consensus says of one item: a score, or why it is left undecided. Never both. */
import type { Decision, Overall, Score } from './model.ts';
import type { Db } from './open.ts';
import type { overalls } from './overalls.ts';
import type { scores } from './scores.ts';

type Key = Pick<Decision, 'ratingId' | 'item'>;

/** Stands for the overall in a list of items. */
const overallItem = 0;

export function decisions(db: Db, score: ReturnType<typeof scores>, overall: ReturnType<typeof overalls>) {
  // Other ratings say why something is missing only when they are submitted.
  const selectReason = db
    .prepare<[Key], string>(
      `select gap.reason from gap join rating on rating.id = gap.rating_id
       where gap.rating_id = @ratingId and gap.item = @item and rating.purpose = 'consensus'`,
    )
    .pluck();
  const putReason = db.prepare(
    `insert into gap (rating_id, item, reason) values (@ratingId, @item, @reason)
     on conflict (rating_id, item) do update set reason = @reason`,
  );
  const dropReason = db.prepare(`delete from gap where rating_id = @ratingId and item = @item`);

  return {
    /** Why it is undecided; undefined when it is not, or in a rating that is no consensus. */
    reason: ({ ratingId, item }: Key): string | undefined => selectReason.get({ ratingId, item }),

    of({ ratingId, item }: Key): Decision {
      const ofItem = item !== overallItem;
      return {
        ratingId,
        item,
        reason: selectReason.get({ ratingId, item }) ?? null,
        score: (ofItem ? score.find({ ratingId, item }) : undefined) ?? null,
        overall: (ofItem ? undefined : overall.find({ ratingId })) ?? null,
      };
    },

    put({ ratingId, item, reason, score: scored, overall: whole }: Decision): void {
      if (reason === null) dropReason.run({ ratingId, item });
      else putReason.run({ ratingId, item, reason });
      if (item === overallItem) {
        if (whole === null) overall.drop({ ratingId });
        else overall.put(whole);
      } else if (scored === null) score.drop({ ratingId, item });
      else score.put(scored);
    },
  };
}

/** Whether it says anything but a note. */
export const decides = ({
  adherence,
  quality,
  ...rest
}: Pick<Overall, 'adherence' | 'quality'> & Partial<Pick<Score, 'noOccasion'>>): boolean =>
  adherence !== null || quality !== null || rest.noOccasion === true;
