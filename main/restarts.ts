/** A window that breaks down again and again is not started for ever. */

const most = 3;
const withinMs = 60_000;

/**
 * Counts the times the window broke down.
 * @param now milliseconds of a monotonic clock
 */
export function breakdowns(now: () => number = () => performance.now()) {
  let times: number[] = [];
  return {
    /** Whether this was the third time within a minute; counting begins anew then. */
    isOneTooMany(): boolean {
      const at = now();
      times = [...times.filter((time) => at - time < withinMs), at];
      const tooMany = times.length >= most;
      if (tooMany) times = [];
      return tooMany;
    },
  };
}
