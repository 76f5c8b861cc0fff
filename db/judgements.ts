/** What a rater says about a session: marks, scores, overall. Every change is one logged transaction. */
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { changedMark, changedOverall, changedScore } from './changed.ts';
import type { Change, Changes } from './changes.ts';
import { decisions } from './decisions.ts';
import { marks } from './marks.ts';
import {
  decision,
  type LeftUndecided,
  type Mark,
  type MarkChange,
  mark,
  type NewMark,
  type Overall,
  type OverallChange,
  overall,
  phases,
  type Score,
  type ScoreChange,
  score,
} from './model.ts';
import type { Db } from './open.ts';
import { overalls } from './overalls.ts';
import type { phases as phaseTable } from './phases.ts';
import type { Ratings } from './ratings.ts';
import { scores } from './scores.ts';
import { steps } from './steps.ts';

export type Judgements = ReturnType<typeof judgements>;

/** Every change of a submitted rating is refused with a thrown `Refused`. */
export function judgements(
  db: Db,
  log: Changes,
  newId: () => string,
  ratings: Ratings,
  travelPhases: ReturnType<typeof phaseTable>['travel'],
) {
  const mark_ = marks(db);
  const score_ = scores(db);
  const overall_ = overalls(db);
  const decision_ = decisions(db, { score: score_, overall: overall_ }, (before, after) =>
    append({ noun: 'gap', nounId: `${after.ratingId}/${after.item}` }, after.ratingId, before, after),
  );

  function append(
    change: Pick<Change, 'noun' | 'nounId'>,
    ratingId: string,
    before?: object,
    after?: object,
  ) {
    const raterId = ratings.find(ratingId)?.raterId;
    log.append({ ...change, ratingId, ...(raterId && { raterId }), before, after });
  }

  const appliers = {
    mark: applier(mark, mark_),
    score: applier(score, score_),
    overall: applier(overall, overall_),
    gap: applier(decision, { put: decision_.put, drop: () => undefined }),
  };

  /** Puts back, or takes away, what a logged change says. False when it has been overtaken since. */
  function apply({ noun, nounId }: Change, from: string | null, to: string | null): boolean {
    if (noun === 'phase') {
      const list = (json: string | null) => phases.parse(JSON.parse(json ?? '[]'));
      return travelPhases(nounId, list(from), list(to));
    }
    if (noun !== 'mark' && noun !== 'score' && noun !== 'overall' && noun !== 'gap') {
      throw new Error(`a change of ${noun} cannot be undone`);
    }
    if (to !== null) appliers[noun].put(to);
    else if (from !== null) appliers[noun].drop(from);
    return true;
  }

  /** Puts what is said, and leaves it to the caller to tell of it. Marks are new ones at the same moments. */
  function put(
    ratingId: string,
    said: { marks: readonly Mark[]; scores: readonly Score[]; overall?: Overall },
  ) {
    for (const mark of said.marks) mark_.put({ ...mark, id: newId(), ratingId });
    for (const score of said.scores) score_.put({ ...score, ratingId });
    if (said.overall !== undefined) overall_.put({ ...said.overall, ratingId });
  }

  const { undo, redo } = steps(db, log, ratings, apply);

  return {
    addMark: db.transaction((fields: NewMark): Mark => {
      ratings.mustBeOpen(fields.ratingId);
      const added = { id: newId(), ...fields };
      mark_.put(added);
      append({ noun: 'mark', nounId: added.id }, added.ratingId, undefined, added);
      return added;
    }),

    /** The mark as it is now; undefined when it is gone. A mark stays in its rating. */
    editMark: db.transaction((change: MarkChange): Mark | undefined => {
      const before = mark_.find(change);
      if (before === undefined || (change.ratingId ?? before.ratingId) !== before.ratingId) return undefined;
      ratings.mustBeOpen(before.ratingId);
      const after = changedMark(before, change);
      if (same(after, before)) return after;
      mark_.put(after);
      append({ noun: 'mark', nounId: after.id }, after.ratingId, before, after);
      return after;
    }),

    removeMark: db.transaction((id: string): boolean => {
      const before = mark_.find({ id });
      if (before === undefined) return false;
      ratings.mustBeOpen(before.ratingId);
      mark_.drop(before);
      append({ noun: 'mark', nounId: id }, before.ratingId, before);
      return true;
    }),

    /**
     * The score as it is now. Changes meet in the record, so that two at once are both kept.
     * @throws RangeError for what the edition of the rating does not have; nothing was changed then
     */
    editScore: db.transaction((change: ScoreChange): Score => {
      ratings.mustBeOpen(change.ratingId);
      const before = score_.find(change);
      const after = changedScore(before, change);
      if (same(after, before ?? changedScore(undefined, { ratingId: after.ratingId, item: after.item })))
        return after;
      const refusal = score_.refusal(after);
      if (refusal !== undefined) throw new RangeError(refusal);
      if (decision_.settle(after, { score: after })) return after;
      score_.put(after);
      append({ noun: 'score', nounId: `${after.ratingId}/${after.item}` }, after.ratingId, before, after);
      return after;
    }),

    /** The overall as it is now. */
    editOverall: db.transaction((change: OverallChange): Overall => {
      ratings.mustBeOpen(change.ratingId);
      const before = overall_.find(change);
      const after = changedOverall(before, change);
      if (same(after, before ?? changedOverall(undefined, { ratingId: after.ratingId }))) return after;
      if (decision_.settle({ ...after, item: 0 }, { overall: after })) return after;
      overall_.put(after);
      append({ noun: 'overall', nounId: after.ratingId }, after.ratingId, before, after);
      return after;
    }),

    /** Leaves an item of a consensus, 0 for the overall, without a score and says why; null takes that back. */
    leaveUndecided: db.transaction((left: LeftUndecided): void => {
      ratings.mustBeOpen(left.ratingId);
      decision_.leave(left);
    }),

    /** Takes back the last change of a rating; false when there is none. */
    undo,
    redo,

    mark: (id: string): Mark | undefined => mark_.find({ id }),
    /** The rating that a mark belongs to. */
    ratingOf: (markId: string): string | undefined => mark_.find({ id: markId })?.ratingId,

    put,

    /** Gives a new version what the one before it says; marks are new ones at the same moments. */
    copy({ from, to }: { from: string; to: string }): void {
      const overall = overall_.find({ ratingId: from });
      put(to, {
        marks: mark_.ofRating(from),
        scores: score_.ofRating(from),
        ...(overall !== undefined && { overall }),
      });
    },

    ofRating(ratingId: string) {
      const open = (ratings.find(ratingId)?.submittedAt ?? null) === null;
      return {
        marks: mark_.ofRating(ratingId),
        scores: score_.ofRating(ratingId),
        overall: overall_.find({ ratingId }) ?? changedOverall(undefined, { ratingId }),
        canUndo: open && log.next(ratingId, 'undo') !== undefined,
        canRedo: open && log.next(ratingId, 'redo') !== undefined,
      };
    },
  };
}

/** A change that changes nothing is not kept: it would make the next undo seem dead. */
const same: (one: object, other: object) => boolean = isDeepStrictEqual;

/** Writes rows of one table from the JSON of the log. */
function applier<T>(schema: z.ZodType<T>, table: { put: (row: T) => void; drop: (row: T) => void }) {
  const read = (json: string): T => schema.parse(JSON.parse(json));
  return { put: (json: string) => table.put(read(json)), drop: (json: string) => table.drop(read(json)) };
}
