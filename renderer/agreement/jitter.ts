/** Sets dots apart that would lie on each other: pure. */

/** The golden angle: each next dot around a place stands where the most room is. */
const turn = Math.PI * (3 - Math.sqrt(5));

/** @returns for each place how far its dot is moved, in units of a dot's distance; the first of a place stays */
export function apart(places: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  const taken = new Map<string, number>();
  return places.map(({ x, y }) => {
    const key = `${x.toFixed(3)} ${y.toFixed(3)}`;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    const far = Math.sqrt(before);
    return { x: far * Math.cos(before * turn), y: far * Math.sin(before * turn) };
  });
}
