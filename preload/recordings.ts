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
  /** A container or a codec that is not played, but can be made playable in a copy; the window adds `inLibrary`. */
  | { kind: 'convert'; name: string; inLibrary?: true }
  /** Another file lies where the recording was. */
  | { kind: 'changed' }
  /** The library's own file of a kept recording is not there. */
  | { kind: 'keptGone' }
  /** It is not as it was written. Playable tells whether there is something to play. */
  | { kind: 'keptDamaged'; playable: boolean };

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
  /** When it was taken into the library, encrypted (ISO-8601 UTC); null while it is used where it lies. */
  keptAt: string | null;
  /** Whether the original of a kept recording still lies where it was. */
  original: boolean;
  /** Whether taking it into the library was begun and interrupted. */
  interrupted: boolean;
};

/** What came of giving the program a file. */
export type Linked =
  | { outcome: 'linked'; sessionId: string; problem: MediaProblem | null }
  /** The very same recording is in the library already. */
  | { outcome: 'known'; sessionId: string }
  /** Another recording than the one that was linked, as told by content: nothing was changed. */
  | { outcome: 'different'; name: string; durationMs: number | null }
  | { outcome: 'refused'; name: string; problem: MediaProblem }
  | { outcome: 'cancelled' };
