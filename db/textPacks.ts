/** The manual's own words for the levels, as a site brings them: one pack for each language. */
import type { Changes } from './changes.ts';
import type { Anchor, NewTextPack, TextPack } from './model.ts';
import type { Db } from './open.ts';

type Language = TextPack['language'];

export function textPacks(db: Db, log: Changes, now: () => Date) {
  const insert = db.prepare(
    `insert into text_pack (language, name, added_at) values (@language, @name, @addedAt)`,
  );
  const insertAnchor = db.prepare(
    `insert into anchor (language, item, level, text) values (@language, @item, @level, @text)`,
  );
  const drop = db.prepare(`delete from text_pack where language = ?`);
  const select = db.prepare<[string], Omit<TextPack, 'anchors'>>(
    `select language, name, added_at as addedAt from text_pack where language = ?`,
  );
  const selectAnchors = db.prepare<[string], Anchor>(
    `select item, level, text from anchor where language = ? order by item, level`,
  );

  function find(language: Language): TextPack | undefined {
    const pack = select.get(language);
    return pack && { ...pack, anchors: selectAnchors.all(language) };
  }
  /** The log keeps name and count, not the manual's words. */
  const logged = (pack: NewTextPack) => ({ name: pack.name, anchors: pack.anchors.length });

  return {
    find,
    all: (): TextPack[] => (['nb', 'en'] as const).flatMap((language) => find(language) ?? []),

    /** Takes the place of the language's pack. */
    put: db.transaction((pack: NewTextPack): TextPack => {
      const { language, name, anchors } = pack;
      const before = find(language);
      const addedAt = now().toISOString();
      drop.run(language);
      insert.run({ language, name, addedAt });
      for (const anchor of anchors) insertAnchor.run({ language, ...anchor });
      log.append({
        noun: 'textPack',
        nounId: language,
        before: before && logged(before),
        after: logged(pack),
      });
      return { language, name, addedAt, anchors };
    }),

    /** False when there is none. */
    remove: db.transaction((language: Language): boolean => {
      const before = find(language);
      if (before === undefined) return false;
      drop.run(language);
      log.append({ noun: 'textPack', nounId: language, before: logged(before) });
      return true;
    }),
  };
}
