/** What a consensus says of one item: a score, or why it is left undecided. Never both. */
import type { Decision, LeftUndecided, Overall, Score } from './model.ts';
import type { Db } from './open.ts';
import type { overalls } from './overalls.ts';
import type { scores } from './scores.ts';

type Key = Pick<Decision, 'ratingId' | 'item'>;
type Levels = Pick<Overall, 'adherence' | 'quality'> & Partial<Pick<Score, 'noOccasion'>>;
type Tables = { score: ReturnType<typeof scores>; overall: ReturnType<typeof overalls> };

/** Stands for the overall in a list of items. */
const overallItem = 0;

/** @param tell puts a change into the log: one for both, and so one step to undo */
export function decisions(
  db: Db,
  { score, overall }: Tables,
  tell: (before: Decision, after: Decision) => void,
) {
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

  function of({ ratingId, item }: Key): Decision {
    const ofItem = item !== overallItem;
    return {
      ratingId,
      item,
      reason: selectReason.get({ ratingId, item }) ?? null,
      score: (ofItem ? score.find({ ratingId, item }) : undefined) ?? null,
      overall: (ofItem ? undefined : overall.find({ ratingId })) ?? null,
    };
  }

  function put({ ratingId, item, reason, score: scored, overall: whole }: Decision): void {
    if (reason === null) dropReason.run({ ratingId, item });
    else putReason.run({ ratingId, item, reason });
    if (item === overallItem) {
      if (whole === null) overall.drop({ ratingId });
      else overall.put(whole);
    } else if (scored === null) score.drop({ ratingId, item });
    else score.put(scored);
  }

  function change(before: Decision, after: Decision): void {
    put(after);
    tell(before, after);
  }

  return {
    put,

    /** Says why an item of a consensus is undecided, and takes its score away; null takes the reason back. */
    leave({ ratingId, item, reason }: LeftUndecided): void {
      const before = of({ ratingId, item });
      if (before.reason === reason) return;
      change(before, { ...before, reason, ...(reason !== null && { score: null, overall: null }) });
    },

    /**
     * Puts what is said of an item that was left undecided in a consensus: with a level it is so no more.
     * False for every other item and rating; nothing was changed then.
     */
    settle(
      { ratingId, item, ...levels }: Key & Levels,
      said: Partial<Pick<Decision, 'score' | 'overall'>>,
    ): boolean {
      if (!decides(levels) || selectReason.get({ ratingId, item }) === undefined) return false;
      const before = of({ ratingId, item });
      change(before, { ...before, reason: null, ...said });
      return true;
    },
  };
}

/** Whether it says anything but a note. */
const decides = ({ adherence, quality, noOccasion }: Levels): boolean =>
  adherence !== null || quality !== null || noOccasion === true;
