/** How many of the ratings of a session stand beside each other in one line: pure. */
import type { RatingProgress } from '../../db/library';

const gap = 6;
const moreWidth = 40;
/** A little more than letters of this size are wide on the whole. */
const letter = 7.2;

/** About how wide a rating is, in pixels. `words` are what stands in it. */
export function chipWidth({ submittedAt }: Pick<RatingProgress, 'submittedAt'>, words: string): number {
  return 37 + words.length * letter + (submittedAt === null ? 58 : 28);
}

/** @returns how many of the first fit into `room`, with place for '+2' where they are not all; at least one */
export function fitting(widths: readonly number[], room: number): number {
  const upTo = (limit: number): number => {
    let end = -gap;
    return widths.filter((width) => {
      end += gap + width;
      return end <= limit;
    }).length;
  };
  return upTo(room) === widths.length ? widths.length : Math.max(1, upTo(room - moreWidth - gap));
}
