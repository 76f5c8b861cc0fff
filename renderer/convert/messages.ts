/** What the page and its worker tell each other while a copy is made. */
import type { Avi } from '../../preload/api';

/** What the worker is given, once; after it only the word that a part was written. */
export type Task = { address: string; sizeBytes: number; avi: Avi | undefined };

export type ToWorker = { type: 'convert'; task: Task } | { type: 'written' };

export type FromWorker =
  /** A part of the copy. The next one comes when it is written. */
  | { type: 'part'; position: number; bytes: Uint8Array<ArrayBuffer> }
  /** How much of the recording has been read: 0 to 1. */
  | { type: 'progress'; share: number }
  | { type: 'done' }
  /** A codec that is neither copied nor decoded, by its name. */
  | { type: 'refused'; codec: string }
  | { type: 'failed' };
