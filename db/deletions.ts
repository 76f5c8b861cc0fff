/** Deletes a thing with all that hangs on it, and what the log told of it. What it was called is gone from the file. */
import type { Viewer } from './blinding.ts';
import type { Changes } from './changes.ts';
import type { Recording } from './model.ts';
import type { Db } from './open.ts';
import { record } from './tidy.ts';
import { toldChanges } from './toldChanges.ts';
import type { Deletable, DeletionRefusal, Going, WhatGoes } from './whatGoes.ts';

/** `changed`: more happened since the preview was read. Nothing was done unless it is `deleted`. */
export type Deleted =
  | { outcome: 'deleted' }
  | { outcome: 'gone' | 'changed' }
  | { outcome: 'refused'; refused: DeletionRefusal };

type File = Pick<Recording, 'id' | 'sessionId' | 'keptAt' | 'durationMs'>;

export function deletions(db: Db, log: Changes, going: Going) {
  const fileColumns = `id, session_id as sessionId, kept_at as keptAt, duration_ms as durationMs`;
  const recordingOfSession = db.prepare<[string], File>(
    `select ${fileColumns} from recording where session_id = ?`,
  );
  const recording = db.prepare<[string], File>(`select ${fileColumns} from recording where id = ?`);
  const remember = db.prepare(`update session set recorded_ms = @durationMs where id = @sessionId`);
  const leaves = db.prepare(`insert into leaving (name) values (?) on conflict do nothing`);
  const leaving = db.prepare<[], string>(`select name from leaving`).pluck();
  const hasLeft = db.prepare(`delete from leaving where name = ?`);
  const toldOf = toldChanges(db, going);
  const drop = {
    session: db.prepare(`delete from session where id = ?`),
    recording: db.prepare(`delete from recording where id = ?`),
    therapist: db.prepare(`delete from therapist where id = ?`),
    group: db.prepare(`delete from "group" where id = ?`),
    rater: db.prepare(`delete from rater where id = ?`),
  };
  const dropRatings = db.prepare(`delete from rating where rater_id = ?`);
  const dropFeedbackBy = db.prepare(`delete from feedback where rater_id = ?`);
  const dropFeedbackOf = db.prepare(`delete from feedback where therapist_id = ?`);
  const dropEventsOfTherapist = db.prepare(`delete from event where therapist_id = ?`);
  const dropEventsOfGroup = db.prepare(`delete from event where group_id = ?`);
  const leaveSeats = db.prepare(`delete from session_therapist where therapist_id = ?`);
  const leaveGroup = db.prepare(`update session set group_id = null where group_id = ?`);

  function dropRater(id: string): void {
    dropRatings.run(id);
    dropFeedbackBy.run(id);
    drop.rater.run(id);
  }

  /** Children go by the keys of their tables; what has none is taken by name. */
  function remove({ noun, id }: Deletable): void {
    const file = noun === 'session' ? recordingOfSession.get(id) : recording.get(id);
    // Also when it is not kept any more: one that was damaged may still lie there.
    if (file !== undefined) leaves.run(file.id);
    if (noun === 'recording' && file !== undefined) {
      remember.run({ sessionId: file.sessionId, durationMs: file.durationMs });
    }
    if (noun === 'group') {
      leaveGroup.run(id);
      dropEventsOfGroup.run(id);
    }
    if (noun === 'therapist') {
      const self = going.selfOf(id);
      if (self !== undefined) dropRater(self);
      leaveSeats.run(id);
      dropFeedbackOf.run(id);
      dropEventsOfTherapist.run(id);
    }
    if (noun === 'rater') dropRater(id);
    else drop[noun].run(id);
  }

  const run = db.transaction((what: Deletable, asOf: number, viewer: Viewer): Deleted => {
    const goes = going.of(what, viewer);
    if (goes === undefined) return { outcome: 'gone' };
    if (goes.refused !== undefined) return { outcome: 'refused', refused: goes.refused };
    if (goes.asOf !== asOf || viewer === undefined) return { outcome: 'changed' };
    const told = toldOf(what);
    log.erase({ ...about(what, viewer.id), counts: countsOf(goes), gone: true }, told);
    remove(what);
    leaves.run(record);
    return { outcome: 'deleted' };
  });

  return {
    /**
     * What is deleted is out of the record when this returns; its bytes are when the record was tidied.
     * @param asOf of the preview that was agreed to
     */
    delete: (what: Deletable, asOf: number, viewer: Viewer): Deleted => run.immediate(what, asOf, viewer),

    /** Whether the file of the record is still to be written anew after a deletion (`tidy`). */
    untidy: (): boolean => leaving.all().includes(record),
    /** Recordings that are deleted and whose files in the library may still be there. */
    filesLeaving: (): string[] =>
      leaving.all().filter((id) => id !== record && recording.get(id) === undefined),
    fileLeft: (recordingId: string): void => void hasLeft.run(recordingId),
  };
}

const about = ({ noun, id }: Deletable, raterId: string) => ({ raterId, noun, nounId: id });

function countsOf({ ratings, phases, passages, feedback, events, sessions }: WhatGoes) {
  return {
    ratings: ratings.length,
    marks: ratings.reduce((sum, { marks }) => sum + marks, 0),
    phases,
    passages,
    feedback: feedback.length,
    events: events.length,
    sessions,
  };
}
