/**
 * How the phases of a session change: pure. Phases lie apart, each at least a second long; two that touch share
 * their edge, so that moving it leaves no hole.
 */
import type { PhasesChange } from '../../db/model';

/** One that is new has no id yet. */
export type AnyPhase = PhasesChange['phases'][number];
export type Edge = 'start' | 'end';
/** Keeps the list that comes of the one there is. */
export type SetPhases = (next: (phases: readonly AnyPhase[]) => AnyPhase[]) => Promise<unknown>;

export const shortestMs = 1000;

const inOrder = (phases: readonly AnyPhase[]): AnyPhase[] => phases.toSorted((a, b) => a.startMs - b.startMs);

/**
 * Begins a phase: it ends the one that is running there and takes the rest of it, or reaches to the next phase or
 * the end of the session. One that began less than a second ago gets the new name instead. Where there is not a
 * second left, the phases stay as they are.
 */
export function phaseBegun(
  phases: readonly AnyPhase[],
  name: string,
  atMs: number,
  durationMs: number,
): AnyPhase[] {
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
  phases: readonly AnyPhase[],
  index: number,
  edge: Edge,
  toMs: number,
  durationMs: number,
): AnyPhase[] {
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
export function nextName(names: readonly string[], phases: readonly AnyPhase[], atMs: number): string {
  const begun = inOrder(phases).filter(({ startMs }) => startMs <= atMs);
  const places = begun.map(({ name }) =>
    names.findIndex((one) => name === one || name.startsWith(`${one}:`)),
  );
  const last = places.findLast((place) => place >= 0) ?? -1;
  return names[Math.min(last + 1, names.length - 1)] ?? '';
}
