/** How many of the ratings of a session stand beside each other in one line: pure. */
import type { RatingProgress } from '../../db/library';

const gap = 6;
const moreWidth = 34;
/** As letters of this size are wide on the whole. */
const letter = 6.5;

/** About how wide a rating is, in pixels. `words` are what stands in it. */
export function chipWidth({ submittedAt }: Pick<RatingProgress, 'submittedAt'>, words: string): number {
  return 42 + words.length * letter + (submittedAt === null ? 56 : 20);
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
