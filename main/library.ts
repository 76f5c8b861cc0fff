/** Opens the record in the folder of a library, with its migrations beside the program. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { type NotOpened, OpenError, reasonOf } from '../db/open.ts';
import { openStore, type Store } from '../db/store.ts';
import type { LibraryKeys } from './vault/keyFile.ts';
import { backupsFolder, recordFile } from './vault/places.ts';
import { finishEncrypting } from './vault/plainRecord.ts';

export type Opened = { store: Store } | { reason: NotOpened; file: string };

type Options = {
  /** Who sits in front of the screen, for the log. */
  viewerId?: (() => string | null) | undefined;
  /** The number of the last change that is known to have been acknowledged. */
  atLeast?: number | undefined;
};

export function openLibrary(
  folder: string,
  { database: key }: LibraryKeys,
  migrations: string,
  { viewerId = () => null, atLeast = 0 }: Options = {},
): Opened {
  const file = recordFile(folder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return { reason: 'unwritable', file };
  }
  try {
    finishEncrypting(folder);
    // One that was used has backups: what is missing then is not made anew, as if it were empty.
    if (!existsSync(file) && existsSync(backupsFolder(folder))) return { reason: 'recordGone', file };
    const store = openStore({ file, key, migrations, now: () => new Date(), newId: randomUUID, viewerId });
    if (store.lastNumber() >= atLeast) return { store };
    // What is damaged may be in the log of writes, which tidying up would throw away.
    store.leave();
    return { reason: 'incomplete', file };
  } catch (error) {
    const reason = error instanceof OpenError ? error.reason : reasonOf(error);
    if (reason !== undefined) return { reason, file };
    throw error;
  }
}
