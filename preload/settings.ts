/** Keys pressed together: a key by its physical code, with what is held. Ctrl is Cmd on a Mac. */
export type Chord = { code: string; shift?: true; ctrl?: true; alt?: true };

/** What belongs to this machine and not to a library; kept in the user-data folder. */
export type Settings = {
  language: 'nb' | 'en';
  colours: 'auto' | 'light' | 'dark';
  /** Who sits in front of the screen; changed by `chooseRater` and `beginRating` only. */
  raterId: string | null;
  /** Where something was saved last; kept by the main process. */
  exportFolder: string | null;
  /** Folders of libraries, the one that was open last first; kept by the main process. */
  libraries: readonly string[];
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
  /** Folders of libraries of whose place the person has read; kept by the main process. */
  placesRead: readonly string[];
  /** The library locks itself after so long without input: 0 to 120 minutes, 0 for never. */
  lockAfterMinutes: number;
  /** How long a new recording may be kept, in months from the day it is added: 1 to 240; null for no limit. */
  keepMonths: number | null;
};

/** Some of the settings; what is absent or undefined stays as it is. */
export type SomeSettings = {
  [Key in Exclude<keyof Settings, 'raterId' | 'exportFolder' | 'libraries' | 'placesRead'>]?:
    | Settings[Key]
    | undefined;
};
