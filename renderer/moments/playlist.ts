/** Moments played one after the other: which one is on, and what comes when it is over. Pure. */
import type { Mark } from '../../db/model';
import { endSlackMs } from '../player/playback';

/** A part of the recording. Milliseconds. */
export type Stretch = { fromMs: number; toMs: number };

/** How long a moment without an end is played: seconds from its time. */
export const lengths = [10, 20, 30, 60] as const;
export type Length = (typeof lengths)[number];

/**
 * What of the recording is played for a mark: from the pre-roll to its end, or for a while where it has none.
 * @param durationMs of the recording; 0 where it is not known yet
 * @returns undefined for a moment beyond the end of the recording
 */
export function stretchOf(
  { atMs, endMs }: Pick<Mark, 'atMs' | 'endMs'>,
  { preRollMs, lengthMs, durationMs }: { preRollMs: number; lengthMs: number; durationMs: number },
): Stretch | undefined {
  // A player may stop a little before the length it tells.
  const last = durationMs > 0 ? durationMs - endSlackMs : Number.MAX_SAFE_INTEGER;
  if (atMs >= last) return undefined;
  return { fromMs: Math.max(0, atMs - preRollMs), toMs: Math.min(endMs ?? atMs + lengthMs, last) };
}

export type Playlist = {
  /** The moment that is on, by its place in the list. */
  at: number;
  /**
   * `on`: it plays, or is paused. `between`: it is over, and the next begins in a while. `held`: it is over, and the next
   * begins when somebody says so. `done`: so was the last.
   */
  state: 'on' | 'between' | 'held' | 'done';
  /** Grows each time that a moment begins, also when the same begins again. */
  turn: number;
};

export type PlaylistEvent =
  /** Playback is at `ms`. */
  | { kind: 'time'; ms: number }
  /** The next one; at the last, the end. */
  | { kind: 'next' }
  /** The one before; at the first, it again. */
  | { kind: 'previous' }
  | { kind: 'repeat' }
  | { kind: 'choose'; at: number }
  /** The next one waits until somebody says so. */
  | { kind: 'hold' };

type Rules = {
  /** For each moment of the list, in order; undefined where there is nothing to play. */
  stretches: readonly (Stretch | undefined)[];
  stopAfterEach: boolean;
};

export const begun = (at: number, rules: Rules): Playlist =>
  begin({ at: 0, state: 'done', turn: 0 }, at, rules);

export function step(playlist: Playlist, event: PlaylistEvent, rules: Rules): Playlist {
  const { at, state } = playlist;
  switch (event.kind) {
    case 'time': {
      const stretch = rules.stretches[at];
      // How long the recording is may be known only after the moment has begun.
      const over = state === 'on' && (stretch === undefined || event.ms >= stretch.toMs);
      return over ? { ...playlist, state: after(at, rules) } : playlist;
    }
    case 'next':
      return begin(playlist, at + 1, rules);
    case 'previous':
      return begin(playlist, Math.max(0, at - 1), rules);
    case 'repeat':
      return begin(playlist, at, rules);
    case 'choose':
      return begin(playlist, event.at, rules);
    case 'hold':
      return state === 'between' ? { ...playlist, state: 'held' } : playlist;
    default:
      return event satisfies never;
  }
}

function begin(playlist: Playlist, at: number, rules: Rules): Playlist {
  if (at >= rules.stretches.length) return { ...playlist, state: 'done' };
  const state = rules.stretches[at] === undefined ? after(at, rules) : 'on';
  return { at, state, turn: playlist.turn + 1 };
}

const after = (at: number, { stretches, stopAfterEach }: Rules): Playlist['state'] =>
  at >= stretches.length - 1 ? 'done' : stopAfterEach ? 'held' : 'between';
