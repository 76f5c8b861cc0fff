const steps = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600].map((seconds) => seconds * 1000);

/** Round times along a recording, at most `most` of them, the start included. Milliseconds. */
export function ticks(durationMs: number, most: number): number[] {
  const step = steps.find((one) => Math.floor(durationMs / one) + 1 <= most) ?? 7_200_000;
  return Array.from({ length: Math.floor(durationMs / step) + 1 }, (_, count) => count * step);
}
