import type { ProgressSession } from '../../db/progress';

/** Orders what is told of sessions: by day, on one day by number. */
export function inTime<Told extends { session: ProgressSession }>(some: readonly Told[]): Told[] {
  return some.toSorted(({ session: a }, { session: b }) => {
    if (a.date !== b.date) return a.date < b.date ? -1 : 1;
    return (a.number ?? 0) - (b.number ?? 0) || (a.id < b.id ? -1 : 1);
  });
}
