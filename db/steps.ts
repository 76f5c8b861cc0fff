/** Undo and redo: each leads a rating one change of the log back, or forth again. */
import type { Change, Changes } from './changes.ts';
import type { Db } from './open.ts';
import type { Ratings } from './ratings.ts';

/** @param apply puts what a change says, or takes it away; false when it has been overtaken since */
export function steps(
  db: Db,
  log: Changes,
  ratings: Ratings,
  apply: (change: Change, from: string | null, to: string | null) => boolean,
) {
  const step = (action: 'undo' | 'redo') =>
    db.transaction((ratingId: string): boolean => {
      ratings.mustBeOpen(ratingId);
      for (;;) {
        const change = log.next(ratingId, action);
        if (change === undefined) return false;
        // Undoing leads to what was before. Redoing an undo leads to what was before that undo.
        const applied = apply(change, change.after, change.before);
        log.append({
          ratingId,
          ...(change.raterId && { raterId: change.raterId }),
          noun: change.noun,
          nounId: change.nounId,
          action,
          before: change.after ?? undefined,
          after: change.before ?? undefined,
        });
        // What was overtaken at another desk is passed over.
        if (applied) return true;
      }
    });
  return { undo: step('undo'), redo: step('redo') };
}
