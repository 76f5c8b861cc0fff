/** What the page and its worker tell each other about a waveform. */

export type ToWorker =
  | { kind: 'draw'; url: string; durationMs: number | null }
  /** While somebody watches, half of the time is left to the player. */
  | { kind: 'gently'; gently: boolean };

export type FromWorker =
  /** 0 to 1. */
  | { kind: 'progress'; progress: number }
  /** No steps at all: there is no sound in the recording. */
  | { kind: 'drawn'; stepMs: number; peaks: Uint8Array<ArrayBuffer> }
  /** The sound is there, and this player has no decoder for it. */
  | { kind: 'undecodable' }
  /** The file could not be read to its end. */
  | { kind: 'failed'; why: string };
