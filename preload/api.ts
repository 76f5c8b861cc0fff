/** The contract: what the window may ask of the main process, and what it is told. */
import type { Coverage } from '../db/coverage.ts';
import type { Submitted } from '../db/finishing.ts';
import type { History } from '../db/history.ts';
import type { LatestChanges } from '../db/latestChanges.ts';
import type { SessionPage, SoughtSessions } from '../db/library.ts';
import type {
  Amendment,
  Edition,
  Event,
  Feedback,
  FeedbackAbout,
  Group,
  Mark,
  MarkChange,
  NewEdition,
  NewEvent,
  NewFeedback,
  NewMark,
  NewTextPack,
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
  TextPack,
  Therapist,
  Transcript,
  Waveform,
} from '../db/model.ts';
import type { Renamed } from '../db/naming.ts';
import type { Withheld } from '../db/openRating.ts';
import type { Subject, SubjectProgress, Subjects } from '../db/progress.ts';
import type { Results } from '../db/results.ts';
import type { DueRecording } from '../db/retention.ts';
import type { Verified } from '../db/verify.ts';
import type { Deletable, WhatGoes } from '../db/whatGoes.ts';
import type {
  AgreementBasis,
  AgreementMeasure,
  AgreementMoments,
  AgreementPair,
  AgreementScope,
  AgreementSide,
  AgreementTable,
} from './agreement.ts';
import type { BackupMade, Backups, ElsewhereMade, Restored, RestorePreview, SalvageMade } from './backups.ts';
import type { ConversionBegun, ConversionFinished, ConversionWritten } from './conversion.ts';
import type { DeletionDone, Retention } from './deleting.ts';
import type { Binned, Kept, TakenOut } from './keeping.ts';
import type { Linked } from './recordings.ts';
import type { ChartFile, PdfFile, SavedFile } from './saving.ts';
import type { Settings, SomeSettings } from './settings.ts';
import type { PackChecked } from './textPacks.ts';
import type { TranscriptImported } from './transcripts.ts';
import type {
  CodeKept,
  CodeMade,
  KeychainState,
  KnownLibrary,
  LibraryEncrypted,
  LibraryMade,
  LibraryState,
  PassphraseChanged,
  Secret,
  Unlocked,
} from './vault.ts';
import type { Library, RatingView, SessionView, Site } from './views.ts';
import type { Warnings } from './warnings.ts';

export type * from './agreement.ts';
export type * from './backups.ts';
export * from './bridge.ts';
export * from './calls.ts';
export type * from './conversion.ts';
export type * from './deleting.ts';
export type * from './keeping.ts';
export type * from './recordings.ts';
export type * from './saving.ts';
export type * from './settings.ts';
export type * from './textPacks.ts';
export * from './told.ts';
export type * from './transcripts.ts';
export type * from './vault.ts';
export type * from './views.ts';
export type * from './warnings.ts';

export type Start = {
  settings: Settings;
  version: string;
  /** True for the demo, whose people and recording are made up. */
  demo: boolean;
  library: LibraryState;
};

/** What came of printing: without a printer there is no dialog either. */
export type Printed = 'printed' | 'notPrinted' | 'noPrinter';

type Found = { found: boolean };
/** False when the record does not allow it: nothing was changed then. */
type Done = { done: boolean };

export interface Api {
  start(): Promise<Start>;
  saveSettings(settings: SomeSettings): Promise<Settings>;

