/** Which backups have had their time: three of today stay, one of each day of two weeks, one of each month. Pure. */
import { type NamedBackup, newestFirst } from './names.ts';

export type Rotated = NamedBackup & { good: boolean };

const dayMs = 86_400_000;
/** What was made before the record was changed as a whole stays this long beside the others. */
const asideMs = 31 * dayMs;
const dailyMs = 14 * dayMs;
const ofToday = 3;

/**
 * Never the newest good one; nor one from a future that a clock set back has left; nor a file that was found damaged.
 * @param chosen the one that somebody is about to go back to stays as well
 * @returns the names of those to remove
 */
export function toRemove(backups: readonly Rotated[], now: Date, chosen?: string): string[] {
  const inOrder = newestFirst(backups);
  const stays = new Set<string>(chosen === undefined ? [] : [chosen]);
  const newest = inOrder.find(({ good, kind }) => good && kind !== 'damaged');
  if (newest !== undefined) stays.add(newest.name);

  /** How many of each day or month stay already. */
  const filled = new Map<string, number>();
  for (const backup of inOrder) {
    const { name, at, kind, good } = backup;
    const ageMs = now.getTime() - Date.parse(at);
    const aside = kind === 'beforeRestore' || kind === 'beforeMigration' || kind === 'salvaged';
    if (kind === 'damaged' || ageMs < 0 || (aside && ageMs < asideMs)) {
      stays.add(name);
      continue;
    }
    // A place is only for what can be restored. One that is not good stays a while: something may be read of it.
    if (!good) {
      if (ageMs < dailyMs) stays.add(name);
      continue;
    }
    const { slot, places } = slotOf(at, ageMs, now);
    const taken = filled.get(slot) ?? 0;
    if (taken >= places) continue;
    filled.set(slot, taken + 1);
    stays.add(name);
  }
  return inOrder.filter(({ name }) => !stays.has(name)).map(({ name }) => name);
}

/** Days and months are those of UTC, as in the names. */
function slotOf(at: string, ageMs: number, now: Date): { slot: string; places: number } {
  const day = at.slice(0, 10);
  if (day === now.toISOString().slice(0, 10)) return { slot: day, places: ofToday };
  return { slot: ageMs < dailyMs ? day : at.slice(0, 7), places: 1 };
}
