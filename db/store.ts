/** The record of one library: every noun's functions over one open database. */
import { agreement } from './agreement.ts';
import { changes } from './changes.ts';
import { editions } from './editions.ts';
import { events } from './events.ts';
import { feedback } from './feedback.ts';
import { finishing } from './finishing.ts';
import { groups } from './groups.ts';
import { history } from './history.ts';
import { judgements } from './judgements.ts';
import { library } from './library.ts';
import { type DatabaseKey, openDatabase } from './open.ts';
import { openRatings } from './openRating.ts';
import { others } from './others.ts';
import { phaseNames } from './phaseNames.ts';
import { phases } from './phases.ts';
import { progress } from './progress.ts';
import { raters } from './raters.ts';
import { ratings } from './ratings.ts';
import { recordings } from './recordings.ts';
import { results } from './results.ts';
import { sessions } from './sessions.ts';
import { textPacks } from './textPacks.ts';
import { therapists } from './therapists.ts';
import { transcripts } from './transcripts.ts';
import { waveforms } from './waveforms.ts';

export type StoreOptions = {
  /** The database file; made when it is not there. Its folder must exist. */
  file: string;
  key: DatabaseKey;
  /** The folder of numbered migrations. */
  migrations: string;
  now: () => Date;
  /** Gives a new UUID. */
  newId: () => string;
};

export type Store = ReturnType<typeof openStore>;

/**
 * Opens the record. Every function that changes something returns after its transaction is committed
 * to disk (WAL, `synchronous=FULL`): what has been answered outlives a power cut.
 * @throws OpenError with the reason when the file cannot be used
 */
export function openStore({ file, key, migrations, now, newId }: StoreOptions) {
  const db = openDatabase(file, key, migrations);
  const log = changes(db, now);
  const raterTable = raters(db, log, newId);
  const ratingTable = ratings(db, log, newId, now);
  const phaseTable = phases(db, log, newId, ratingTable);
  const editionTable = editions(db, log, newId, now);
  const recordingTable = recordings(db, log, newId, now);
  const judged = judgements(db, log, newId, ratingTable, phaseTable.travel);
  const finished = finishing(db, ratingTable, judged, now);
  const seen = others(db, ratingTable, now);
  const sessionTable = sessions(db, log, newId);
  const eventTable = events(db, log, newId);
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
    library: library(db),
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
    progress: progress(db, eventTable),
    agreement: agreement(db),
    events: eventTable,
    feedback: feedback(db, log),
    waveforms: waveforms(db),
    changes: { ofRating: log.ofRating },
    /** Runs several changes as one: all of them are kept, or none. */
    together: <T>(work: () => T): T => db.transaction(work).immediate(),
    close: (): void => void db.close(),
  };
}
