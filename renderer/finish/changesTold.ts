/** What a row of the history changed, field by field: pure. Undo and redo tell what they led to. */
import type { HistoryRow } from '../../db/history';
import type { Decision, Mark, Phase } from '../../db/model';

export type Told =
  | { what: 'added' | 'removed' | 'noOccasion' | 'occasion' | 'missed' | 'notMissed' | 'other' }
  | { what: 'adherence' | 'quality'; from: number | null; to: number | null }
  | { what: 'moved'; toMs: number }
  | { what: 'ends'; toMs: number | null }
  | { what: 'item'; to: number }
  | { what: 'therapist'; to: Mark['therapist'] }
  | { what: 'note'; from: string; to: string }
  | { what: 'phaseAdded' | 'phaseMoved'; name: string; startMs: number; endMs: number }
  | { what: 'phaseRemoved'; name: string }
  | { what: 'phaseRenamed'; from: string; to: string }
  | { what: 'undecided'; reason: string }
  | { what: 'decided' };

/** What the row is about: an item, the overall as item 0, a mark as it was before, or the session's phases. */
export type Subject = { item: number; atMs: number | undefined } | 'phases';

type Rated = {
  adherence?: number | null;
  quality: number | null;
  note: string;
  noOccasion?: boolean;
};
const unrated: Rated = { adherence: null, quality: null, note: '', noOccasion: false };

export function subjectOf(row: HistoryRow): Subject {
  if (row.noun === 'phase') return 'phases';
  const one = row.before ?? row.after;
  if (one === null) return { item: 0, atMs: undefined };
  return { item: 'item' in one ? one.item : 0, atMs: 'atMs' in one ? one.atMs : undefined };
}

export function changesTold(row: HistoryRow): Told[] {
  if (row.noun === 'phase') return phases(row.before ?? [], row.after ?? []);
  if (row.noun === 'gap') return decided(row.before, row.after);
  if (row.noun !== 'mark') return rated(row.before ?? unrated, row.after ?? unrated);
  const { before, after } = row;
  if (after === null) return [{ what: 'removed' }];
  if (before === null) return [{ what: 'added' }, ...rated({ ...unrated }, after)];
  const told = [...moved(before, after), ...rated(before, after)];
  return told.length > 0 ? told : [{ what: 'other' }];
}

function decided(before: Decision | null, after: Decision | null): Told[] {
  const saidIn = (one: Decision | null): Rated => one?.score ?? one?.overall ?? unrated;
  const [was, is] = [before?.reason ?? null, after?.reason ?? null];
  return [
    ...(is !== null && is !== was ? [{ what: 'undecided' as const, reason: is }] : []),
    ...(is === null && was !== null ? [{ what: 'decided' as const }] : []),
    ...rated(saidIn(before), saidIn(after)),
  ];
}

function moved(before: Mark, after: Mark): Told[] {
  const told: Told[] = [];
  if (before.atMs !== after.atMs) told.push({ what: 'moved', toMs: after.atMs });
  if (before.endMs !== after.endMs) told.push({ what: 'ends', toMs: after.endMs });
  if (before.item !== after.item) told.push({ what: 'item', to: after.item });
  if (before.therapist !== after.therapist) told.push({ what: 'therapist', to: after.therapist });
  if (before.kind !== after.kind) told.push({ what: after.kind === 'missed' ? 'missed' : 'notMissed' });
  return told;
}

function rated(before: Rated, after: Rated): Told[] {
  const told: Told[] = [];
  for (const what of ['adherence', 'quality'] as const) {
    const [from, to] = [before[what] ?? null, after[what] ?? null];
    if (from !== to) told.push({ what, from, to });
  }
  if ((before.noOccasion ?? false) !== (after.noOccasion ?? false)) {
    told.push({ what: after.noOccasion ? 'noOccasion' : 'occasion' });
  }
  if (before.note !== after.note) told.push({ what: 'note', from: before.note, to: after.note });
  return told;
}

/** An id stays with a phase, whatever its name and its times become. */
function phases(before: readonly Phase[], after: readonly Phase[]): Told[] {
  const told = after.flatMap((phase): Told[] => {
    const { name, startMs, endMs } = phase;
    const was = before.find(({ id }) => id === phase.id);
    if (was === undefined) return [{ what: 'phaseAdded', name, startMs, endMs }];
    const moved = was.startMs !== startMs || was.endMs !== endMs;
    return [
      ...(was.name === name ? [] : [{ what: 'phaseRenamed' as const, from: was.name, to: name }]),
      ...(moved ? [{ what: 'phaseMoved' as const, name, startMs, endMs }] : []),
    ];
  });
  const removed = before.filter((phase) => !after.some(({ id }) => id === phase.id));
  return [...told, ...removed.map(({ name }) => ({ what: 'phaseRemoved' as const, name }))];
}
