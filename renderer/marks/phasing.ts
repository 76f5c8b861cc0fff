/**
 * How the phases of a session change: pure. Phases lie apart, each at least a second long; two that touch share
 * their edge, so that moving it leaves no hole.
 */
export type Stretch = { id?: string | undefined; name: string; startMs: number; endMs: number };
export type Edge = 'start' | 'end';

export const shortestMs = 1000;

const inOrder = (phases: readonly Stretch[]): Stretch[] => phases.toSorted((a, b) => a.startMs - b.startMs);

/**
 * Begins a phase: it ends the one that is running there and takes the rest of it, or reaches to the next phase or
 * the end of the session. One that began less than a second ago gets the new name instead. Where there is not a
 * second left, the phases stay as they are.
 */
export function begunAt(
  phases: readonly Stretch[],
  name: string,
  atMs: number,
  durationMs: number,
): Stretch[] {
  const list = inOrder(phases);
  const at = Math.round(atMs);
  const running = list.find(({ startMs, endMs }) => startMs <= at && at < endMs);
  if (running !== undefined && at - running.startMs < shortestMs) {
    return list.map((phase) => (phase === running ? { ...phase, name } : phase));
  }
  const next = list.find(({ startMs }) => startMs > at);
  const endMs = running?.endMs ?? next?.startMs ?? Math.round(durationMs);
  if (endMs - at < shortestMs) return list;
  const ended = list.map((phase) => (phase === running ? { ...phase, endMs: at } : phase));
  return inOrder([...ended, { name, startMs: at, endMs }]);
}

/** Moves an edge of the phase at `index` in time. It pushes the neighbour's edge, never past the neighbour. */
export function moved(
  phases: readonly Stretch[],
  index: number,
  edge: Edge,
  toMs: number,
  durationMs: number,
): Stretch[] {
  const list = inOrder(phases);
  const phase = list[index];
  if (phase === undefined) return list;
  const [neighbourAt, near, far] =
    edge === 'end' ? ([index + 1, 'startMs', 'endMs'] as const) : ([index - 1, 'endMs', 'startMs'] as const);
  const own = edge === 'end' ? 'endMs' : 'startMs';
  const neighbour = list[neighbourAt];
  const [lowest, highest] =
    edge === 'end'
      ? [
          phase.startMs + shortestMs,
          neighbour === undefined ? Math.max(durationMs, phase.endMs) : neighbour[far] - shortestMs,
        ]
      : [neighbour === undefined ? 0 : neighbour[far] + shortestMs, phase.endMs - shortestMs];
  if (lowest > highest) return list;
  const to = Math.round(Math.min(highest, Math.max(lowest, toMs)));
  const pushed =
    neighbour !== undefined &&
    (neighbour[near] === phase[own] || (edge === 'end' ? to > neighbour[near] : to < neighbour[near]));
  return list.map((one, at) => {
    if (at === index) return { ...one, [own]: to };
    return pushed && at === neighbourAt ? { ...one, [near]: to } : one;
  });
}

/** The name that probably comes next: the one after that of the last phase begun, by the site's list. */
export function nextName(names: readonly string[], phases: readonly Stretch[], atMs: number): string {
  const begun = inOrder(phases).filter(({ startMs }) => startMs <= atMs);
  const places = begun.map(({ name }) =>
    names.findIndex((one) => name === one || name.startsWith(`${one}:`)),
  );
  const last = places.findLast((place) => place >= 0) ?? -1;
  return names[Math.min(last + 1, names.length - 1)] ?? '';
}
