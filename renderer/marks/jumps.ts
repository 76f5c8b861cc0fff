import type { Mark } from '../../db/model';

/**
 * The mark before or after where playback is.
 * @param marks in order of time
 * @param from the mark that was jumped to last, if playback has not left it
 * @param preRollMs how much earlier a jump to a mark starts
 */
export function neighbour(
  marks: readonly Mark[],
  nowMs: number,
  direction: 1 | -1,
  from: Mark | undefined,
  preRollMs: number,
): Mark | undefined {
  // Coming from a mark, the previous one is the one before it, not the same again.
  if (from !== undefined && Math.abs(from.atMs - nowMs) <= preRollMs + 500) {
    const at = marks.findIndex(({ id }) => id === from.id);
    if (at >= 0) return marks[at + direction];
  }
  return direction === 1
    ? marks.find(({ atMs }) => atMs > nowMs)
    : marks.findLast(({ atMs }) => atMs < nowMs);
}
