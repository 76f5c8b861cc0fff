/** Events on the time axis of progress. */
import type { Changes } from './changes.ts';
import type { Event, NewEvent } from './model.ts';
import type { Db } from './open.ts';

export function events(db: Db, log: Changes, newId: () => string) {
  const columns = `id, date, name, therapist_id as therapistId, group_id as groupId`;
  const insert = db.prepare(
    `insert into event (id, date, name, therapist_id, group_id)
     values (@id, @date, @name, @therapistId, @groupId)`,
  );
  const put = db.prepare(
    `update event set date = @date, name = @name, therapist_id = @therapistId, group_id = @groupId
     where id = @id`,
  );
  const drop = db.prepare(`delete from event where id = ?`);
  const select = db.prepare<[string], Event>(`select ${columns} from event where id = ?`);
  const selectAll = db.prepare<[], Event>(`select ${columns} from event order by date, id`);

  return {
    /** In order of time. */
    all: (): Event[] => selectAll.all(),

    add: db.transaction((fields: NewEvent): Event => {
      const event = { id: newId(), ...fields };
      insert.run(event);
      log.append({ noun: 'event', nounId: event.id, after: event });
      return event;
    }),

    /** False when there is no such event. */
    edit: db.transaction((event: Event): boolean => {
      const before = select.get(event.id);
      if (before === undefined) return false;
      put.run(event);
      log.append({ noun: 'event', nounId: event.id, before, after: event });
      return true;
    }),

    /** False when there is no such event. */
    remove: db.transaction((id: string): boolean => {
      const before = select.get(id);
      if (before === undefined) return false;
      drop.run(id);
      log.append({ noun: 'event', nounId: id, before });
      return true;
    }),
  };
}
