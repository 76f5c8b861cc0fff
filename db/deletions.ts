/** Deletes a thing with all that hangs on it, and what the log told of it. What it was called is gone from the file. */
import type { Viewer } from './blinding.ts';
import type { Changes } from './changes.ts';
import type { Recording } from './model.ts';
import type { Db } from './open.ts';
import type { Deletable, DeletionRefusal, Going, WhatGoes } from './whatGoes.ts';

/** `changed`: more happened since the preview was read. Nothing was done unless it is `deleted`. */
export type Deleted =
  | { outcome: 'deleted' }
  | { outcome: 'gone' | 'changed' }
  | { outcome: 'refused'; refused: DeletionRefusal };

type File = Pick<Recording, 'id' | 'sessionId' | 'keptAt' | 'durationMs'>;

export function deletions(db: Db, log: Changes, going: Going) {
  const ids = (sql: string) => db.prepare<[string], string>(sql).pluck();
  const changes = (sql: string) => db.prepare<object, number>(sql).pluck();
  const left = `erased_by is null and erases is null`;
  const changesOfRating = changes(`select id from change where rating_id = @id and ${left}`);
  const changesOf = changes(
    `select id from change where rating_id is null and noun = @noun and noun_id = @id and ${left}`,
  );
  // An event that was removed before still tells whose it was.
  const changesOfEvents = changes(
    `select id from change where rating_id is null and noun = 'event' and ${left}
       and instr(coalesce(before, '') || coalesce(after, ''), @id) > 0`,
  );
  const changesOfFeedbackBy = changes(
    `select id from change where rating_id is null and noun = 'feedback' and rater_id = @id and ${left}`,
  );
  const ratingsOfSession = ids(`select id from rating where session_id = ?`);
  const ratingsOfRater = ids(`select id from rating where rater_id = ?`);
  const fileColumns = `id, session_id as sessionId, kept_at as keptAt, duration_ms as durationMs`;
  const recordingOfSession = db.prepare<[string], File>(
    `select ${fileColumns} from recording where session_id = ?`,
  );
  const recording = db.prepare<[string], File>(`select ${fileColumns} from recording where id = ?`);
  // Of every recording that the session ever had.
  const changesOfRecordings = changes(
    `select id from change where rating_id is null and noun = 'recording' and ${left}
       and instr(coalesce(before, '') || coalesce(after, ''), @id) > 0`,
  );
  const remember = db.prepare(`update session set recorded_ms = @durationMs where id = @sessionId`);
  const leaves = db.prepare(`insert into leaving_file (recording_id) values (?) on conflict do nothing`);
  const filesLeaving = db
    .prepare<[], string>(
      `select recording_id from leaving_file
       where not exists (select 1 from recording where recording.id = recording_id)`,
    )
    .pluck();
  const fileLeft = db.prepare(`delete from leaving_file where recording_id = ?`);
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

  const ofRatings = (ratingIds: readonly string[]): number[] =>
    ratingIds.flatMap((id) => [...changesOfRating.all({ id }), ...changesOf.all({ noun: 'rating', id })]);
  const ofRater = (id: string): number[] => [
    ...ofRatings(ratingsOfRater.all(id)),
    ...changesOf.all({ noun: 'rater', id }),
    ...changesOfFeedbackBy.all({ id }),
  ];

  /** The changes whose content goes. */
  function toldOf({ noun, id }: Deletable): number[] {
    const own = changesOf.all({ noun, id });
    const about = (...nouns: string[]) => nouns.flatMap((one) => changesOf.all({ noun: one, id }));
    switch (noun) {
      case 'session':
        return [
          ...own,
          ...about('phase', 'transcript', 'feedback'),
          ...changesOfRecordings.all({ id }),
          ...ofRatings(ratingsOfSession.all(id)),
        ];
      case 'recording':
        return own;
      case 'therapist': {
        const self = going.selfOf(id);
        return [
          ...own,
          ...about('feedback'),
          ...changesOfEvents.all({ id }),
          ...(self === undefined ? [] : ofRater(self)),
        ];
      }
      case 'group':
        return [...own, ...changesOfEvents.all({ id })];
      case 'rater':
        return ofRater(id);
      default:
        return noun satisfies never;
    }
  }

  function dropRater(id: string): void {
    dropRatings.run(id);
    dropFeedbackBy.run(id);
    drop.rater.run(id);
  }

  /** Children go by the keys of their tables; what has none is taken by name. */
  function remove({ noun, id }: Deletable): void {
    const file = noun === 'session' ? recordingOfSession.get(id) : recording.get(id);
    if (file !== undefined && file.keptAt !== null) leaves.run(file.id);
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
    return { outcome: 'deleted' };
  });

  return {
    /** @param asOf of the preview that was agreed to */
    delete(what: Deletable, asOf: number, viewer: Viewer): Deleted {
      const deleted = run.immediate(what, asOf, viewer);
      if (deleted.outcome === 'deleted') tidy(db);
      return deleted;
    },

    /** Recordings that are deleted and whose files in the library may still be there. */
    filesLeaving: (): string[] => filesLeaving.all(),
    fileLeft: (recordingId: string): void => void fileLeft.run(recordingId),
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

/** Pages of before the deletion lie in the log of the database until it is folded into the file and emptied. */
export function tidy(db: Db): void {
  db.pragma('wal_checkpoint(truncate)');
}
