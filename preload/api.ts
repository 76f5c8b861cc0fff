/** The contract: what the window may ask of the main process, and what it is told. */
import type { Coverage } from '../db/coverage.ts';
import type { Submitted } from '../db/finishing.ts';
import type { History } from '../db/history.ts';
import type { SessionRow } from '../db/library.ts';
import type {
  Amendment,
  Edition,
  Gap,
  Group,
  Mark,
  MarkChange,
  NewEdition,
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
  Session,
  SessionChange,
  Submission,
  TextPack,
  Therapist,
  Transcript,
  Waveform,
} from '../db/model.ts';
import type { NotOpened } from '../db/open.ts';
import type { ConversionBegun, ConversionFinished, ConversionWritten } from './conversion.ts';

export type * from './conversion.ts';

/** Keys pressed together: a key by its physical code, with what is held. Ctrl is Cmd on a Mac. */
export type Chord = { code: string; shift?: true; ctrl?: true; alt?: true };

import type { Withheld } from '../db/openRating.ts';
import type { SessionScore } from '../db/others.ts';
import type { TherapistProgress } from '../db/progress.ts';
import type { Version } from '../db/ratings.ts';
import type { Refusal } from '../db/refused.ts';

/** What belongs to this machine and not to a library; kept in the user-data folder. */
export type Settings = {
  language: 'nb' | 'en';
  colours: 'auto' | 'light' | 'dark';
  /** Who sits in front of the screen; changed by `chooseRater` and `beginRating` only. */
  raterId: string | null;
  /** Share of the desk's width that the picture takes, in per cent: 40 to 75. */
  deskSplit: number;
  /** Playing again after a pause steps back this far: 0 to 10,000 ms. */
  resumeBackMs: number;
  /** A jump to a mark starts this much before it: 0 to 15,000 ms. */
  preRollMs: number;
  /** Writing a note pauses, and Enter plays on. */
  notePauses: boolean;
  /** Chords of the actions that have others than the usual ones; none at all for an empty list. */
  keys: Readonly<Record<string, readonly Chord[]>>;
  /** What stands above the transport: the picture, the transcript, or both side by side. */
  stage: 'picture' | 'both' | 'transcript';
  /** Whether what is being said stands on the picture. */
  captions: boolean;
  /** Submitting a rating of which less was played than this brings a word about it. Per cent; 0 for never. */
  coverageWarning: number;
};

/** Some of the settings; what is absent or undefined stays as it is. */
export type SomeSettings = { [Key in Exclude<keyof Settings, 'raterId'>]?: Settings[Key] | undefined };

export type Start = {
  settings: Settings;
  version: string;
  /** True for the demo, whose people and recording are made up. */
  demo: boolean;
  library: { open: true } | { open: false; reason: NotOpened; file: string };
};

export type Library = {
  sessions: SessionRow[];
  groups: Group[];
  therapists: Therapist[];
  raters: Rater[];
  /** The rater who sits in front of the screen; undefined when nobody has said. */
  viewerId: string | undefined;
};

/** What is wrong with a recording's file. */
export type MediaProblem =
  | { kind: 'gone' }
  | { kind: 'unreadable' }
  | { kind: 'empty' }
  | { kind: 'notMedia' }
  /** The file ends before its own index says it should. Playable tells whether there is something to play. */
  | { kind: 'truncated'; playable: boolean }
  /** A container or a codec that is not played, by its name. */
  | { kind: 'codec'; name: string }
  /** A container or a codec that is not played, but can be made playable in a copy. */
  | { kind: 'convert'; name: string }
  /** Another file lies where the recording was. */
  | { kind: 'changed' };

/** A recording as the window sees it: without its path. */
export type RecordingView = {
  id: string;
  name: string;
  sizeBytes: number;
  durationMs: number | null;
  picture: boolean;
  /** Codecs in the form of RFC 6381 (and `mjpeg`, which has none), for the window to ask its player about. */
  codecs: string[];
  /** The usual length of a frame of the picture; null without a picture, or where it cannot be told. */
  frameMs: number | null;
  volume: number;
  gainDb: number;
  problem: MediaProblem | null;
};

