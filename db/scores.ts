import type { Score } from './model.ts';
import type { Db } from './open.ts';

type Row = Omit<Score, 'noOccasion'> & { noOccasion: number };
type Key = Pick<Score, 'ratingId' | 'item'>;

const columns = `rating_id as ratingId, item, adherence, quality, no_occasion as noOccasion, note`;

export function scores(db: Db) {
  const upsert = db.prepare(
    `insert into score (rating_id, item, adherence, quality, no_occasion, note)
     values (@ratingId, @item, @adherence, @quality, @noOccasion, @note)
     on conflict (rating_id, item) do update set adherence = @adherence, quality = @quality,
       no_occasion = @noOccasion, note = @note`,
  );
  const remove = db.prepare(`delete from score where rating_id = @ratingId and item = @item`);
  const select = db.prepare<[Key], Row>(
    `select ${columns} from score where rating_id = @ratingId and item = @item`,
  );
  const selectOfRating = db.prepare<[string], Row>(
    `select ${columns} from score where rating_id = ? order by item`,
  );
  const scoreOf = (row: Row): Score => ({ ...row, noOccasion: row.noOccasion === 1 });

  return {
    put: (score: Score): void => void upsert.run({ ...score, noOccasion: score.noOccasion ? 1 : 0 }),
    drop: ({ ratingId, item }: Key): void => void remove.run({ ratingId, item }),
    find({ ratingId, item }: Key): Score | undefined {
      const row = select.get({ ratingId, item });
      return row === undefined ? undefined : scoreOf(row);
    },
    ofRating: (ratingId: string): Score[] => selectOfRating.all(ratingId).map(scoreOf),
  };
}
