/** Backups, what would change by going back to one, and a damaged record. */
import type { Compared, OneSided } from '../db/compare.ts';
import type { Counts } from '../db/copy.ts';
import type { Salvaged } from '../db/salvage.ts';

export type { OneSided, Salvaged };

export type Backup = {
  /** Of its file, and what it is asked for by. */
  name: string;
  /**
   * `automatic`, `asked`: as the record was then. `beforeRestore`, `beforeMigration`: made before all of it was
   * changed. `salvaged`: what could be read of a damaged file; `damaged`: that file itself.
   */
  kind: 'automatic' | 'asked' | 'beforeRestore' | 'beforeMigration' | 'salvaged' | 'damaged';
  /** ISO-8601 UTC, by the clock of then. */
  at: string;
  bytes: number;
  /** What is in it; undefined when it cannot be read. */
  counts: Counts | undefined;
};

/** Why the last one could not be made; nothing that was there is touched then. */
export type BackupTrouble = 'noRoom' | 'unwritable';

export type Backups = {
  /** Where they lie. */
  folder: string;
  /** Newest first. */
  list: Backup[];
  trouble: BackupTrouble | undefined;
  /** What was there before the latest restore, for as long as it is kept. */
  undo: Backup | undefined;
};

/** `damaged`: the record itself cannot be read whole; the window starts again with what can be done. */
type BackupMade = { outcome: 'made' | BackupTrouble | 'damaged' };

/** `compared` is undefined when the present record cannot be read. */
export type RestorePreview =
  | { outcome: 'good'; backup: Backup; compared: Compared | undefined }
  | { outcome: 'damaged' | 'gone' };

/** `restored`: the library is open again, as it was then; the window starts anew. Otherwise nothing was changed. */
export type Restored = {
  outcome: 'restored' | 'notOpened' | 'damaged' | 'gone' | BackupTrouble;
};

/** `salvaged`: a backup with what could be read; it is restored like any other. */
export type SalvageMade =
  | { outcome: 'salvaged'; name: string; found: Salvaged }
  | { outcome: 'nothing' | BackupTrouble };

/**
 * `folder` is where it lies: a library of its own that this program opens. `underWay`: another one is being made, or
 * asked about.
 */
export type ElsewhereMade =
  | { outcome: 'made'; folder: string }
  | { outcome: 'cancelled' | 'damaged' | 'insideLibrary' | 'underWay' | BackupTrouble };

/** While a library is open, and while a damaged one is put right. */
export interface BackupsApi {
  /** Undefined when no library is open, nor a damaged one whose passphrase was given. */
  backups(): Promise<Backups | undefined>;
  /** Makes one at once, whether anything is new or not. */
  makeBackup(): Promise<BackupMade>;
  /** Reads a backup through, and compares it with the record as it is. */
  previewRestore(name: string): Promise<RestorePreview>;
  /** Puts the record as it is among the backups, and a backup in its place. The window starts anew after it. */
  restoreBackup(name: string): Promise<Restored>;
  /** Takes what can be read of a damaged record into a backup. The damaged file stays as it is. */
  salvage(): Promise<SalvageMade>;
  /** Asks for a folder and makes a library of its own there, with the kept recordings if wanted. One at a time. */
  backUpElsewhere(what: { recordings: boolean }): Promise<ElsewhereMade>;
  cancelBackUpElsewhere(): Promise<void>;
}
