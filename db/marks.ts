import type { Mark } from './model.ts';
import type { Db } from './open.ts';

const columns = `id, rating_id as ratingId, item, kind, at_ms as atMs, end_ms as endMs,
  therapist, aspect, quality, note`;

export function marks(db: Db) {
  const upsert = db.prepare(
    `insert into mark (id, rating_id, item, kind, at_ms, end_ms, therapist, aspect, quality, note)
     values (@id, @ratingId, @item, @kind, @atMs, @endMs, @therapist, @aspect, @quality, @note)
     on conflict (id) do update set item = @item, kind = @kind, at_ms = @atMs, end_ms = @endMs,
       therapist = @therapist, aspect = @aspect, quality = @quality, note = @note`,
  );
  const remove = db.prepare(`delete from mark where id = ?`);
  const select = db.prepare<[string], Mark>(`select ${columns} from mark where id = ?`);
  const selectOfRating = db.prepare<[string], Mark>(
    `select ${columns} from mark where rating_id = ? order by at_ms, id`,
  );

  return {
    put: (mark: Mark): void => void upsert.run(mark),
    drop: (mark: Pick<Mark, 'id'>): void => void remove.run(mark.id),
    find: (mark: Pick<Mark, 'id'>): Mark | undefined => select.get(mark.id),
    ofRating: (ratingId: string): Mark[] => selectOfRating.all(ratingId),
  };
}
