import type { DeletionRefusal } from '../db/whatGoes.ts';

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
export type Retention = {
  recordingId: string;
  name: string;
  kept: boolean;
  /** YYYY-MM-DD; null for no limit. */
  keepUntil: string | null;
};
