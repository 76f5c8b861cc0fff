/** Files of the folder backups/, and their names: pure. */
import type { Backup } from '../../preload/api.ts';

export type BackupKind = Backup['kind'];

const backupKinds = [
  'automatic',
  'asked',
  'beforeRestore',
  'beforeMigration',
  'salvaged',
  'damaged',
] as const satisfies readonly BackupKind[];

export type NamedBackup = {
  name: string;
  kind: BackupKind;
  /** When it was made by the clock of then: ISO-8601 UTC. */
  at: string;
};

const pattern = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)\\.(\\d{3})Z-(${backupKinds.join('|')})(?:-(\\d{1,4}))?\\.db$`,
);

/**
 * '2026-11-21T13-44-05.123Z-automatic.db': in UTC, so that no summer time repeats an hour. Where the clock was set
 * back to the same moment, a number follows.
 */
export function backupName(at: Date, kind: BackupKind, taken: (name: string) => boolean): string {
  const bare = `${at.toISOString().replaceAll(':', '-')}-${kind}`;
  for (let number = 1; ; number += 1) {
    const name = `${bare}${number === 1 ? '' : `-${number}`}.db`;
    if (!taken(name)) return name;
  }
}

/** Undefined for every other file. */
export function backupNamed(name: string): NamedBackup | undefined {
  const [, day, hours, minutes, seconds, ms, kind] = pattern.exec(name) ?? [];
  const at = `${day}T${hours}:${minutes}:${seconds}.${ms}Z`;
  const known = backupKinds.find((one) => one === kind);
  return known === undefined || Number.isNaN(Date.parse(at)) ? undefined : { name, kind: known, at };
}

/** Newest first; of one moment, the one made last. */
export const newestFirst = <T extends NamedBackup>(backups: readonly T[]): T[] =>
  backups.toSorted((a, b) => compare(b.at, a.at) || b.name.length - a.name.length || compare(b.name, a.name));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
