/** What the window and the main process tell each other while a recording is taken into the library, or out of it. */
import type { Found } from './bridge.ts';

export type KeepingStep = 'encrypting' | 'checking' | 'takingOut';

/** What is under way, one at a time. */
export type Keeping = {
  recordingId: string;
  /** Of the recording. */
  name: string;
  step: KeepingStep;
  /** How much of the step is done: 0 to 1. */
  share: number;
};

/** Why a recording was not taken into the library. Nothing is left behind, but after `stopped` and `unreadable`. */
type NotKept =
  | { outcome: 'noRoom'; neededBytes: number; freeBytes: number }
  /** The disk filled up meanwhile. */
  | { outcome: 'full' }
  /** The original has changed since it was added, or did meanwhile. */
  | { outcome: 'changed' }
  /** The original cannot be read to its end; what is there goes on when it can. */
  | { outcome: 'unreadable' }
  /** What was read back is not what was written. */
  | { outcome: 'damaged' }
  | { outcome: 'unwritable' }
  /** Something else is under way, or the recording is kept already. */
  | { outcome: 'busy' }
  | { outcome: 'cancelled' }
  /** The library was locked or closed: it can go on later. */
  | { outcome: 'stopped' };

export type Kept = { outcome: 'kept' } | NotKept;

export type TakenOut =
  | { outcome: 'takenOut'; name: string }
  | Extract<
      NotKept,
      { outcome: 'noRoom' | 'full' | 'damaged' | 'unwritable' | 'busy' | 'cancelled' | 'stopped' }
    >
  /** The place is in the library, or another recording lies there. */
  | { outcome: 'taken' };

/**
 * What came of moving the original to the bin. `changed`: another file lies there. `damaged`: what the library holds
 * is not whole, so that the original stays. `needed`: another session plays from it. `failed`: the system did not take
 * it.
 */
export type Binned = { outcome: 'binned' | 'gone' | 'changed' | 'damaged' | 'needed' | 'failed' | 'busy' };

/** Recordings on their way into the library, and out of it. */
export interface KeepingApi {
  /**
   * Encrypts a linked recording into the library, reads it back and compares; goes on where an earlier attempt was
   * interrupted. Answers when it is over; `keeping` is told meanwhile. The original stays where it is.
   */
  keepRecording(recordingId: string): Promise<Kept>;
  /** Ends what is under way and leaves nothing of it behind. */
  cancelKeeping(): Promise<Found>;
  /** Removes what an interrupted attempt left. */
  leaveKeeping(recordingId: string): Promise<Found>;
  /** Moves the original of a kept recording to the bin, when the whole kept one is as it was written. */
  binOriginal(recordingId: string): Promise<Binned>;
  /** Asks for a place and writes a copy there that anybody can read. The library goes on keeping the recording. */
  takeOut(recordingId: string): Promise<TakenOut>;
}
