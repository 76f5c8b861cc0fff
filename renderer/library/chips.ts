/** How many of the ratings of a session stand beside each other in one line: pure. */
const gap = 6;
const moreWidth = 34;
/** As letters of this size are wide on the whole. */
const letter = 6.5;

/** Longer names are cut; as in Library.module.css. */
const widest = 220;

/**
 * About how wide a rating is, in pixels.
 * @param words what stands in it
 * @param covered its quality is not shown
 */
export function chipWidth(submitted: boolean, words: string, covered: boolean): number {
  return Math.min(widest, (covered ? 18 : 42) + words.length * letter + (submitted ? 20 : 56));
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
