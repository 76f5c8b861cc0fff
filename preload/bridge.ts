/** How questions and answers travel between the window and the main process. */
import type { NotOpened } from '../db/open.ts';
import type { Refusal } from '../db/refused.ts';
import type { Api } from './api.ts';
import type { Linked } from './recordings.ts';
import type { Told } from './told.ts';
import type { TranscriptImported } from './transcripts.ts';

/** The channel for files that were dropped on the window; only the bridge can send a path on it. */
export const droppedChannel = 'linkDropped';

/** The same for a transcript, with the session that gets it. */
export const transcriptDroppedChannel = 'transcriptDropped';

/** An answer, or why the record could not take what was asked; nothing was changed then. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: NotOpened | Refusal | 'gone' | 'takenOver' | 'closed' };

/** Calls back each time the window is told this; returns its off. */
type On = <Name extends keyof Told>(name: Name, listener: (value: Told[Name]) => void) => () => void;

export type Bridge = {
  [Name in keyof Api]: (
    ...argument: Parameters<Api[Name]>
  ) => Promise<Answer<Awaited<ReturnType<Api[Name]>>>>;
} & {
  on: On;
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

/** Whether there was such a thing. */
export type Found = { found: boolean };

/** False when the record does not allow it: nothing was changed then. */
export type Done = { done: boolean };
