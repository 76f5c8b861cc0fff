import type { Mark } from '../../db/model';
import type { Times } from './drag';

/** A stretch from its beginning to where playback is, whichever comes first; undefined where there is no length. */
export function endedAt({ atMs }: Pick<Mark, 'atMs'>, nowMs: number): Times | undefined {
  if (nowMs === atMs) return undefined;
  return { atMs: Math.min(atMs, nowMs), endMs: Math.max(atMs, nowMs) };
}

/** A mark that begins at `nowMs`: what would end before its beginning becomes a moment. */
export function begunAt({ endMs }: Pick<Mark, 'endMs'>, nowMs: number): Times {
  return { atMs: nowMs, endMs: endMs !== null && endMs > nowMs ? endMs : null };
}
