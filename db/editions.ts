/** Editions of the scale: which items take adherence, and which may be 'no occasion'. */
import { isDeepStrictEqual } from 'node:util';
import type { Changes } from './changes.ts';
import type { Edition, EditionItem, NewEdition } from './model.ts';
import type { Db } from './open.ts';
import { scaleEdition } from './scale.ts';

type ItemRow = { item: number; takesAdherence: number; mayBeNoOccasion: number };

export function editions(db: Db, log: Changes, newId: () => string, now: () => Date) {
  const insert = db.prepare(
    `insert into edition (id, name, added_at, in_use) values (@id, @name, @addedAt, 0)`,
  );
  const rename = db.prepare(`update edition set name = @name where id = @id`);
  const remove = db.prepare(`delete from edition where id = ?`);
  const putItem = db.prepare(
    `insert into edition_item (edition_id, item, takes_adherence, may_be_no_occasion)
     values (@id, @item, @takesAdherence, @mayBeNoOccasion)
     on conflict (edition_id, item) do update set takes_adherence = @takesAdherence,
       may_be_no_occasion = @mayBeNoOccasion`,
  );
  const putInUse = db.prepare(`update edition set in_use = @inUse where id = @id`);
  const select = db.prepare<[string], { name: string }>(`select name from edition where id = ?`);
  const selectAll = db.prepare<[], Omit<Edition, 'items' | 'inUse' | 'ratings'> & { inUse: number }>(
    `select id, name, added_at as addedAt, in_use as inUse from edition order by added_at, id`,
  );
  const countRatings = db.prepare<[], { id: string; ratings: number }>(
    `select scale_edition as id, count(*) as ratings from rating group by scale_edition`,
  );
  const selectProgramme = db.prepare<[string], number>(
    `select 1 from programme where edition_id = ? limit 1`,
  );
  const selectItems = db.prepare<[string], ItemRow>(
    `select item, takes_adherence as takesAdherence, may_be_no_occasion as mayBeNoOccasion
     from edition_item where edition_id = ? order by item`,
  );

  const itemsOf = (id: string): EditionItem[] =>
    selectItems.all(id).map(({ item, takesAdherence, mayBeNoOccasion }) => ({
      item,
      takesAdherence: takesAdherence === 1,
      mayBeNoOccasion: mayBeNoOccasion === 1,
    }));
  function all(): Edition[] {
    const counts = new Map(countRatings.all().map(({ id, ratings }) => [id, ratings]));
    return selectAll.all().map((row) => ({
      ...row,
      inUse: row.inUse === 1,
      ratings: counts.get(row.id) ?? 0,
      items: itemsOf(row.id),
    }));
  }
  const withCount = (id: string): Edition | undefined => all().find((edition) => edition.id === id);

  function putItems(id: string, items: readonly EditionItem[]): void {
    for (const { item, takesAdherence, mayBeNoOccasion } of items) {
      putItem.run({
        id,
        item,
        takesAdherence: takesAdherence ? 1 : 0,
        mayBeNoOccasion: mayBeNoOccasion ? 1 : 0,
      });
    }
  }

  /** The built-in edition stays as it is, and so does one that ratings follow: their scores would lose meaning. */
  const isOpen = (edition: Edition): boolean => edition.id !== scaleEdition && edition.ratings === 0;
  const isProgrammes = (id: string): boolean => selectProgramme.get(id) !== undefined;

  /** What the log keeps: without what is counted. */
  const logged = ({ id, name, items }: Edition) => ({ id, name, items });

  return {
    /** The oldest first. */
    all,
    /** What a rating that follows it has to know. */
    find(id: string): Pick<Edition, 'id' | 'name' | 'items'> | undefined {
      const found = select.get(id);
      return found && { id, name: found.name, items: itemsOf(id) };
    },

    add: db.transaction(({ name, items }: NewEdition): Edition => {
      const edition = { id: newId(), name, items };
      const addedAt = now().toISOString();
      insert.run({ id: edition.id, name, addedAt });
      putItems(edition.id, items);
      log.append({ noun: 'edition', nounId: edition.id, after: edition });
      return { ...edition, addedAt, inUse: false, ratings: 0 };
    }),

    /** False when it is not there, is built in, or ratings follow it: nothing was changed then. */
    edit: db.transaction(({ id, name, items }: NewEdition & Pick<Edition, 'id'>): boolean => {
      const before = withCount(id);
      if (before === undefined || !isOpen(before)) return false;
      const after = { id, name, items };
      if (isDeepStrictEqual(logged(before), after)) return true;
      rename.run({ id, name });
      putItems(id, items);
      log.append({ noun: 'edition', nounId: id, before: logged(before), after });
      return true;
    }),

    /** False when it is not there, is built in, in use, or ratings or a programme follow it. */
    remove: db.transaction((id: string): boolean => {
      const before = withCount(id);
      if (before === undefined || before.inUse || !isOpen(before) || isProgrammes(id)) return false;
      remove.run(id);
      log.append({ noun: 'edition', nounId: id, before: logged(before) });
      return true;
    }),

    /** New ratings follow this edition; those begun keep theirs. False when it is not there. */
    use: db.transaction((id: string): boolean => {
      const [wanted, before] = [withCount(id), all().find(({ inUse }) => inUse)];
      if (wanted === undefined) return false;
      if (wanted.inUse) return true;
      if (before !== undefined) putInUse.run({ id: before.id, inUse: 0 });
      putInUse.run({ id, inUse: 1 });
      log.append({
        noun: 'edition',
        nounId: 'inUse',
        before: before && { id: before.id, name: before.name },
        after: { id, name: wanted.name },
      });
      return true;
    }),
  };
}
