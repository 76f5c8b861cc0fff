/** What of a recording was not played: pure. */
import type { Span } from '../../db/coverage';

/** The longest stretch between what was played; undefined when all of it was. */
export function longestUnwatched(played: readonly Span[], durationMs: number): Span | undefined {
  const starts = [0, ...played.map(({ toMs }) => toMs)];
  const ends = [...played.map(({ fromMs }) => fromMs), durationMs];
  const between = starts.map((fromMs, index) => ({ fromMs, toMs: ends[index] ?? durationMs }));
  const [longest] = between.toSorted((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs));
  return longest !== undefined && longest.toMs > longest.fromMs ? longest : undefined;
}
