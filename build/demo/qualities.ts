/** The invented development of the demo's therapists. */
import { items } from '../../db/scale.ts';
import type { seeded } from './random.ts';

export type Leaning = { bias: number; spread: number };

/** Where each item of the Thursday group starts, and how much it gains over the twelve sessions. */
const thursday: readonly (readonly [start: number, gain: number])[] = [
  [4.2, 0.6],
  [3.0, 1.4],
  [3.2, 1.8],
  [2.8, 2.2],
  [2.4, 1.9],
  [4.8, 0.4],
  [3.9, 0.9],
  [2.6, 1.2],
  [3.6, 2.0],
  [5.0, 0.8],
  [4.3, 1.3],
  [2.2, 1.6],
  [3.4, 1.1],
  [3.0, 2.2],
  [2.6, 1.0],
  [2.8, 1.4],
  [3.2, 1.9],
  [2.0, 2.6],
  [2.4, 1.3],
];

/** Not every session gives occasion for these. */
const oftenAbsent: readonly number[] = [15, 16, 18];

/** Qualities of the 19 items; undefined where the rater found no occasion. */
export function drawQualities(
  random: ReturnType<typeof seeded>,
  session: number,
  group: 'thursday' | 'monday',
  { bias, spread }: Leaning,
): (number | undefined)[] {
  // What the session gave occasion for does not depend on who rates it.
  const absent = (item: number) => oftenAbsent.includes(item) && (session * 7 + item) % 3 === 0;
  return items.map(({ number }) => {
    const [start, gain] = thursday[number - 1] ?? [4, 0];
    // The Monday therapists are more even, and gain where the others do not.
    const level =
      group === 'thursday'
        ? start - 0.3 + (1.5 * gain * session) / 11
        : 4.6 - (number % 5) * 0.4 + ((2.6 - gain) * session) / 11;
    const quality = Math.round(level + bias + random.normal() * spread);
    return absent(number) ? undefined : Math.min(7, Math.max(1, quality));
  });
}
