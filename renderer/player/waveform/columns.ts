/** A stretch of a waveform as the columns of a picture. */
import { amplitudeOf } from './loudness';

export type Waveform = { stepMs: number; peaks: Uint8Array };

/** Heights of the columns, 0 to 1: of the loudest moment in each, and of what is usual in it. */
export type Columns = { loudest: Float32Array; usual: Float32Array };

/** Louder than all but one step in two hundred: a slammed door does not make all voices small. */
const nearlyAll = 0.995;
/** Recordings quieter than this (-36 dB) stay small: noise alone is not shown as if it were speech. */
const leastReference = 10 ** (-36 / 20);

/** Height of each of the 256 bytes: quiet voices are lifted, and the recording's own loud ones reach the edge. */
export function heightsFor(peaks: Uint8Array): Float32Array {
  const counts = new Uint32Array(256);
  for (const peak of peaks) counts[peak] = (counts[peak] ?? 0) + 1;
  let reference = 255;
  for (let above = counts[255] ?? 0; reference > 0 && above <= peaks.length * (1 - nearlyAll); ) {
    reference -= 1;
    above += counts[reference] ?? 0;
  }
  const full = Math.max(leastReference, amplitudeOf(reference));
  return Float32Array.from({ length: 256 }, (_, peak) => Math.min(1, (amplitudeOf(peak) / full) ** 0.7));
}

/**
 * @param heights of `heightsFor`
 * @param count of columns, spread evenly over the stretch
 */
export function columnsOf(
  { stepMs, peaks }: Waveform,
  heights: Float32Array,
  stretch: { fromMs: number; toMs: number },
  count: number,
): Columns {
  const loudest = new Float32Array(count);
  const usual = new Float32Array(count);
  const stepsPerColumn = (stretch.toMs - stretch.fromMs) / stepMs / count;
  const first = stretch.fromMs / stepMs;
  for (let column = 0; column < count; column += 1) {
    const from = Math.max(0, Math.floor(first + column * stepsPerColumn));
    const to = Math.min(peaks.length, Math.max(from + 1, Math.floor(first + (column + 1) * stepsPerColumn)));
    let most = 0;
    let sum = 0;
    for (let step = from; step < to; step += 1) {
      const height = heights[peaks[step] ?? 0] ?? 0;
      most = Math.max(most, height);
      sum += height;
    }
    loudest[column] = most;
    usual[column] = to > from ? sum / (to - from) : 0;
  }
  return { loudest, usual };
}
