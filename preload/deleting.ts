import type { Renamed } from '../db/naming.ts';
import type { DueRecording } from '../db/retention.ts';
import type { Deletable, DeletionRefusal, WhatGoes } from '../db/whatGoes.ts';
import type { Found } from './bridge.ts';

/**
 * What became of the file that a deleted recording was linked to: `left` where it lies; `binned`; `notBinned`, because
 * it is gone, another one, or the bin did not take it.
 */
export type LinkedFile = 'left' | 'binned' | 'notBinned';

/** `finished` is false when a file could not be removed yet: it is tried again at the next start. */
export type DeletionDone =
  | { outcome: 'deleted'; file: LinkedFile; finished: boolean; backups: 'kept' | 'removed' | 'notRemoved' }
  /** There is no such thing any more. */
  | { outcome: 'gone' }
  /** More happened since it was shown what goes: it has to be looked at again. */
  | { outcome: 'changed' }
  | { outcome: 'refused'; refused: DeletionRefusal };

/** How long the recording of a session may be kept. */
type Retention = {
  recordingId: string;
  name: string;
  kept: boolean;
  /** YYYY-MM-DD; null for no limit. */
  keepUntil: string | null;
};

/** Deleting, other names, and how long recordings may be kept. */
export interface DeletingApi {
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
}
