/** Which moments a report shows, and in which order: pure. */
import type { Mark } from '../../db/model';

export type ReportMoment = Mark & {
  /** Who marked it; absent where one rater made them all. */
  rater?: string | undefined;
};

const byTime = (a: Mark, b: Mark) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1);

export const ofItem = (moments: readonly ReportMoment[], item: number): ReportMoment[] =>
  moments.filter((moment) => moment.item === item).sort(byTime);

export const missedOf = (moments: readonly ReportMoment[]): ReportMoment[] =>
  moments.filter(({ kind }) => kind === 'missed').sort(byTime);

/**
 * The moments that show a strength best, or what there is to work on: those with the highest, or the lowest, quality
 * of their own, missed opportunities only for the latter and there first. In order of time.
 */
export function evidenceOf(
  moments: readonly ReportMoment[],
  item: number,
  shows: 'strength' | 'toWorkOn',
  most: number,
): ReportMoment[] {
  const own = ofItem(moments, item).filter(({ kind }) => shows === 'toWorkOn' || kind === 'intervention');
  // Without a quality of its own a moment comes after those that have one.
  const rank = ({ kind, quality }: ReportMoment) => {
    if (shows === 'strength') return quality === null ? 8 : 7 - quality;
    return kind === 'missed' ? 0 : (quality ?? 8);
  };
  return own
    .toSorted((a, b) => rank(a) - rank(b) || byTime(a, b))
    .slice(0, most)
    .sort(byTime);
}
