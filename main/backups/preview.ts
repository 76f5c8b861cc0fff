/** What going back to a backup would take away, and what it would bring back. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareRecords } from '../../db/compare.ts';
import { checkRecord, orReason } from '../../db/copy.ts';
import type { DatabaseKey } from '../../db/open.ts';
import type { RestorePreview } from '../../preload/api.ts';
import { backupsFolder, recordFile } from '../vault/places.ts';
import { backupNamed } from './names.ts';

export function previewRestore(folder: string, key: DatabaseKey, name: string): RestorePreview {
  const file = join(backupsFolder(folder), name);
  const named = backupNamed(name);
  if (named === undefined || !existsSync(file)) return { outcome: 'gone' };
  const found = checkRecord(file, key);
  if ('reason' in found) return { outcome: 'damaged' };
  const compared = orReason(() => compareRecords(recordFile(folder), file, key));
  return {
    outcome: 'good',
    backup: { ...named, bytes: statSync(file).size, counts: found.counts },
    compared: 'reason' in compared ? undefined : compared,
  };
}
