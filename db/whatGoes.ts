/** What would go with something that is deleted, and what would stay: looked at before anything is done. */

import { sightOf, type Viewer } from './blinding.ts';
import type { BlindWork } from './blindWork.ts';
import { lastChangeNumber } from './clock.ts';
import { latest } from './latest.ts';
import type { Purpose, Rating } from './model.ts';
import type { Db } from './open.ts';

/** What can be deleted with all that hangs on it. */
export type Deletable = { noun: 'session' | 'recording' | 'therapist' | 'group' | 'rater'; id: string };

/**
 * `nobody`: the log must be able to say who it was. `unseen`: ratings would go that the viewer may not see yet.
 * `rated`: a rater's ratings belong to their sessions, and go with them only.
 */
export type DeletionRefusal = 'nobody' | 'unseen' | 'rated';

export type GoingRating = {
  raterName: string;
  purpose: Purpose;
  submitted: boolean;
  /** How many versions, marks and notes it has; of the latest version. */
  versions: number;
  marks: number;
  notes: number;
};

export type WhatGoes = Deletable & {
  /** What people call it: a therapist's code and name, a file's name; of a session its day. */
  name: string;
  refused: DeletionRefusal | undefined;
  /** Empty when they may not be seen. */
  ratings: GoingRating[];
  phases: number;
  /** Passages of the transcript. */
  passages: number;
  /** Who wrote the feedback that goes. */
  feedback: string[];
  /** Names of events. */
  events: string[];
  /** `kept` in the library goes; a file that is linked stays where it lies. */
  recording: { name: string; sizeBytes: number; kept: boolean } | undefined;
  /** Names of the programmes that a session is part of, or is to be rated for. */
  programmes: string[];
  /** How many sessions stay, and lose it. */
  sessions: number;
  /** How many ratings stay; those of them that are not submitted have nothing to rate from any more. */
  staying: { ratings: number; unsubmitted: number };
  /** The log's last change: when there is a later one, this may be true no more. */
  asOf: number;
};

type RatingRow = Rating & { raterName: string; marks: number; notes: number };
type RecordingRow = { id: string; sessionId: string; name: string; sizeBytes: number; keptAt: string | null };

export type Going = ReturnType<typeof whatGoes>;

