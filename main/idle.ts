/** How long nobody has used the window. What plays is being watched or heard: that is use, too. */

/** @param now milliseconds of a monotonic clock: nobody sets it forward or back */
export function idleTime(now: () => number = () => performance.now()) {
  let last = now();
  let playing = 0;
  const used = () => {
    last = now();
  };
  return {
    used,
    began(): void {
      playing += 1;
    },
    paused(): void {
      used();
      playing = Math.max(0, playing - 1);
    },
    /** The page is gone, with all that played in it. */
    silent(): void {
      used();
      playing = 0;
    },
    /** Never for 0 minutes. */
    isOver: (minutes: number): boolean => minutes > 0 && playing === 0 && now() - last >= minutes * 60_000,
  };
}
