import type { NotOpened } from '../db/open.ts';
import type { InUse } from './warnings.ts';

/** `keysGone`: the folder or its key file is not there. `notEncrypted`: a library from before there were keys. */
export type ReasonNotOpened = NotOpened | 'keysGone' | 'notEncrypted';

/**
 * Which library the window is in front of. `locked`: it asks for the passphrase, in `waitMs` at the earliest, or for
 * the keychain. `open` with a step: that comes before anything else. `notOpened`: what stands in the way.
 */
export type LibraryState =
  | { state: 'none' }
  | { state: 'locked'; folder: string; keychain: boolean; waitMs: number }
  | { state: 'open'; folder: string; step: EntranceStep | null }
  | { state: 'notOpened'; folder: string; reason: ReasonNotOpened }
  /** `inUse`: another has it open. `takenOver`: another opened it while it was open here. */
  | { state: 'notOpened'; folder: string; reason: 'inUse' | 'takenOver'; by: InUse };

/** Told a recovery code that must be kept; opened by it, so that the passphrase must be a new one. */
export type EntranceStep = 'recoveryCode' | 'newPassphrase';

/** `weak`: less than main takes in any case. */
type NotSaved = { outcome: 'weak' | 'noRoom' | 'unwritable' };
type Wrong = { outcome: 'wrong'; waitMs: number };

/** What came of making a library, or of locking an old one; it is open then, and `recoveryCode` tells the code. */
export type LibraryMade =
  | { outcome: 'made' }
  /** Something lies in that folder already. */
  | { outcome: 'taken' }
  | NotSaved;

/** The old library is as it was unless it is `made`. */
export type LibraryEncrypted = { outcome: 'made' | 'damaged' | 'locked' | 'notOpened' } | NotSaved;

/**
 * `wrong`: the next try is taken in `waitMs`, and not before. `gone`: there is no key file for this kind of secret.
 * `notOpened`: the secret was right; `start` tells more.
 */
export type Unlocked = { outcome: 'open' | 'notOpened' | 'gone' } | Wrong;

export type Secret = { passphrase: string } | { recoveryCode: string } | { keychain: true };

export type PassphraseChanged = { outcome: 'saved' } | Wrong | NotSaved;

/** `made`: `recoveryCode` tells the new one; the old one holds until the new one is kept. */
export type CodeMade = { outcome: 'made' } | Wrong;

/** `wrong`: that is not how the code ends. */
export type CodeKept = { outcome: 'saved' | 'wrong' | 'noRoom' | 'unwritable' };

/** `available`: the system has a real keychain. `kept`: it opens this library. */
export type KeychainState = { available: boolean; kept: boolean };

/** One that was open on this machine. */
export type KnownLibrary = {
  folder: string;
  /** Of the folder. */
  name: string;
  /** False when the folder is gone. */
  there: boolean;
};

/** About the keys of the library that is open. */
export interface VaultApi {
  /** Gives the keys to the keychain of the system, or takes them away. */
  useKeychain(on: boolean): Promise<KeychainState>;
  /** Asks for the present passphrase, but after the recovery code: `present` is null then. */
  changePassphrase(request: { present: string | null; passphrase: string }): Promise<PassphraseChanged>;
  newRecoveryCode(request: { passphrase: string }): Promise<CodeMade>;
  /** The code that is to be kept now; null when none is waiting. */
  recoveryCode(): Promise<string | null>;
  /** Told the last group as a proof, takes the code in use. */
  keepRecoveryCode(lastGroup: string): Promise<CodeKept>;
}
