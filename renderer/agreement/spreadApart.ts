/** Puts names beside the ends of lines so that none lies on another: pure. Pixels. */

/** @returns each with `at`, where its name stands: near `y`, at least `gap` from the next, within the room */
export function spreadApart<T extends { y: number }>(
  ends: readonly T[],
  gap: number,
  room: { from: number; to: number },
): (T & { at: number })[] {
  const placed = ends.toSorted((a, b) => a.y - b.y).map((end) => ({ ...end, at: end.y }));
  placed.forEach((end, index) => {
    const before = placed[index - 1];
    end.at = Math.max(end.at, before === undefined ? room.from : before.at + gap);
  });
  for (const [index, end] of [...placed.entries()].reverse()) {
    const after = placed[index + 1];
    end.at = Math.min(end.at, after === undefined ? room.to : after.at - gap);
  }
  return placed;
}
