/** Time for the record: it does not go backwards, whatever the clock of the machine does. */
import type { Db } from './open.ts';

/** When the last change was made, ISO-8601 UTC; undefined in a new library. */
export const lastChangeAt = (db: Db): string | undefined =>
  db.prepare<[], string>(`select at from change where id = (select max(id) from change)`).pluck().get();

/** The number of the last change; 0 in a new library. */
export function lastChangeNumber(db: Db): () => number {
  const select = db.prepare<[], number | null>(`select max(id) from change`).pluck();
  return () => select.get() ?? 0;
}

/**
 * @param latest the time of the last change, ISO-8601 UTC; undefined when there is none
 * @returns the machine's time, but never one before `latest` or before one that was given already
 */
export function forwards(now: () => Date, latest: string | undefined): () => Date {
  const last = latest === undefined ? Number.NaN : Date.parse(latest);
  let least = Number.isNaN(last) ? Number.NEGATIVE_INFINITY : last;
  return () => {
    least = Math.max(least, now().getTime());
    return new Date(least);
  };
}

/** What makes a clock doubtful when a library is opened. Both times ISO-8601 UTC. */
export type ClockDoubt = { clock: 'behind' | 'ahead'; now: string; lastChange: string };

/** Clocks of two machines differ by less than this. Milliseconds. */
const behindMs = 2 * 60_000;
/** A library seldom lies untouched for longer. Milliseconds. */
const aheadMs = 366 * 24 * 3_600_000;

/** Compares the machine's clock with the last change; undefined when nothing speaks against it. */
export function clockDoubt(now: Date, latest: string | undefined): ClockDoubt | undefined {
  if (latest === undefined) return undefined;
  const passed = now.getTime() - Date.parse(latest);
  if (Number.isNaN(passed) || (passed >= -behindMs && passed <= aheadMs)) return undefined;
  return { clock: passed < 0 ? 'behind' : 'ahead', now: now.toISOString(), lastChange: latest };
}