export type SessionView = {
  session: Session;
  phases: Phase[];
  recording: RecordingView | null;
  /** Of the ratings that the viewer may see now. */
  scores: SessionScore[];
};

export type Judgements = {
  marks: Mark[];
  scores: Score[];
  overall: Overall;
  canUndo: boolean;
  canRedo: boolean;
};

export type RatingView = Judgements & {
  outcome: 'open';
  rating: Rating;
  /** The edition it keeps, whatever new ratings follow. */
  edition: Pick<Edition, 'id' | 'name' | 'items'>;
  /** Why the viewer cannot change it; undefined when it can be changed. */
  lock: Refusal | undefined;
  /** Reasons for what is missing. */
  gaps: Gap[];
  /** How much of the recording was played for it. */
  coverage: Coverage;
  /** Every version of this rating, newest first. */
  versions: Version[];
};

type Site = {
  /** In order; none when the site goes by the usual names of the language. */
  phaseNames: string[];
  /** The oldest first; one of them is in use. */
  editions: Edition[];
  /** At most one for each language. */
  textPacks: TextPack[];
};

/** What is wrong with a text pack, and where; lines and columns are counted from 1. */
export type PackProblem =
  | { kind: 'unreadable' | 'tooLarge' | 'empty' | 'notPack' | 'noName' | 'longName' | 'noItems' }
  | { kind: 'notJson'; line: number; column: number }
  | { kind: 'version' | 'language'; found: string }
  | { kind: 'otherLanguage'; found: 'nb' | 'en' }
  /** A row without three cells. */
  | { kind: 'row'; line: number }
  /** An item that the scale does not have, a level that does not exist. */
  | { kind: 'item' | 'level'; line: number; found: string }
  /** What stands for an item is no list of levels. */
  | { kind: 'levels'; line: number; item: string }
  | { kind: 'twice'; item: number; level: number; line: number; again: number }
  | { kind: 'notText' | 'blank'; line: number; item: number; level: number }
  | { kind: 'long'; line: number; item: number; level: number; length: number; longest: number };

/** Nothing is kept yet. */
export type PackChecked =
  | { outcome: 'right'; pack: NewTextPack }
  | { outcome: 'wrong'; problems: PackProblem[] };

/** What came of giving the program a file. */
export type Linked =
  | { outcome: 'linked'; sessionId: string; problem: MediaProblem | null }
  /** The very same recording is in the library already. */
  | { outcome: 'known'; sessionId: string }
  /** Another recording than the one that was linked, as told by content: nothing was changed. */
  | { outcome: 'different'; name: string; durationMs: number | null }
  | { outcome: 'refused'; name: string; problem: MediaProblem }
  | { outcome: 'cancelled' };

/** What came of printing: without a printer there is no dialog either. */
export type Printed = 'printed' | 'notPrinted' | 'noPrinter';
export type SavedPdf = 'saved' | 'cancelled' | 'unwritable';
/** Why a file is not taken as a transcript. */
export type TranscriptProblem =
  | { kind: 'unreadable' }
  | { kind: 'empty' }
  /** More than 20 MB. */
  | { kind: 'tooLarge' }
  /** No text at all: a PDF, a document, a film. */
  | { kind: 'foreign' }
  /** No passage with times, or more than 50,000; the line (from 1) where reading failed first, if it did. */
  | { kind: 'noPassages' | 'tooMany'; line: number | null }
  | { kind: 'noSession' };

/** What came of giving a session a transcript. */
export type TranscriptImported =
  | {
      outcome: 'imported';
      name: string;
      passages: number;
      /** Passages that could not be read, and the line (from 1) of the first. */
      unreadable: number;
      firstUnreadable: number | null;
      /** Passages that ended before they began, or were too long: kept, with an end or a length that works. */
      mended: number;
    }
  | { outcome: 'refused'; name: string; problem: TranscriptProblem }
  | { outcome: 'cancelled' };

