/** Until when recordings may be kept. Days are YYYY-MM-DD of the machine's calendar; nothing is deleted by itself. */
import type { Changes } from './changes.ts';
import type { Recording } from './model.ts';
import type { Db } from './open.ts';

export type DueRecording = Pick<Recording, 'id' | 'sessionId' | 'name' | 'sizeBytes'> & {
  keepUntil: string;
  /** In the library; otherwise it is linked where it lies. */
  kept: boolean;
  date: string;
  number: number | null;
  groupName: string | null;
};

export function retention(db: Db, log: Changes, recordings: { find: (id: string) => Recording | undefined }) {
  const put = db.prepare(`update recording set keep_until = @keepUntil where id = @id`);
  const select = db.prepare<[string], Omit<DueRecording, 'kept'> & { kept: number }>(
    `select recording.id, recording.session_id as sessionId, recording.name, size_bytes as sizeBytes,
       keep_until as keepUntil, kept_at is not null as kept, session.date, session.number,
       "group".name as groupName
     from recording
     join session on session.id = recording.session_id
     left join "group" on "group".id = session.group_id
     where keep_until is not null and keep_until <= ? order by keep_until, recording.id`,
  );
  const count = db
    .prepare<[string], number>(
      `select count(*) from recording where keep_until is not null and keep_until <= ?`,
    )
    .pluck();

  return {
    /** What may be kept no longer than `day`, what is longest overdue first. */
    dueBy: (day: string): DueRecording[] => select.all(day).map((row) => ({ ...row, kept: row.kept === 1 })),
    countDueBy: (day: string): number => count.get(day) ?? 0,

    /** The last day on which a recording may be kept; null for no limit. False when there is no such recording. */
    keepUntil: db.transaction((id: string, keepUntil: string | null): boolean => {
      const before = recordings.find(id);
      if (before === undefined) return false;
      if (before.keepUntil === keepUntil) return true;
      put.run({ id, keepUntil });
      log.append({ noun: 'recording', nounId: id, before, after: { ...before, keepUntil } });
      return true;
    }),
  };
}
