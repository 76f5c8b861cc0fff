/** The record of one library: every noun's functions over one open database. */
import { agreement } from './agreement.ts';
import { assignments } from './assignments.ts';
import { blindWork } from './blindWork.ts';
import { certificates } from './certificates.ts';
import { changes } from './changes.ts';
import { forwards, lastChangeAt, lastChangeNumber } from './clock.ts';
import { closeUntouched } from './closing.ts';
import { consensus } from './consensus.ts';
import { deletions } from './deletions.ts';
import { editions } from './editions.ts';
import { enrolments } from './enrolments.ts';
import { events } from './events.ts';
import { feedback } from './feedback.ts';
import { finishing } from './finishing.ts';
import { giving } from './giving.ts';
import { groups } from './groups.ts';
import { history } from './history.ts';
import { inPlace } from './inPlace.ts';
import { judgements } from './judgements.ts';
import { latestChanges } from './latestChanges.ts';
import { library } from './library.ts';
import { meetingTables } from './meetingTables.ts';
import { naming } from './naming.ts';
import { type DatabaseKey, openDatabase, usualWaitMs } from './open.ts';
import { openRatings } from './openRating.ts';
import { others } from './others.ts';
import { phaseNames } from './phaseNames.ts';
import { phases } from './phases.ts';
import { programmeSessions } from './programmeSessions.ts';
import { programmes } from './programmes.ts';
import { progress } from './progress.ts';
import { ratedAlone } from './ratedAlone.ts';
import { raters } from './raters.ts';
import { ratings } from './ratings.ts';
import { recordings } from './recordings.ts';
import { results } from './results.ts';
import { retention } from './retention.ts';
import { sessions } from './sessions.ts';
import { standards } from './standards.ts';
import { textPacks } from './textPacks.ts';
import { therapists } from './therapists.ts';
import { transcripts } from './transcripts.ts';
import { waveforms } from './waveforms.ts';
import { whatGoes } from './whatGoes.ts';

export type StoreOptions = {
  /** The database file; made when it is not there. Its folder must exist. */
  file: string;
  key: DatabaseKey;
  /** The folder of numbered migrations. */
  migrations: string;
  now: () => Date;
  /** Gives a new UUID. */
  newId: () => string;
  /** Who sits in front of the screen, for the log; null for nobody. */
  viewerId?: () => string | null;
  /** Gives 16 bytes for the log; random ones unless told. */
  salt?: () => Uint8Array;
};

export type Store = ReturnType<typeof openStore>;

/**
 * Opens the record. Every function that changes something returns after its transaction is committed
 * to disk (WAL, `synchronous=FULL`): what has been answered outlives a power cut.
 * @throws OpenError with the reason when the file cannot be used
 */
export function openStore({ file, key, migrations, now: machineNow, newId, viewerId, salt }: StoreOptions) {
  const db = openDatabase(file, key, migrations);
  const lastChange = lastChangeAt(db);
  const now = forwards(machineNow, lastChange);
  const selectChanges = db.prepare<[], number>(`select total_changes()`).pluck();
  const log = changes(db, now, viewerId, salt);
  const raterTable = raters(db, log, newId);
  const ratingTable = ratings(db, log, newId, now);
  const phaseTable = phases(db, log, newId, ratingTable);
  const editionTable = editions(db, log, newId, now);
  const recordingTable = recordings(db, log, newId, now);
  const judged = judgements(db, log, newId, ratingTable, phaseTable.travel);
  const finished = finishing(db, ratingTable, judged, now);
  const work = blindWork(db);
  const seen = others(db, ratingTable, work, now);
  const sessionTable = sessions(db, log, newId);
  const eventTable = events(db, log, newId);
  const going = whatGoes(db, work);
  const programmeParts = {
    programmes: programmes(db, log, newId, now),
    sessions: programmeSessions(db, log, now),
    enrolments: enrolments(db, log, newId, now),
    assignments: assignments(db, log, newId, now),
  };
  /** Runs several changes as one: all of them are kept, or none. */
  const together = <T>(work: () => T): T => db.transaction(work).immediate();
  const opened = openRatings({
    ratings: ratingTable,
    editions: editionTable,
    raters: raterTable,
    judgements: judged,
    finishing: finished,
    others: seen,
    recordings: recordingTable,
  });
  return {
    groups: groups(db, log, newId),
    therapists: therapists(db, log, newId),
    sessions: sessionTable,
    phases: phaseTable,
    phaseNames: phaseNames(db, log),
    textPacks: textPacks(db, log, now),
    editions: editionTable,
    transcripts: transcripts(db, log, now),
    recordings: recordingTable,
    raters: raterTable,
    ratings: ratingTable,
    judgements: judged,
    finishing: finished,
    others: seen,
    openRatings: opened,
    history: history(db, ratingTable),
    library: library(db, work),
    results: results({
      sessions: sessionTable,
      phases: phaseTable,
      ratings: ratingTable,
      raters: raterTable,
      editions: editionTable,
      judgements: judged,
      finishing: finished,
      openRatings: opened,
      others: seen,
    }),
    progress: progress(db, eventTable, work),
    agreement: agreement(db, work),
    programmes: programmeParts.programmes,
    programmeSessions: programmeParts.sessions,
    enrolments: programmeParts.enrolments,
    assignments: programmeParts.assignments,
    giving: giving(db, programmeParts),
    standards: standards(db),
    ratedAlone: ratedAlone(db),
    blindWork: work,
    certificates: certificates(db, log, newId, now),
    consensus: consensus({
      log,
      tables: meetingTables(db),
      ratings: ratingTable,
      raters: raterTable,
      editions: editionTable,
      judgements: judged,
      others: seen,
      together,
    }),
    events: eventTable,
    feedback: feedback(db, log),
    waveforms: waveforms(db),
    retention: retention(db, log, recordingTable),
    whatGoes: going.of,
    deletions: deletions(db, log, going),
    naming: naming(db, log),
    latestChanges: latestChanges(db, ratingTable, work),
    changes: { ofRating: log.ofRating, append: log.append, erase: log.erase },
    together,
    /** When the last change was made before the library was opened, ISO-8601 UTC; undefined when there was none. */
    lastChange,
    /** The number of the last change; each has a higher one than those before it. */
    lastNumber: lastChangeNumber(db),
    /** Whether the open file is still the one at its place. */
    inPlace: inPlace(file),
    /** How many rows were written since it was opened. */
    written: (): number => selectChanges.get() ?? 0,
    /** How long a write waits for another connection that writes, in milliseconds; the usual time unless told. */
    wait: (ms = usualWaitMs): void => void db.pragma(`busy_timeout = ${ms}`),
    /** Puts everything from the log of writes into the file: for when that log is gone from its place. */
    settle: (): void => void db.pragma('wal_checkpoint(truncate)'),
    close: (): void => void db.close(),
    /** Closes, and leaves the files as they lie: another machine has them open. */
    leave: (): void => closeUntouched(db, key),
  };
}