type Found = { found: boolean };
/** False when the record does not allow it: nothing was changed then. */
type Done = { done: boolean };

export interface Api {
  start(): Promise<Start>;
  saveSettings(settings: SomeSettings): Promise<Settings>;

  library(): Promise<Library>;
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

  /** Undefined when the session has none. */
  transcript(sessionId: string): Promise<Transcript | undefined>;
  /** Asks for a file and takes what is in it, in place of any earlier transcript. */
  importTranscript(sessionId: string): Promise<TranscriptImported>;
  removeTranscript(sessionId: string): Promise<Found>;

  /** Asks for a printer and prints what the window shows under its print style. */
  print(): Promise<Printed>;
  /** Asks for a place and writes the same as a PDF there; `name` is proposed, without the ending. */
  savePdf(name: string): Promise<SavedPdf>;
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
  /** What submitted ratings say of the sessions of a therapist. */
  progress(therapistId: string): Promise<TherapistProgress>;
}

export type BeginRating = {
  sessionId: string;
  /** A rater, or the therapist of this session who rates the own work. */
  by: { raterId: string; purpose: Exclude<Purpose, 'selfRating'> } | { therapistId: string };
};

/** Every call of the contract; a missing name is a type error. */
export const calls = Object.keys({
  start: 1,
  saveSettings: 1,
  library: 1,
  addGroup: 1,
  addTherapist: 1,
  addRater: 1,
  session: 1,
  editSession: 1,
  phases: 1,
  setPhases: 1,
  chooseRecording: 1,
  relinkRecording: 1,
  keepSound: 1,
  chooseRater: 1,
  beginRating: 1,
  rating: 1,
  showOthers: 1,
  keepPlayed: 1,
  missing: 1,
  submit: 1,
  amend: 1,
  history: 1,
  addMark: 1,
  editMark: 1,
  removeMark: 1,
  editScore: 1,
  editOverall: 1,
  undo: 1,
  redo: 1,
  progress: 1,
  print: 1,
  savePdf: 1,
  transcript: 1,
  importTranscript: 1,
  removeTranscript: 1,
  waveform: 1,
  keepWaveform: 1,
  site: 1,
  setPhaseNames: 1,
  addEdition: 1,
  editEdition: 1,
  removeEdition: 1,
  useEdition: 1,
  checkTextPack: 1,
  chooseTextPack: 1,
  putTextPack: 1,
  removeTextPack: 1,
  exportTextPack: 1,
  beginConversion: 1,
  writeConversion: 1,
  finishConversion: 1,
  cancelConversion: 1,
} satisfies Record<keyof Api, 1>);

/** The channel for files that were dropped on the window; only the bridge can send a path on it. */
export const droppedChannel = 'linkDropped';

/** The same for a transcript, with the session that gets it. */
export const transcriptDroppedChannel = 'transcriptDropped';

/** An answer, or why the record could not take what was asked; nothing was changed then. */
export type Answer<T> = { ok: true; value: T } | { ok: false; reason: NotOpened | Refusal };

export type Bridge = {
  [Name in keyof Api]: (
    ...argument: Parameters<Api[Name]>
  ) => Promise<Answer<Awaited<ReturnType<Api[Name]>>>>;
} & {
  /** Makes a session around a file dropped on the window, or relinks the recording of one. */
  linkDropped(file: File): Promise<Answer<Linked>>;
  /** Takes a file dropped on the window as the transcript of a session. */
  transcriptDropped(dropped: { sessionId: string; file: File }): Promise<Answer<TranscriptImported>>;
};

declare global {
  /** The bridge puts the contract into the page. */
  interface Window {
    readonly api: Bridge;
  }
}
