/** Round times along a recording. */

/** Distance of ticks with a time, and of the small ones between; milliseconds. */
const steps = [
  [100, 20],
  [200, 100],
  [500, 100],
  [1000, 200],
  [2000, 500],
  [5000, 1000],
  [10_000, 2000],
  [15_000, 5000],
  [30_000, 10_000],
  [60_000, 10_000],
  [120_000, 30_000],
  [300_000, 60_000],
  [600_000, 120_000],
  [900_000, 300_000],
  [1_800_000, 300_000],
  [3_600_000, 900_000],
  [7_200_000, 1_800_000],
] as const;

export type Ticks = {
  /** Distance of ticks with a time. Below a second, times need their tenths. */
  stepMs: number;
  /** Ticks with a time, in order. */
  times: readonly number[];
  /** The small ones between them. */
  between: readonly number[];
};

/**
 * The ticks from `fromMs` to `toMs`, both included.
 * @param leastMs how far apart times must stand for their words not to collide
 */
export function ticks(fromMs: number, toMs: number, leastMs: number): Ticks {
  const [stepMs, smallMs] = steps.find(([step]) => step >= leastMs) ?? [
    3_600_000 * Math.ceil(leastMs / 3_600_000),
    3_600_000,
  ];
  const every = (step: number) => {
    const first = Math.ceil(fromMs / step);
    const count = Math.max(0, Math.floor(toMs / step) - first + 1);
    return Array.from({ length: count }, (_, index) => (first + index) * step);
  };
  return {
    stepMs,
    times: every(stepMs),
    between: every(smallMs).filter((ms) => ms % stepMs !== 0),
  };
}
