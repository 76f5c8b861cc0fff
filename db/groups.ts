import type { Changes } from './changes.ts';
import type { Group } from './model.ts';
import type { Db } from './open.ts';

export function groups(db: Db, log: Changes, newId: () => string) {
  const insert = db.prepare(
    `insert into "group" (id, name, format, usual_minutes) values (@id, @name, @format, @usualMinutes)`,
  );
  const selectAll = db.prepare<[], Group>(
    `select id, name, format, usual_minutes as usualMinutes from "group" order by name, id`,
  );

  const add = db.transaction((fields: Omit<Group, 'id'>): Group => {
    const group = { id: newId(), ...fields };
    insert.run(group);
    log.append({ noun: 'group', nounId: group.id, after: group });
    return group;
  });

  return { add, all: (): Group[] => selectAll.all() };
}
