/** The record as it was before a new version of the program changes its tables. */
import { existsSync } from 'node:fs';
import { orReason, versionOf } from '../../db/copy.ts';
import { migrationsIn, type NotOpened } from '../../db/open.ts';
import { inRecordWorker } from '../inRecordWorker.ts';
import type { LibraryKeys } from '../vault/keyFile.ts';
import { recordFile } from '../vault/places.ts';

/** @returns why the library is not opened: without a whole copy nothing is changed. Undefined when it may be. */
export async function backUpBeforeMigration(
  folder: string,
  { database: key }: LibraryKeys,
  migrations: string,
): Promise<NotOpened | undefined> {
  const file = recordFile(folder);
  if (!existsSync(file)) return undefined;
  const found = orReason(() => ({ version: versionOf(file, key) }));
  // What is wrong with it is told where it is opened. An empty one has nothing to lose.
  if ('reason' in found || found.version === 0) return undefined;
  if (found.version >= migrationsIn(migrations).length) return undefined;
  const made = await inRecordWorker({ do: 'make', folder, key, kind: 'beforeMigration', now: new Date() });
  switch (made.outcome) {
    case 'notRead':
      return made.reason;
    case 'noRoom':
      return 'full';
    case 'unwritable':
      return 'unwritable';
    default:
      return undefined;
  }
}
