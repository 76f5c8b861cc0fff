/** What of a recording was really played, and how fast: pure. */
import type { Stretch } from './model.ts';

export type Span = { fromMs: number; toMs: number };

export type Coverage = {
  /** The moments that were played at least once, merged, in order. */
  stretches: Span[];
  /** Milliseconds of the recording that were played at least once. */
  watchedMs: number;
  /** Of the whole recording, 0 to 1; undefined while its length is unknown. */
  share: number | undefined;
  /** Recording time per time in front of the screen, repeated stretches included; undefined when nothing was played. */
  meanRate: number | undefined;
  /** Of what was watched, 0 to 1: never played at 1.5x or slower. */
  fastShare: number;
};

/** Faster than this, speech is followed but tone is easily lost. */
const fastRate = 1.5;

/**
 * @param stretches in any order; they may overlap
 * @param durationMs of the recording; null when it is unknown
 */
export function coverage(stretches: readonly Stretch[], durationMs: number | null): Coverage {
  const end = durationMs ?? Number.POSITIVE_INFINITY;
  const inside = stretches
    .map((one) => ({ ...one, toMs: Math.min(one.toMs, end) }))
    .filter(({ fromMs, toMs }) => toMs > fromMs);
  const merged = union(inside);
  const watchedMs = lengthOf(merged);
  const slowMs = lengthOf(union(inside.filter(({ rate }) => rate <= fastRate)));
  const screenMs = inside.reduce((sum, { fromMs, toMs, rate }) => sum + (toMs - fromMs) / rate, 0);
  return {
    stretches: merged,
    watchedMs,
    share: durationMs === null ? undefined : watchedMs / durationMs,
    meanRate: screenMs === 0 ? undefined : lengthOf(inside) / screenMs,
    fastShare: watchedMs === 0 ? 0 : (watchedMs - slowMs) / watchedMs,
  };
}

/** Overlapping and touching spans as one, in order. */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { fromMs, toMs } of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1);
    if (last !== undefined && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else merged.push({ fromMs, toMs });
  }
  return merged;
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
