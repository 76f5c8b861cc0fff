/** Opens the record in the folder of a library, with its migrations beside the program. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type NotOpened, OpenError, reasonOf } from '../db/open.ts';
import { openStore, type Store } from '../db/store.ts';
import type { LibraryKeys } from './vault/keyFile.ts';
import { recordFile } from './vault/places.ts';
import { finishEncrypting } from './vault/plainRecord.ts';

export type Opened = { store: Store } | { reason: NotOpened; file: string };

/** @param viewerId who sits in front of the screen, for the log */
export function openLibrary(
  folder: string,
  { database: key }: LibraryKeys,
  migrations: string,
  viewerId: () => string | null = () => null,
): Opened {
  const file = recordFile(folder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return { reason: 'unwritable', file };
  }
  try {
    finishEncrypting(folder);
    return {
      store: openStore({ file, key, migrations, now: () => new Date(), newId: randomUUID, viewerId }),
    };
  } catch (error) {
    const reason = error instanceof OpenError ? error.reason : reasonOf(error);
    if (reason !== undefined) return { reason, file };
    throw error;
  }
}
