/** Why something is missing in a rating: a reason for an item, or for the overall as item 0. */
import type { Gap } from './model.ts';
import type { Db } from './open.ts';

export function gaps(db: Db) {
  const insert = db.prepare(`insert into gap (rating_id, item, reason) values (@ratingId, @item, @reason)`);
  const clear = db.prepare(`delete from gap where rating_id = ?`);
  const select = db.prepare<[string], Gap>(`select item, reason from gap where rating_id = ? order by item`);

  return {
    replace(ratingId: string, all: readonly Gap[]): void {
      clear.run(ratingId);
      for (const gap of all) insert.run({ ratingId, ...gap });
    },
    ofRating: (ratingId: string): Gap[] => select.all(ratingId),
  };
}
