import type { Changes } from './changes.ts';
import type { Cue, Transcript } from './model.ts';
import type { Db } from './open.ts';

type Head = Pick<Transcript, 'name' | 'addedAt'>;

export function transcripts(db: Db, log: Changes, now: () => Date) {
  const insert = db.prepare(
    `insert into transcript (session_id, name, added_at) values (@sessionId, @name, @addedAt)`,
  );
  const insertCue = db.prepare(
    `insert into cue (session_id, position, start_ms, end_ms, speaker, text)
     values (@sessionId, @position, @startMs, @endMs, @speaker, @text)`,
  );
  const removeAll = db.prepare(`delete from transcript where session_id = ?`);
  const select = db.prepare<[string], Head>(
    `select name, added_at as addedAt from transcript where session_id = ?`,
  );
  const selectCues = db.prepare<[string], Cue>(
    `select start_ms as startMs, end_ms as endMs, speaker, text from cue
     where session_id = ? order by position`,
  );
  const countCues = db.prepare<[string], { cues: number }>(
    `select count(*) as cues from cue where session_id = ?`,
  );

  /** As the log has it: the words of patients stay in one place only, and can be removed from there. */
  const summary = (sessionId: string) => {
    const head = select.get(sessionId);
    return head && { sessionId, ...head, ...countCues.get(sessionId) };
  };

  return {
    /** Gives a session its transcript in place of any earlier one. Cues come in order of time. */
    replace: db.transaction((sessionId: string, name: string, cues: readonly Cue[]): void => {
      const before = summary(sessionId);
      removeAll.run(sessionId);
      insert.run({ sessionId, name, addedAt: now().toISOString() });
      cues.forEach((cue, position) => {
        insertCue.run({ sessionId, position, ...cue });
      });
      log.append({ noun: 'transcript', nounId: sessionId, before, after: summary(sessionId) });
    }),

    /** False when the session has no transcript. */
    remove: db.transaction((sessionId: string): boolean => {
      const before = summary(sessionId);
      if (before === undefined) return false;
      removeAll.run(sessionId);
      log.append({ noun: 'transcript', nounId: sessionId, before });
      return true;
    }),

    ofSession: db.transaction((sessionId: string): Transcript | undefined => {
      const head = select.get(sessionId);
      return head && { ...head, cues: selectCues.all(sessionId) };
    }),
  };
}
