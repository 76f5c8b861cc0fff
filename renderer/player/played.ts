/** Which stretches are really played, and how fast: pure. Seeks, pauses and scrubbing count nothing. */
import type { Stretch } from '../../db/model';

export type Moment = {
  /** Where playback is, in milliseconds of the recording. */
  atMs: number;
  /** A clock that only goes on, in milliseconds. */
  nowMs: number;
  /** Whether the recording plays at this moment: not paused, and not on its way to another place. */
  playing: boolean;
  rate: number;
};

export type PlayedRecorder = ReturnType<typeof playedRecorder>;

/** The player's clock and ours differ a little; more than this is no playing. Milliseconds. */
const slackMs = 300;

/** As many as the contract takes at a time; only a disk that is full for hours leaves more. */
const mostAtOnce = 1000;

export function playedRecorder() {
  let done: Stretch[] = [];
  let open: (Stretch & { nowMs: number }) | undefined;

  const close = () => {
    if (open !== undefined && open.toMs > open.fromMs) {
      done.push({ fromMs: open.fromMs, toMs: open.toMs, rate: open.rate });
    }
    open = undefined;
  };

  return {
    /** Told at every frame, and whenever playback begins, ends or changes. */
    tell({ atMs, nowMs, playing, rate }: Moment): void {
      if (open !== undefined) {
        const stepMs = atMs - open.toMs;
        const possibleMs = (nowMs - open.nowMs) * open.rate + slackMs;
        if (stepMs < 0 || stepMs > possibleMs) close();
        else {
          open.toMs = atMs;
          open.nowMs = nowMs;
          if (open.rate !== rate) close();
        }
      }
      if (!playing) close();
      else open ??= { fromMs: atMs, toMs: atMs, rate, nowMs };
    },

    /** Playback leaves for another place: what was played ends where it was seen last. */
    leave: close,

    /** What was played since the last time; the stretch that still plays goes on. */
    take(): Stretch[] {
      const going = open;
      close();
      if (going !== undefined) open = { ...going, fromMs: going.toMs };
      const taken = done.slice(0, mostAtOnce);
      done = done.slice(mostAtOnce);
      return taken;
    },

    /** What could not be kept is taken again the next time. */
    giveBack(stretches: readonly Stretch[]): void {
      done = [...stretches, ...done];
    },
  };
}