  /** Where a new library would be made. */
  libraryPlace(): Promise<string>;
  /** Asks for another folder; the one that holds then. */
  chooseLibraryPlace(): Promise<string>;
  /** Makes a library there and opens it; `keychain` gives its keys to the keychain of the system as well. */
  makeLibrary(request: { passphrase: string; keychain: boolean }): Promise<LibraryMade>;
  /** Asks for the folder of a library; not while one is open. */
  chooseLibrary(): Promise<{ chosen: boolean }>;
  /** Locks what is open and turns away from it, to make or choose another. */
  leaveLibrary(): Promise<void>;
  /** Those that were open on this machine, the last one first. */
  libraries(): Promise<KnownLibrary[]>;
  /** Turns to one of them; what is open is locked. */
  turnToLibrary(folder: string): Promise<Found>;
  /** Takes one off the list; nothing of it is touched. */
  forgetLibrary(folder: string): Promise<KnownLibrary[]>;
  unlock(secret: Secret): Promise<Unlocked>;
  /** Closes the library; the window is emptied and starts again at the lock. */
  lock(): Promise<void>;
  /** Locks as `lock` does; asks first while a copy is being made. */
  lockByHand(): Promise<void>;
  /** Encrypts the library that is there without keys, in its place. */
  encryptLibrary(request: { passphrase: string; keychain: boolean }): Promise<LibraryEncrypted>;

  keychain(): Promise<KeychainState>;
  /** Gives the keys to the keychain of the system, or takes them away. */
  useKeychain(on: boolean): Promise<KeychainState>;
  /** Asks for the present passphrase, but after the recovery code: `present` is null then. */
  changePassphrase(request: { present: string | null; passphrase: string }): Promise<PassphraseChanged>;
  newRecoveryCode(request: { passphrase: string }): Promise<CodeMade>;
  /** The code that is to be kept now; null when none is waiting. */
  recoveryCode(): Promise<string | null>;
  /** Told the last group as a proof, takes the code in use. */
  keepRecoveryCode(lastGroup: string): Promise<CodeKept>;

  /** Goes back to the lock of a library that was not opened. `anyway`: although another has it open. */
  tryAgain(request: { anyway: boolean }): Promise<void>;

  /** What is to be known of the machine's clock and of the place of the open library. */
  warnings(): Promise<Warnings>;
  /** Keeps that it was read: about the clock until the library is opened again, about the place for good. */
  readWarning(which: 'clock' | 'place'): Promise<void>;

  /** Undefined when no library is open, nor a damaged one whose passphrase was given. */
  backups(): Promise<Backups | undefined>;
  /** Makes one at once, whether anything is new or not. */
  makeBackup(): Promise<BackupMade>;
  /** Reads a backup through, and compares it with the record as it is. */
  previewRestore(name: string): Promise<RestorePreview>;
  /** Puts the record as it is among the backups, and a backup in its place. The window starts anew after it. */
  restoreBackup(name: string): Promise<Restored>;
  /** Takes what can be read of a damaged record into a backup. The damaged file stays as it is. */
  salvage(): Promise<SalvageMade>;
  /** Asks for a folder and makes a library of its own there, with the kept recordings if wanted. One at a time. */
  backUpElsewhere(what: { recordings: boolean }): Promise<ElsewhereMade>;
  cancelBackUpElsewhere(): Promise<void>;

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
  /** Which sessions and raters a choice leaves to compare, and what is left out. */
  agreementBasis(scope: AgreementScope): Promise<AgreementBasis>;
  /**
   * How far raters agree, over every score; seconds of work, told by `agreementProgress` and ended by
   * `cancelAgreement`. `runId` is a UUID of the window's own.
   */
  agreement(request: {
    runId: string;
    scope: AgreementScope;
  }): Promise<AgreementTable | { outcome: 'cancelled' }>;
  cancelAgreement(runId: string): Promise<Found>;
  /** Two raters on one score, session by session. */
  agreementPair(request: {
    scope: AgreementScope;
    measure: AgreementMeasure;
    side: AgreementSide;
    first: string;
    second: string;
  }): Promise<AgreementPair>;
  /** Which marks of two raters of a session are the same moment; undefined when it has no such ratings. */
  agreementMoments(request: {
    sessionId: string;
    first: string;
    second: string;
    edition: string | null;
    /** How far apart two moments may be, 0 to 600,000. */
    toleranceMs: number;
  }): Promise<AgreementMoments | undefined>;
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

