/** Chance that is the same every time: mulberry32, a 32-bit generator in the public domain. */
export function seeded(seed: number) {
  let state = seed;
  /** At least 0, under 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const hex = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
  return {
    next,
    /** About normal, mean 0, standard deviation 1: the sum of twelve even chances. */
    normal: (): number => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
    pick: (choices: readonly number[]): number => choices[Math.floor(next() * choices.length)] ?? 0,
    /** A UUID of version 4. */
    uuid: (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
