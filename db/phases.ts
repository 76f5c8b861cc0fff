/** The phases of a session. They are changed as one list: whatever one action touches is one step to undo. */
import { isDeepStrictEqual } from 'node:util';
import type { Changes } from './changes.ts';
import type { Phase, PhasesChange } from './model.ts';
import type { Db } from './open.ts';
import type { Ratings } from './ratings.ts';

export function phases(db: Db, log: Changes, newId: () => string, ratings: Ratings) {
  const insert = db.prepare(
    `insert into phase (id, session_id, name, start_ms, end_ms)
     values (@id, @sessionId, @name, @startMs, @endMs)`,
  );
  const clear = db.prepare(`delete from phase where session_id = ?`);
  const select = db.prepare<[string], Phase>(
    `select id, session_id as sessionId, name, start_ms as startMs, end_ms as endMs
     from phase where session_id = ? order by start_ms, id`,
  );

  function put(sessionId: string, list: readonly Phase[]): void {
    clear.run(sessionId);
    for (const phase of list) insert.run(phase);
  }

  return {
    ofSession: (sessionId: string): Phase[] => select.all(sessionId),

    /**
     * The phases as they are now.
     * @throws Refused at the desk of a submitted rating
     */
    set: db.transaction(({ sessionId, ratingId, phases: wanted }: PhasesChange): Phase[] => {
      const before = select.all(sessionId);
      const rating = ratingId === undefined ? undefined : ratings.find(ratingId);
      if (ratingId !== undefined && rating?.sessionId !== sessionId) return before;
      if (rating !== undefined) ratings.mustBeOpen(rating.id);
      const known = new Set(before.map(({ id }) => id));
      const after = wanted
        .toSorted((a, b) => a.startMs - b.startMs)
        .map(({ id, name, startMs, endMs }) => ({
          // An id stays with one phase of this session; any other phase is new.
          id: id !== undefined && known.delete(id) ? id : newId(),
          sessionId,
          name,
          startMs,
          endMs,
        }));
      if (isDeepStrictEqual(before, after)) return before;
      put(sessionId, after);
      log.append({
        noun: 'phase',
        nounId: sessionId,
        ...(rating && { ratingId: rating.id, raterId: rating.raterId }),
        before,
        after,
      });
      return after;
    }),

    /**
     * Undo or redo: leads the phases from one list to another. False when they have been changed since at
     * another desk: that work stays.
     */
    travel(sessionId: string, from: readonly Phase[], to: readonly Phase[]): boolean {
      if (!isDeepStrictEqual(select.all(sessionId), from)) return false;
      put(sessionId, to);
      return true;
    },
  };
}
