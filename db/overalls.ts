import type { Overall } from './model.ts';
import type { Db } from './open.ts';

type Key = Pick<Overall, 'ratingId'>;

export function overalls(db: Db) {
  const upsert = db.prepare(
    `insert into overall (rating_id, adherence, quality, note)
     values (@ratingId, @adherence, @quality, @note)
     on conflict (rating_id) do update set adherence = @adherence, quality = @quality, note = @note`,
  );
  const remove = db.prepare(`delete from overall where rating_id = ?`);
  const select = db.prepare<[string], Overall>(
    `select rating_id as ratingId, adherence, quality, note from overall where rating_id = ?`,
  );

  return {
    put: (overall: Overall): void => void upsert.run(overall),
    drop: ({ ratingId }: Key): void => void remove.run(ratingId),
    find: ({ ratingId }: Key): Overall | undefined => select.get(ratingId),
  };
}