export function whatGoes(db: Db, work: BlindWork) {
  const ratingColumns = `rating.id, rating.session_id as sessionId, rater_id as raterId, purpose, version,
    submitted_at as submittedAt, saw_others_at as sawOthersAt, rater.name as raterName,
    (select count(*) from mark where mark.rating_id = rating.id) as marks,
    (select count(*) from mark where mark.rating_id = rating.id and note <> '')
      + (select count(*) from score where score.rating_id = rating.id and note <> '')
      + (select count(*) from overall where overall.rating_id = rating.id and note <> '') as notes`;
  const ratingsOfSession = db.prepare<[string], RatingRow>(
    `select ${ratingColumns} from rating join rater on rater.id = rater_id
     where rating.session_id = ? order by started_at, rating.id`,
  );
  const ratingsOfRater = db.prepare<[string], RatingRow>(
    `select ${ratingColumns} from rating join rater on rater.id = rater_id
     where rating.rater_id = ? order by started_at, rating.id`,
  );
  const names = {
    session: db.prepare<[string], string>(`select date from session where id = ?`).pluck(),
    recording: db.prepare<[string], string>(`select name from recording where id = ?`).pluck(),
    therapist: db
      .prepare<[string], string>(`select trim(code || ' ' || name) from therapist where id = ?`)
      .pluck(),
    group: db.prepare<[string], string>(`select name from "group" where id = ?`).pluck(),
    rater: db.prepare<[string], string>(`select name from rater where id = ?`).pluck(),
  };
  const recordingColumns = `id, session_id as sessionId, name, size_bytes as sizeBytes, kept_at as keptAt`;
  const recordingOf = db.prepare<[string], RecordingRow>(
    `select ${recordingColumns} from recording where session_id = ?`,
  );
  const recordingItself = db.prepare<[string], RecordingRow>(
    `select ${recordingColumns} from recording where id = ?`,
  );
  const count = (sql: string) => db.prepare<[string], number>(sql).pluck();
  const phases = count(`select count(*) from phase where session_id = ?`);
  const passages = count(`select count(*) from cue where session_id = ?`);
  const sessionsOfTherapist = count(`select count(*) from session_therapist where therapist_id = ?`);
  const sessionsOfGroup = count(`select count(*) from session where session.group_id = ?`);
  const texts = (sql: string) => db.prepare<[string], string>(sql).pluck();
  const writers = `select rater.name from feedback join rater on rater.id = feedback.rater_id`;
  const feedbackOfSession = texts(`${writers} where feedback.session_id = ? order by rater.name`);
  const feedbackOfTherapist = texts(`${writers} where feedback.therapist_id = ? order by rater.name`);
  const feedbackByRater = texts(`${writers} where feedback.rater_id = ?`);
  const eventsOfTherapist = texts(`select name from event where therapist_id = ? order by date`);
  const eventsOfGroup = texts(`select name from event where group_id = ? order by date`);
  const programmesOfSession = db
    .prepare<[object], string>(
      `select name from programme
     where id in (
       select programme_id from programme_session where session_id = @id
       union
       select enrolment.programme_id from assignment join enrolment on enrolment.id = assignment.enrolment_id
       where assignment.session_id = @id)
     order by name`,
    )
    .pluck();
  const selfOf = db.prepare<[string], string>(`select id from rater where therapist_id = ?`).pluck();
  const lastNumber = lastChangeNumber(db);

  const isUnseen = (sessionId: string, viewer: Viewer, kept: ReadonlySet<string>): boolean => {
    const all = ratingsOfSession.all(sessionId);
    return (
      sightOf(viewer, all, kept.has(sessionId)) !== 'open' &&
      all.some(({ raterId }) => raterId !== viewer?.id)
    );
  };

  /** The rater that a therapist is, or that is asked about. */
  const raterOf = ({ noun, id }: Deletable): string | undefined =>
    noun === 'rater' ? id : noun === 'therapist' ? selfOf.get(id) : undefined;

  function ratingsOf(what: Deletable): RatingRow[] {
    if (what.noun === 'session') return ratingsOfSession.all(what.id);
    const rater = raterOf(what);
    return rater === undefined ? [] : ratingsOfRater.all(rater);
  }

  function refusal(
    what: Deletable,
    ratings: readonly RatingRow[],
    viewer: Viewer,
  ): DeletionRefusal | undefined {
    if (viewer === undefined) return 'nobody';
    if (what.noun === 'rater') return ratings.length > 0 ? 'rated' : undefined;
    const sessions = new Set(ratings.map(({ sessionId }) => sessionId));
    // One's own can be deleted at any time.
    const others = (sessionId: string) =>
      what.noun === 'session' ||
      ratings.some((one) => one.sessionId === sessionId && one.raterId !== viewer.id);
    const kept = work.of(viewer);
    return [...sessions].some((id) => others(id) && isUnseen(id, viewer, kept)) ? 'unseen' : undefined;
  }

  /** Undefined when there is no such thing. */
  const of = db.transaction((what: Deletable, viewer: Viewer): WhatGoes | undefined => {
    const { noun, id } = what;
    const name = names[noun].get(id);
    if (name === undefined) return undefined;
    const all = ratingsOf(what);
    const refused = refusal(what, all, viewer);
    const shown = refused === undefined;
    const rater = raterOf(what);
    const recording = noun === 'session' ? recordingOf.get(id) : recordingItself.get(id);
    const staying =
      noun === 'recording' && recording ? latest(ratingsOfSession.all(recording.sessionId)) : [];
    return {
      ...what,
      name,
      refused,
      ratings: shown ? latest(all).map((one) => going(one, all)) : [],
      phases: noun === 'session' ? (phases.get(id) ?? 0) : 0,
      passages: noun === 'session' ? (passages.get(id) ?? 0) : 0,
      feedback: shown
        ? [
            ...(noun === 'session' ? feedbackOfSession.all(id) : []),
            ...(noun === 'therapist' ? feedbackOfTherapist.all(id) : []),
            ...(rater === undefined ? [] : feedbackByRater.all(rater)),
          ]
        : [],
      events: [
        ...(noun === 'therapist' ? eventsOfTherapist.all(id) : []),
        ...(noun === 'group' ? eventsOfGroup.all(id) : []),
      ],
      programmes: noun === 'session' ? programmesOfSession.all({ id }) : [],
      recording: recording && {
        name: recording.name,
        sizeBytes: recording.sizeBytes,
        kept: recording.keptAt !== null,
      },
      sessions:
        (noun === 'therapist'
          ? sessionsOfTherapist.get(id)
          : noun === 'group'
            ? sessionsOfGroup.get(id)
            : undefined) ?? 0,
      staying: {
        ratings: staying.length,
        unsubmitted: staying.filter(({ submittedAt }) => submittedAt === null).length,
      },
      asOf: lastNumber(),
    };
  });

  return { of, selfOf: (therapistId: string): string | undefined => selfOf.get(therapistId) };
}

function going(one: RatingRow, all: readonly RatingRow[]): GoingRating {
  const { raterName, purpose, marks, notes } = one;
  const versions = all.filter(
    ({ raterId, sessionId, purpose: other }) =>
      raterId === one.raterId && sessionId === one.sessionId && other === purpose,
  );
  return {
    raterName,
    purpose,
    marks,
    notes,
    versions: versions.length,
    submitted: versions.some(({ submittedAt }) => submittedAt !== null),
  };
}
