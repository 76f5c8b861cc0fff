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
  const selectRule = db.prepare<[Key], { takesAdherence: number; mayBeNoOccasion: number }>(
    `select rule.takes_adherence as takesAdherence, rule.may_be_no_occasion as mayBeNoOccasion
     from rating join edition_item rule on rule.edition_id = rating.scale_edition
     where rating.id = @ratingId and rule.item = @item`,
  );
  const scoreOf = (row: Row): Score => ({ ...row, noOccasion: row.noOccasion === 1 });

  return {
    put: (score: Score): void => void upsert.run({ ...score, noOccasion: score.noOccasion ? 1 : 0 }),
    drop: ({ ratingId, item }: Key): void => void remove.run({ ratingId, item }),
    find({ ratingId, item }: Key): Score | undefined {
      const row = select.get({ ratingId, item });
      return row === undefined ? undefined : scoreOf(row);
    },
    /** Why the edition that the rating follows does not take this score; undefined when it does. */
    refusal({ ratingId, item, adherence, noOccasion }: Score): string | undefined {
      const rule = selectRule.get({ ratingId, item });
      if (adherence !== null && rule?.takesAdherence === 0) return `item ${item} takes no adherence`;
      if (noOccasion && rule?.mayBeNoOccasion === 0) return `item ${item} may not be 'no occasion'`;
      return undefined;
    },
    ofRating: (ratingId: string): Score[] => selectOfRating.all(ratingId).map(scoreOf),
  };
}
