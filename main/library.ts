/** Opens the library's folder: the database in it, with its migrations beside the program. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type NotOpened, OpenError } from '../db/open.ts';
import { openStore, type Store } from '../db/store.ts';

export type Opened = { store: Store } | { reason: NotOpened; file: string };

export function openLibrary(folder: string, migrations: string): Opened {
  const file = join(folder, 'record.db');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return { reason: 'unwritable', file };
  }
  try {
    return { store: openStore({ file, migrations, now: () => new Date(), newId: randomUUID }) };
  } catch (error) {
    if (error instanceof OpenError) return { reason: error.reason, file };
    throw error;
  }
}
