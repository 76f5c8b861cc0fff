/**
 * The append-only log of changes, each chained to the one before. Undo and redo append to it as well, so they outlive
 * a restart. What it tells of something that is deleted can be erased; that it was told stays.
 */
import { digestOf, hashOf, newSalt, numbersDigest } from './chain.ts';
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

export type Deletion = {
  raterId: string;
  noun: Noun;
  nounId: string;
  /** How much went, in numbers: this is never erased. */
  counts: Readonly<Record<string, number>>;
  /** Whether the thing itself is gone, or only what the log told of it. */
  gone: boolean;
};

/**
 * @param viewerId who sits in front of the screen, for changes that do not say who makes them
 * @param salt gives 16 bytes that nobody can foresee
 */
export function changes(
  db: Db,
  now: () => Date,
  viewerId: () => string | null = () => null,
  salt: () => Uint8Array = newSalt,
) {
  const selectHead = db.prepare<[], { hash: Buffer; lastId: number }>(
    `select hash, max(change_id, coalesce((select max(id) from change), 0)) as lastId
     from change_head where one = 1`,
  );
  const insert = db.prepare(
    `insert into change (id, at, rater_id, rating_id, noun, noun_id, action, before, after, salt, digest, erases, hash)
     values (@id, @at, @raterId, @ratingId, @noun, @nounId, @action, @before, @after, @salt, @digest, @erases, @hash)`,
  );
  const backwards = db.prepare<[string], Change>(
    `select ${columns} from change where rating_id = ? order by id desc`,
  );
  // Who sat at a table is no judgement: undo passes it by.
  const steps = db.prepare<[string], Change>(
    `select ${columns} from change where rating_id = ? and noun <> 'consensus' order by id desc`,
  );
  const eraseOne = db.prepare(
    `update change set before = null, after = null, salt = null, erased_by = @by where id = @id`,
  );

  /** @returns its number */
  function append(change: NewChange, erases: Uint8Array | null = null): number {
    const head = selectHead.get();
    // The migration has put it there.
    if (head === undefined) throw new Error('the log has no head');
    const [before, after, grain] = [json(change.before), json(change.after), salt()];
    const link = {
      id: head.lastId + 1,
      at: now().toISOString(),
      raterId: change.raterId ?? viewerId(),
      ratingId: change.ratingId ?? null,
      noun: change.noun,
      nounId: change.nounId,
      action: change.action ?? 'do',
      digest: digestOf(grain, before, after),
      erases,
    };
    insert.run({ ...link, before, after, salt: grain, hash: hashOf(head.hash, link) });
    return link.id;
  }

  return {
    append: (change: NewChange): void => void append(change),

    /**
     * Tells of a deletion and erases what the changes `ids` say. They keep their place, their time and what they were
     * about. Inside a transaction.
     */
    erase({ raterId, noun, nounId, counts, gone }: Deletion, ids: Iterable<number>): void {
      const all = [...new Set(ids)].sort((a, b) => a - b);
      const digest = numbersDigest();
      for (const id of all) digest.add(id);
      const told = { ...counts, changes: all.length };
      const content = gone ? { before: told } : { after: told };
      const by = append({ raterId, noun, nounId, ...content }, digest.digest());
      for (const id of all) eraseOne.run({ id, by });
    },

    /** The changes of a rating, newest first. */
    ofRating: (ratingId: string): Change[] => backwards.all(ratingId),

    /** The change that undo would take back, or redo would bring again. */
    next: (ratingId: string, action: 'undo' | 'redo'): Change | undefined =>
      action === 'undo' ? nextToUndo(steps.iterate(ratingId)) : nextToRedo(steps.iterate(ratingId)),
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
