/** Moving a mark in time, or one of its ends: pure. */
import type { Mark } from '../../db/model';

/** The whole mark, its start, or its end. */
export type Part = 'whole' | 'start' | 'end';

/** When a mark begins and ends. */
export type Times = Pick<Mark, 'atMs' | 'endMs'>;

/** A stretch is never shorter than this. */
const leastMs = 100;

/**
 * A mark's times with a part of it moved by `byMs`, kept within the recording. Pulled by its end, a moment
 * becomes a stretch; pulled not far enough, it stays one.
 */
export function dragged({ atMs, endMs }: Times, part: Part, byMs: number, durationMs: number): Times {
  const last = endMs ?? atMs;
  // What lies beyond the recording's end may stay there, but goes no further.
  const limit = Math.max(durationMs, last);
  const by = Math.round(byMs);
  if (part === 'whole') {
    const step = Math.max(-atMs, Math.min(by, limit - last));
    return { atMs: atMs + step, endMs: endMs === null ? null : endMs + step };
  }
  if (part === 'start') {
    if (endMs === null) return { atMs, endMs };
    return { atMs: Math.max(0, Math.min(atMs + by, Math.max(atMs, endMs - leastMs))), endMs };
  }
  const end = Math.min(limit, last + by);
  if (endMs === null) return { atMs, endMs: end - atMs < leastMs ? null : end };
  return { atMs, endMs: Math.max(end, Math.min(endMs, atMs + leastMs)) };
}
