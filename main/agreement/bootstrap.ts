import { type Limits, noLimits } from './result.ts';

export type Statistic<Row> = (sample: readonly Row[]) => number | undefined;

export type BootstrapOptions = {
  /** The same seed gives the same limits. A whole number. */
  seed: number;
  samples?: number;
  confidence?: number;
  /** Called after every 50 samples with how many are done; 'stop' ends it there. */
  progress?: (done: number) => 'go on' | 'stop';
};

export type Bootstrap<Name extends string> = {
  n: number;
  /** Samples that were drawn. */
  samples: number;
  stopped: boolean;
  statistics: Record<Name, { limits: Limits /** Samples without a value. */; failed: number }>;
};

/** Where more samples than this share have no value, those that have one are a choice, and no limits are given. */
const mostFailed = 0.1;
const between = 50;

/**
 * Percentile limits for statistics without a closed form, by drawing as many sessions as there are, with
 * replacement; a session keeps all of its ratings together. Source: Efron & Tibshirani (1993), An Introduction to
 * the Bootstrap, ch. 13. With few sessions (under about 15) percentile limits are too narrow.
 *
 * @param rows one for each session
 * @param statistics computed from each sample; the array is the same one every time, refilled: do not keep it
 */
export function bootstrap<Row, Name extends string>(
  rows: readonly Row[],
  statistics: Readonly<Record<Name, Statistic<Row>>>,
  { seed, samples = 2000, confidence = 0.95, progress = () => 'go on' }: BootstrapOptions,
): Bootstrap<Name> {
  const n = rows.length;
  // Object.keys forgets that the keys are the names.
  const names = Object.keys(statistics) as Name[];
  const values = names.map(() => new Float64Array(samples));
  const random = randomFrom(seed);
  const sample = [...rows];
  let done = 0;
  let stopped = n < 2;
  while (done < samples && !stopped) {
    for (let at = 0; at < n; at += 1) sample[at] = rows[Math.floor(random() * n)] as Row; // an index below n
    names.forEach((name, at) => {
      const own = values[at];
      if (own !== undefined) own[done] = statistics[name](sample) ?? Number.NaN;
    });
    done += 1;
    if (done % between === 0) stopped = progress(done) === 'stop';
  }
  const entries = names.map((name, at) => [name, limitsOf(values[at]?.slice(0, done), n, confidence)]);
  return {
    n,
    samples: done,
    stopped: stopped && n >= 2,
    // One entry for each name.
    statistics: Object.fromEntries(entries) as Bootstrap<Name>['statistics'],
  };
}

function limitsOf(values = new Float64Array(), n = 0, confidence = 0.95): { limits: Limits; failed: number } {
  const found = values.filter((value) => !Number.isNaN(value)).sort();
  const failed = values.length - found.length;
  if (n < 2) return { limits: noLimits('tooFewSessions'), failed };
  if (found.length === 0 || failed > mostFailed * values.length)
    return { limits: noLimits('degenerate'), failed };
  const tail = (1 - confidence) / 2;
  return { limits: { lower: quantile(found, tail), upper: quantile(found, 1 - tail) }, failed };
}

/** Linear between order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** Numbers from 0 up to 1: mulberry32 (T. Ettinger), whose state is one 32-bit integer. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
