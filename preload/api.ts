/** The contract: what the window may ask of the main process, and what it is told. */
import type { Coverage } from '../db/coverage.ts';
import type { Submitted } from '../db/finishing.ts';
import type { History } from '../db/history.ts';
import type { SessionPage, SoughtSessions } from '../db/library.ts';
import type {
  Amendment,
  Event,
  Feedback,
  FeedbackAbout,
  Group,
  Mark,
  MarkChange,
  NewEvent,
  NewFeedback,
  NewMark,
  Overall,
  OverallChange,
  Phase,
  PhasesChange,
  PlayedNow,
  Purpose,
  Rater,
  Rating,
  Score,
  ScoreChange,
  SessionChange,
  Submission,
  Therapist,
  Transcript,
  Waveform,
} from '../db/model.ts';
import type { Withheld } from '../db/openRating.ts';
import type { Subject, SubjectProgress, Subjects } from '../db/progress.ts';
import type { Results } from '../db/results.ts';
import type { AgreementApi } from './agreement.ts';
import type { BackupsApi } from './backups.ts';
import type { Done, Found } from './bridge.ts';
import type { CertificatesApi } from './certificates.ts';
import type { ConsensusApi } from './consensus.ts';
import type { ConversionBegun, ConversionFinished, ConversionWritten } from './conversion.ts';
import type { DeletingApi } from './deleting.ts';
import type { KeepingApi } from './keeping.ts';
import type { LibrariesApi } from './libraries.ts';
import type { LogApi } from './log.ts';
import type { ProgrammesApi } from './programmes.ts';
import type { Linked } from './recordings.ts';
import type { ChartFile, PdfFile, SavedFile } from './saving.ts';
import type { SiteApi } from './site.ts';
import type { TranscriptImported } from './transcripts.ts';
import type { VaultApi } from './vault.ts';
import type { Library, RatingView, SessionView } from './views.ts';
import type { WarningsApi } from './warnings.ts';

export type * from './agreement.ts';
export type * from './backups.ts';
export * from './bridge.ts';
export * from './calls.ts';
export type * from './certificates.ts';
export type * from './certification.ts';
export type * from './consensus.ts';
export type * from './conversion.ts';
export type * from './deleting.ts';
export type * from './keeping.ts';
export type * from './libraries.ts';
export type * from './log.ts';
export type * from './programmes.ts';
export type * from './recordings.ts';
export type * from './saving.ts';
export type * from './settings.ts';
export type * from './site.ts';
export * from './told.ts';
export type * from './transcripts.ts';
export type * from './vault.ts';
export type * from './views.ts';
export type * from './warnings.ts';

/** What came of printing: without a printer there is no dialog either. */
export type Printed = 'printed' | 'notPrinted' | 'noPrinter';

/** What can be asked of the record while a library is open. */
export interface RecordApi {
  library(): Promise<Library>;
  /** A page of the sessions that are sought, newest first: `count` of them, at most 200, after the first `from`. */
  sessions(asked: SoughtSessions & { from: number; count: number }): Promise<SessionPage>;
  addGroup(group: Omit<Group, 'id'>): Promise<Group>;
  addTherapist(therapist: Omit<Therapist, 'id'>): Promise<Therapist>;
  addRater(rater: { name: string; kind: 'supervisor' | 'trainee' | 'expert' }): Promise<Rater>;

  /** Undefined when there is no such session. */
  session(id: string): Promise<SessionView | undefined>;
  /** Changes the fields that are given. */
  editSession(change: SessionChange): Promise<Found>;
  phases(sessionId: string): Promise<Phase[]>;
  /** Puts the whole list of a session's phases; one step for undo at the desk of `ratingId`. The phases as they are now. */
  setPhases(change: PhasesChange): Promise<Phase[]>;

  /** Asks for a file and makes a session around it. */
  chooseRecording(): Promise<Linked>;
  /** Asks for the file of a recording that has moved. `force` takes a file with other content as well. */
  relinkRecording(request: { sessionId: string; force: boolean }): Promise<Linked>;

  /** Remembers how loud a recording is played: 0 to 100 per cent, quiet voices lifted by 0 to 12 dB. */
  keepSound(sound: { recordingId: string; volume: number; gainDb: number }): Promise<void>;

