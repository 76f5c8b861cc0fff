/** The names a site gives its phases, in order. None: the usual ones of the language. */
import { isDeepStrictEqual } from 'node:util';
import type { Changes } from './changes.ts';
import type { Db } from './open.ts';

export function phaseNames(db: Db, log: Changes) {
  const clear = db.prepare(`delete from phase_name where position >= 1`);
  const insert = db.prepare(`insert into phase_name (position, name) values (?, ?)`);
  const select = db.prepare<[], { name: string }>(`select name from phase_name order by position`);
  const all = (): string[] => select.all().map(({ name }) => name);

  return {
    all,
    /** Puts the whole list. */
    set: db.transaction((names: string[]): string[] => {
      const before = all();
      if (isDeepStrictEqual(before, names)) return before;
      clear.run();
      names.forEach((name, index) => {
        insert.run(index + 1, name);
      });
      log.append({ noun: 'phaseNames', nounId: 'phaseNames', before, after: names });
      return names;
    }),
  };
}
