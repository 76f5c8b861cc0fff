/** What one record has that another has not: for people who decide which of the two they go on with. */
import { type Counts, reading } from './copy.ts';
import type { DatabaseKey } from './open.ts';

/** A rating that differs, in words people know it by. */
type DifferingRating = {
  ratingId: string;
  date: string;
  groupName: string | null;
  number: number | null;
  raterName: string;
  /** Entries of the log that only this side has: 0 where the rating itself is on this side only, without any. */
  changes: number;
  /** True when the other side does not know this rating at all. */
  whole: boolean;
};

/** What only one side has. */
export type OneSided = Counts & {
  /** Entries of the log: each is one change of anything. */
  changes: number;
  /** The wall time of the last of them; null without any. */
  lastAt: string | null;
  /** Those with most changes first, 50 at most. */
  named: DifferingRating[];
};

/** @param onlyNow what the record at hand has; onlyThen: what the other one has */
export type Compared = { onlyNow: OneSided; onlyThen: OneSided };

/**
 * Compares by ids and by the log, which is only ever added to.
 * @throws OpenError when one of them cannot be read
 */
export const compareRecords = (now: string, then: string, key: DatabaseKey): Compared => ({
  onlyNow: onlyIn(now, then, key),
  onlyThen: onlyIn(then, now, key),
});

// A change whose content was erased on one side is still the same change. The hashes would not tell: they are made over
// salts, and a log from before the chain gets others each time it is migrated.
const ofChanges = `from main.change as c where not exists (
  select 1 from other.change as o
  where o.id = c.id and o.at = c.at and o.noun_id = c.noun_id and (
    (o.after is c.after and o.before is c.before)
    or (o.after is null and o.before is null) or (c.after is null and c.before is null)))`;

const selectChanges = `select count(*) as changes, max(c.at) as lastAt ${ofChanges}`;
const countSessions = 'select count(*) from main.session where id not in (select id from other.session)';
const countRatings = 'select count(*) from main.rating where id not in (select id from other.rating)';
const countMarks = 'select count(*) from main.mark where id not in (select id from other.mark)';
const selectRatings = `with changed as (select c.rating_id as id, count(*) as changes ${ofChanges}
    and c.rating_id is not null group by c.rating_id),
  differing as (select id, changes from changed
    union select r.id, 0 from main.rating as r
    where r.id not in (select id from other.rating) and r.id not in (select id from changed))
  select r.id as ratingId, s.date, g.name as groupName, s.number, p.name as raterName, d.changes,
    not exists (select 1 from other.rating as o where o.id = r.id) as whole
  from differing as d join main.rating as r on r.id = d.id join main.session as s on s.id = r.session_id
  left join main."group" as g on g.id = s.group_id join main.rater as p on p.id = r.rater_id
  order by d.changes desc, s.date desc, r.id limit 50`;

function onlyIn(file: string, otherFile: string, key: DatabaseKey): OneSided {
  return reading(file, key, (db) => {
    // Without a key of its own it takes that of the connection.
    db.prepare('attach database @otherFile as other').run({ otherFile });
    const count = (sql: string) => Number(db.prepare(sql).pluck().get());
    const found = db.prepare<[], { changes: number; lastAt: string | null }>(selectChanges).get();
    return {
      sessions: count(countSessions),
      ratings: count(countRatings),
      marks: count(countMarks),
      changes: found?.changes ?? 0,
      lastAt: found?.lastAt ?? null,
      named: db
        .prepare<[], Omit<DifferingRating, 'whole'> & { whole: number }>(selectRatings)
        .all()
        .map((row) => ({ ...row, whole: row.whole === 1 })),
    };
  });
}