  /**
   * Says who sits in front of the screen: a rater, a therapist as rater of the own work, or nobody. What is shown
   * of others' ratings depends on it.
   */
  chooseRater(who: { raterId: string } | { therapistId: string } | null): Promise<Found>;
  /**
   * Opens the one rating of this session, rater and purpose, in its latest version; made the first time. Its rater
   * then sits in front of the screen. Undefined when this rater does not rate this session for this purpose.
   */
  beginRating(request: BeginRating): Promise<Rating | undefined>;
  rating(id: string): Promise<RatingView | Withheld | undefined>;
  /** Shows others' ratings of a session although an own one is not submitted, and keeps that it was done. */
  showOthers(sessionId: string): Promise<Found>;
  /** Remembers where the rater is and what was played since. */
  keepPlayed(played: PlayedNow): Promise<Coverage | undefined>;

  /** Items without a rating, in order, and 0 for the overall. */
  missing(ratingId: string): Promise<number[] | undefined>;
  /** Locks the rating, when what is missing has its reasons. */
  submit(submission: Submission): Promise<Submitted | undefined>;
  /** Opens the next version of a submitted rating; undefined when there is one already. */
  amend(amendment: Amendment): Promise<Rating | undefined>;
  /** Every change of a rating, in all its versions, newest first; `before` is the `next` of the page before. */
  history(request: { ratingId: string; before?: number | undefined }): Promise<History | undefined>;

  addMark(mark: NewMark): Promise<Mark>;
  /** Changes the fields that are given. The mark as it is now; undefined when it is gone. */
  editMark(change: MarkChange): Promise<Mark | undefined>;
  removeMark(id: string): Promise<Found>;
  /** Changes the fields that are given; 'no occasion' and a rating exclude each other. The score as it is now. */
  editScore(change: ScoreChange): Promise<Score>;
  editOverall(change: OverallChange): Promise<Overall>;
  undo(ratingId: string): Promise<Found>;
  redo(ratingId: string): Promise<Found>;

  /** What submitted ratings say of one session; undefined when there is no such session. */
  results(sessionId: string): Promise<Results | undefined>;
  /** Whose progress can be looked at. */
  subjects(): Promise<Subjects>;
  /** What submitted ratings say of the sessions of a therapist, a pair or a group. */
  progress(subject: Subject): Promise<SubjectProgress>;
  addEvent(event: NewEvent): Promise<Event>;
  editEvent(event: Event): Promise<Found>;
  removeEvent(id: string): Promise<Found>;
  /** What raters wrote, as far as the viewer may see it. */
  feedback(about: FeedbackAbout): Promise<Feedback[]>;
  /** Keeps what the viewer writes, in place of what they wrote before; false when nobody sits there. */
  putFeedback(feedback: NewFeedback): Promise<Done>;

  /** Undefined when the session has none. */
  transcript(sessionId: string): Promise<Transcript | undefined>;
  /** Asks for a file and takes what is in it, in place of any earlier transcript. */
  importTranscript(sessionId: string): Promise<TranscriptImported>;
  removeTranscript(sessionId: string): Promise<Found>;

  /** Asks for a printer and prints what the window shows under its print style. */
  print(): Promise<Printed>;
  /** Asks for a place and writes the same as a PDF there. */
  savePdf(file: PdfFile): Promise<SavedFile>;
  /** Asks for a place and writes a chart, or its numbers, there. */
  saveChart(file: ChartFile): Promise<SavedFile>;

  /** Of what the recording holds now; undefined when it was not drawn yet. */
  waveform(recordingId: string): Promise<Waveform | undefined>;
  keepWaveform(waveform: Waveform): Promise<Found>;

  /** Asks for a place for a playable copy of a session's recording, and holds it ready. One at a time. */
  beginConversion(sessionId: string): Promise<ConversionBegun>;
  /** Writes a part of the copy, at most 16 MiB, in any order. */
  writeConversion(part: {
    conversionId: string;
    position: number;
    bytes: Uint8Array;
  }): Promise<ConversionWritten>;
  /** Checks the copy, puts it in its place, and points the session's recording to it. */
  finishConversion(conversionId: string): Promise<ConversionFinished>;
  /** Leaves nothing of the copy behind. */
  cancelConversion(conversionId: string): Promise<Found>;
}

/** All of it. */
export interface Api
  extends RecordApi,
    SiteApi,
    LibrariesApi,
    VaultApi,
    WarningsApi,
    BackupsApi,
    AgreementApi,
    ConsensusApi,
    LogApi,
    DeletingApi,
    KeepingApi,
    ProgrammesApi,
    CertificatesApi {}

export type BeginRating = {
  sessionId: string;
  /** A rater, or the therapist of this session who rates the own work. A consensus comes of a meeting only. */
  by: { raterId: string; purpose: Exclude<Purpose, 'selfRating' | 'consensus'> } | { therapistId: string };
};
