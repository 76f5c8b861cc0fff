/** The stretches of a recording that were played for a rating. Not a judgement, so not in the log. */
import type { Stretch } from './model.ts';
import type { Db } from './open.ts';

/** Playback that goes on within this time at the same speed is one stretch. Milliseconds. */
const joinMs = 250;

export function played(db: Db) {
  const insert = db.prepare(
    `insert into played (rating_id, from_ms, to_ms, rate) values (@ratingId, @fromMs, @toMs, @rate)`,
  );
  const extend = db.prepare(`update played set to_ms = @toMs where id = @id`);
  const selectLast = db.prepare<[string], Stretch & { id: number }>(
    `select id, from_ms as fromMs, to_ms as toMs, rate from played
     where rating_id = ? order by id desc limit 1`,
  );
  const select = db.prepare<[string], Stretch>(
    `select from_ms as fromMs, to_ms as toMs, rate from played where rating_id = ? order by id`,
  );
  const copyAll = db.prepare(
    `insert into played (rating_id, from_ms, to_ms, rate)
     select @to, from_ms, to_ms, rate from played where rating_id = @from order by id`,
  );

  return {
    add: db.transaction((ratingId: string, stretches: readonly Stretch[]): void => {
      for (const stretch of stretches) {
        const last = selectLast.get(ratingId);
        if (last !== undefined && goesOn(last, stretch)) {
          if (stretch.toMs > last.toMs) extend.run({ id: last.id, toMs: stretch.toMs });
        } else insert.run({ ratingId, ...stretch });
      }
    }),
    copy: (ids: { from: string; to: string }): void => void copyAll.run(ids),
    ofRating: (ratingId: string): Stretch[] => select.all(ratingId),
  };
}

const goesOn = (last: Stretch, next: Stretch): boolean =>
  last.rate === next.rate && Math.abs(next.fromMs - last.toMs) <= joinMs;
