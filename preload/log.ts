import type { LatestChanges } from '../db/latestChanges.ts';
import type { Verified } from '../db/verify.ts';

/** Who did what, and whether the log of it is unbroken. */
export interface LogApi {
  /** Goes through the whole log; undefined when it was cancelled. How far it is, is told as `verifying`. */
  verifyLog(): Promise<Verified | undefined>;
  cancelVerify(): Promise<void>;
  /** Who did what, newest first; `before` is the `next` of the page before. */
  latestChanges(request: { before?: number | undefined }): Promise<LatestChanges>;
}
