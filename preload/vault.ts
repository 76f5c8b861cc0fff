import type { NotOpened } from '../db/open.ts';
import type { InUse } from './warnings.ts';

/**
 * Which library the window is in front of. `locked`: it asks for the passphrase. `notOpened`: what stands in the way,
 * `keysGone` when the folder or its key file is not there.
 */
export type LibraryState =
  | { state: 'none' }
  | { state: 'locked'; folder: string }
  | { state: 'open'; folder: string }
  | { state: 'notOpened'; folder: string; reason: NotOpened | 'keysGone' }
  /** `inUse`: another has it open. `takenOver`: another opened it while it was open here. */
  | { state: 'notOpened'; folder: string; reason: 'inUse' | 'takenOver'; by: InUse };

/** What came of making a library; it is open then. The recovery code is told this once. */
export type LibraryMade =
  | { outcome: 'made'; recoveryCode: string }
  /** Something lies in that folder already. */
  | { outcome: 'taken' }
  | { outcome: 'noRoom' | 'unwritable' };

/** `wrong`: the next try is taken in `waitMs`, and not before. `notOpened`: the secret was right; `start` tells more. */
export type Unlocked = { outcome: 'open' } | { outcome: 'notOpened' } | { outcome: 'wrong'; waitMs: number };

export type Secret = { passphrase: string } | { recoveryCode: string };
