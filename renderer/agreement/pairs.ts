/** Which two raters to look at first: pure. */
import type { AgreementSession } from '../../preload/api';

export type Pair = { first: string; second: string };

/** Every two raters with a session in common, those with the most first. */
export function pairsOf(sessions: readonly Pick<AgreementSession, 'raterIds'>[]): Pair[] {
  const counts = new Map<string, { pair: Pair; sessions: number }>();
  for (const { raterIds } of sessions) {
    const inOrder = raterIds.toSorted();
    inOrder.forEach((first, at) => {
      for (const second of inOrder.slice(at + 1)) {
        const key = `${first} ${second}`;
        const known = counts.get(key) ?? { pair: { first, second }, sessions: 0 };
        counts.set(key, { ...known, sessions: known.sessions + 1 });
      }
    });
  }
  return [...counts.values()].toSorted((a, b) => b.sessions - a.sessions).map(({ pair }) => pair);
}
