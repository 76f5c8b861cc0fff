/** The append-only log of changes. Undo and redo append to it as well, so they outlive a restart. */
import type { Noun } from './model.ts';
import type { Db } from './open.ts';

export type Change = {
  id: number;
  /** Wall time, ISO-8601 UTC. */
  at: string;
  raterId: string | null;
  ratingId: string | null;
  noun: Noun;
  nounId: string;
  action: 'do' | 'undo' | 'redo';
  /** The noun as JSON; null where it was not there. */
  before: string | null;
  after: string | null;
};

export type NewChange = {
  raterId?: string;
  ratingId?: string;
  noun: Noun;
  nounId: string;
  action?: Change['action'];
  /** The noun, or its JSON as the log has it. */
  before?: object | string | undefined;
  after?: object | string | undefined;
};

export type Changes = ReturnType<typeof changes>;

const columns = `id, at, rater_id as raterId, rating_id as ratingId, noun, noun_id as nounId,
  action, before, after`;

export function changes(db: Db, now: () => Date) {
  const insert = db.prepare(
    `insert into change (at, rater_id, rating_id, noun, noun_id, action, before, after)
     values (@at, @raterId, @ratingId, @noun, @nounId, @action, @before, @after)`,
  );
  const backwards = db.prepare<[string], Change>(
    `select ${columns} from change where rating_id = ? order by id desc`,
  );

  return {
    append(change: NewChange): void {
      insert.run({
        at: now().toISOString(),
        raterId: change.raterId ?? null,
        ratingId: change.ratingId ?? null,
        noun: change.noun,
        nounId: change.nounId,
        action: change.action ?? 'do',
        before: json(change.before),
        after: json(change.after),
      });
    },

    /** The changes of a rating, newest first. */
    ofRating: (ratingId: string): Change[] => backwards.all(ratingId),

    /** The change that undo would take back, or redo would bring again. */
    next: (ratingId: string, action: 'undo' | 'redo'): Change | undefined =>
      action === 'undo' ? nextToUndo(backwards.iterate(ratingId)) : nextToRedo(backwards.iterate(ratingId)),
  };
}

const json = (noun: object | string | undefined): string | null =>
  noun === undefined ? null : typeof noun === 'string' ? noun : JSON.stringify(noun);

/**
 * Reads the log backwards like brackets: each undo hides one earlier do or redo.
 * @param newestFirst changes of one rating
 */
export function nextToUndo<T extends Pick<Change, 'action'>>(newestFirst: Iterable<T>): T | undefined {
  let hidden = 0;
  for (const change of newestFirst) {
    if (change.action === 'undo') hidden += 1;
    else if (hidden > 0) hidden -= 1;
    else return change;
  }
  return undefined;
}

/** The same for redo: each redo hides one earlier undo, and a new change ends the search. */
export function nextToRedo<T extends Pick<Change, 'action'>>(newestFirst: Iterable<T>): T | undefined {
  let hidden = 0;
  for (const change of newestFirst) {
    if (change.action === 'do') return undefined;
    if (change.action === 'redo') hidden += 1;
    else if (hidden > 0) hidden -= 1;
    else return change;
  }
  return undefined;
}