  /** What the site has set for everybody. */
  site(): Promise<Site>;
  /** Puts the whole list; empty for the usual names of the language. */
  setPhaseNames(names: string[]): Promise<string[]>;
  addEdition(edition: NewEdition): Promise<Edition>;
  /** Not the built-in one, and none that ratings follow. */
  editEdition(edition: NewEdition & Pick<Edition, 'id'>): Promise<Done>;
  /** Nor the one in use. */
  removeEdition(id: string): Promise<Done>;
  /** New ratings follow it; those begun keep theirs. */
  useEdition(id: string): Promise<Done>;
  /** Looks at what was pasted, as JSON or rows; `name` is for rows. */
  checkTextPack(request: { language: 'nb' | 'en'; name: string; text: string }): Promise<PackChecked>;
  /** Asks for a file and looks at it. */
  chooseTextPack(language: 'nb' | 'en'): Promise<PackChecked | { outcome: 'cancelled' }>;
  /** Takes the place of the language's pack. */
  putTextPack(pack: NewTextPack): Promise<TextPack>;
  removeTextPack(language: 'nb' | 'en'): Promise<Found>;
  /** Asks where to keep the language's pack as a file. */
  exportTextPack(language: 'nb' | 'en'): Promise<{ outcome: 'saved' | 'cancelled' | 'failed' }>;

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

  /** Goes through the whole log; undefined when it was cancelled. How far it is, is told as `verifying`. */
  verifyLog(): Promise<Verified | undefined>;
  cancelVerify(): Promise<void>;
  /** Who did what, newest first; `before` is the `next` of the page before. */
  latestChanges(request: { before?: number | undefined }): Promise<LatestChanges>;

  /** What would go with a thing, and what would stay; undefined when there is no such thing. */
  whatGoes(what: Deletable): Promise<WhatGoes | undefined>;
  /**
   * Deletes it with all that was shown to go, as of then. `bin` moves the file that a recording is linked to into the
   * bin, `backups` removes older backups.
   */
  deleteIt(what: Deletable & { asOf: number; bin: boolean; backups: boolean }): Promise<DeletionDone>;
  /** Gives another name; `forget` takes the names before out of the log as well. */
  rename(
    named:
      | { noun: 'therapist'; id: string; code: string; name: string; forget: boolean }
      | { noun: 'group' | 'rater'; id: string; name: string; forget: boolean },
  ): Promise<{ outcome: Renamed | 'nobody'; finished: boolean }>;
  /** How long a session's recording may be kept; undefined without a recording. */
  retention(sessionId: string): Promise<Retention | undefined>;
  /** The last day on which a recording may be kept, YYYY-MM-DD; null for no limit. */
  keepUntil(request: { recordingId: string; day: string | null }): Promise<Found>;
  /** Recordings that may be kept no longer than thirty days from `today`, what is longest overdue first. */
  due(): Promise<{ today: string; recordings: DueRecording[] }>;
  /** How many recordings may be kept no longer than today. */
  dueCount(): Promise<number>;

  /**
   * Encrypts a linked recording into the library, reads it back and compares; goes on where an earlier attempt was
   * interrupted. Answers when it is over; `keeping` is told meanwhile. The original stays where it is.
   */
  keepRecording(recordingId: string): Promise<Kept>;
  /** Ends what is under way and leaves nothing of it behind. */
  cancelKeeping(): Promise<Found>;
  /** Removes what an interrupted attempt left. */
  leaveKeeping(recordingId: string): Promise<Found>;
  /** Moves the original of a kept recording to the bin, when the whole kept one is as it was written. */
  binOriginal(recordingId: string): Promise<Binned>;
  /** Asks for a place and writes a copy there that anybody can read. The library goes on keeping the recording. */
  takeOut(recordingId: string): Promise<TakenOut>;
}

export type BeginRating = {
  sessionId: string;
  /** A rater, or the therapist of this session who rates the own work. */
  by: { raterId: string; purpose: Exclude<Purpose, 'selfRating'> } | { therapistId: string };
};
