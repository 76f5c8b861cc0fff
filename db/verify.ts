/** Goes through the whole log once and finds what was changed in it outside of the program. */
import { beginning, digestOf, hashOf, type Link, numbersDigest } from './chain.ts';
import type { Db } from './open.ts';

/**
 * Something lies between the change at `after` and the one at `before` that the program has not done.
 * `edited`: a change was altered, put in or moved. `missing`: `count` changes were taken out. `cut`: the last `count`
 * were. `added`: `count` were put behind the last one. `erased`: a change lost its content, and no deletion says so.
 */
export type Fault = {
  kind: 'edited' | 'missing' | 'cut' | 'added' | 'erased';
  /** Wall times of the last change before and the first after; null at the ends of the log. */
  after: string | null;
  before: string | null;
  count: number;
};

export type Verified = {
  changes: number;
  /** How many of them lost their content with a deletion. */
  erased: number;
  /** Wall times of the first and the last; null when there is none. */
  from: string | null;
  to: string | null;
  /** The first of them, in order. */
  faults: Fault[];
  /** How many there are. */
  faultCount: number;
};

type Row = Link & {
  before: string | null;
  after: string | null;
  salt: Buffer | null;
  hash: Buffer;
  erasedBy: number | null;
};
type Head = { changeId: number; changes: number; hash: Buffer };
type Place = { id: number; at: string | null; hash: Uint8Array };

const mostFaults = 20;
const progressEvery = 20_000;

/** @param onProgress hears how many of how many changes are done */
export function verify(db: Db, onProgress: (done: number, all: number) => void = () => {}): Verified {
  // One transaction: what is written meanwhile is not seen.
  return db.transaction(() => verifyNow(db, onProgress))();
}

function verifyNow(db: Db, onProgress: (done: number, all: number) => void): Verified {
  const head = db
    .prepare<[], Head>(`select change_id as changeId, changes, hash from change_head where one = 1`)
    .get();
  const rows = db.prepare<[], Row>(
    `select id, at, rater_id as raterId, rating_id as ratingId, noun, noun_id as nounId, action,
       before, after, salt, digest, erases, hash, erased_by as erasedBy
     from change order by id`,
  );
  const found: Verified = { changes: 0, erased: 0, from: null, to: null, faults: [], faultCount: 0 };
  const fault = (kind: Fault['kind'], after: string | null, before: string | null, count = 1) => {
    found.faultCount += 1;
    if (found.faults.length < mostFaults) found.faults.push({ kind, after, before, count });
  };
  /** What deletions that are still to come must say. */
  const erasures = new Map<number, { at: string; count: number; ids: ReturnType<typeof numbersDigest> }>();
  let last: Place = { id: 0, at: null, hash: beginning };
  let beforeLast: string | null = null;

  for (const row of rows.iterate()) {
    const linked = hashOf(last.hash, row).equals(row.hash);
    const whole =
      row.salt === null
        ? row.before === null && row.after === null && row.erasedBy !== null
        : row.erasedBy === null && digestOf(row.salt, row.before, row.after).equals(row.digest);
    if (!linked && row.id > last.id + 1) fault('missing', last.at, row.at, row.id - last.id - 1);
    else if (!linked || !whole) fault('edited', last.at, row.at);

    const said = erasures.get(row.id);
    erasures.delete(row.id);
    if (said !== undefined && !(row.erases && said.ids.digest().equals(row.erases))) {
      fault('erased', said.at, row.at, said.count);
    }
    // A deletion that erased nothing says so as well.
    const nothing = said === undefined && row.erases !== null;
    if (
      nothing &&
      !numbersDigest()
        .digest()
        .equals(row.erases ?? beginning)
    )
      fault('edited', last.at, row.at);
    if (row.salt === null) {
      found.erased += 1;
      const by = row.erasedBy ?? 0;
      const erasure = erasures.get(by) ?? { at: row.at, count: 0, ids: numbersDigest() };
      erasure.ids.add(row.id);
      erasures.set(by, { ...erasure, count: erasure.count + 1 });
    }

    beforeLast = last.at;
    last = row;
    found.from ??= row.at;
    found.to = row.at;
    found.changes += 1;
    if (found.changes % progressEvery === 0) onProgress(found.changes, head?.changes ?? found.changes);
  }
  // What is left was erased by a change that is not there.
  for (const { at, count } of erasures.values()) fault('erased', at, null, count);
  if (head === undefined || head.changeId > last.id) {
    fault('cut', last.at, null, Math.max(1, (head?.changeId ?? 0) - last.id));
  } else if (head.changeId < last.id) {
    fault('added', last.at, null, Math.max(1, found.changes - head.changes));
  } else if (!head.hash.equals(last.hash)) {
    fault('edited', beforeLast, null);
  } else if (head.changes !== found.changes && found.faultCount === 0) {
    fault('missing', null, last.at, Math.max(1, head.changes - found.changes));
  }
  return found;
}
