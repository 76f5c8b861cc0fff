import type { Mark } from '../../db/model';

/** A jump to a mark starts this much earlier, so that one hears what led to it. Milliseconds. */
export const preRollMs = 5000;

/** Slack for the pre-roll: coming from a mark, the previous one is the one before it, not the same again. */
const slackMs = preRollMs + 500;

/**
 * The mark before or after where playback is.
 * @param marks in order of time
 * @param from the mark that was jumped to last, if playback has not left it
 */
export function neighbour(
  marks: readonly Mark[],
  nowMs: number,
  direction: 1 | -1,
  from: Mark | undefined,
): Mark | undefined {
  if (from !== undefined && Math.abs(from.atMs - nowMs) <= slackMs) {
    const at = marks.findIndex(({ id }) => id === from.id);
    if (at >= 0) return marks[at + direction];
  }
  return direction === 1
    ? marks.find(({ atMs }) => atMs > nowMs)
    : marks.findLast(({ atMs }) => atMs < nowMs);
}
