/** Opens the record in the folder of a library, with its migrations beside the program. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type NotOpened, OpenError } from '../db/open.ts';
import { openStore, type Store } from '../db/store.ts';
import type { LibraryKeys } from './vault/keyFile.ts';
import { recordFile } from './vault/places.ts';

export type Opened = { store: Store } | { reason: NotOpened; file: string };

/** @param atLeast the number of the last change that is known to have been acknowledged */
export function openLibrary(
  folder: string,
  { database: key }: LibraryKeys,
  migrations: string,
  atLeast = 0,
): Opened {
  const file = recordFile(folder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return { reason: 'unwritable', file };
  }
  try {
    const store = openStore({ file, key, migrations, now: () => new Date(), newId: randomUUID });
    if (store.lastNumber() >= atLeast) return { store };
    // What is damaged may be in the log of writes, which tidying up would throw away.
    store.leave();
    return { reason: 'incomplete', file };
  } catch (error) {
    if (error instanceof OpenError) return { reason: error.reason, file };
    throw error;
  }
}
