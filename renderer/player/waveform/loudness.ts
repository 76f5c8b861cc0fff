/**
 * How loud, as one byte: decibels below full scale, evenly from -72 dB (1) to 0 dB (255); 0 is below that, silent.
 * Even steps of the ear's own measure keep a whispered word and a shout apart in the same byte.
 */
const lowest = -72;
const perDecibel = 254 / -lowest;

/** @param amplitude 0 to 1, the largest absolute sample; more counts as 1 */
export function loudnessOf(amplitude: number): number {
  const decibels = 20 * Math.log10(Math.min(1, amplitude));
  return decibels < lowest || Number.isNaN(decibels) ? 0 : Math.round(1 + (decibels - lowest) * perDecibel);
}

/** The amplitude that a byte stands for, 0 to 1. */
export const amplitudeOf = (loudness: number): number =>
  loudness === 0 ? 0 : 10 ** ((lowest + (loudness - 1) / perDecibel) / 20);
