/** What level 4 asks for that the marks do not show yet: pure. A hint, never a lock. */
import type { Mark, Phase } from '../../db/model';
import type { Evidence } from '../../db/scale';

export type Hint =
  /** Level 4 asks for `need` examples. */
  | { kind: 'marks'; have: number; need: number }
  /** Level 4 asks for marks in `need` different phases. */
  | { kind: 'phases'; have: number; need: number }
  /** The same, but the session has no phases yet. */
  | { kind: 'noPhases' }
  /** Of the parts of turn-taking, so many are marked. */
  | { kind: 'aspects'; have: number; all: number }
  | { kind: 'singleTherapist' }
  | { kind: 'phenomenonAbsent' };

type Marked = Pick<Mark, 'atMs' | 'kind' | 'aspect'>;
type Stretch = Pick<Phase, 'startMs' | 'endMs'>;

/**
 * The one hint that helps most now; undefined when there is nothing to say. A missed opportunity is no example of
 * what level 4 asks for.
 *
 * @param therapists how many lead the session
 */
export function hintOf(
  { minMarks = 0, minDistinctPhases = 0, aspects, noOccasionWhen }: Evidence,
  marks: readonly Marked[],
  phases: readonly Stretch[],
  therapists: number,
): Hint | undefined {
  const shown = marks.filter(({ kind }) => kind === 'intervention');
  if (noOccasionWhen === 'singleTherapist' && therapists === 1) return { kind: 'singleTherapist' };
  if (noOccasionWhen === 'phenomenonAbsent' && marks.length === 0) return { kind: 'phenomenonAbsent' };
  if (minDistinctPhases > 0) {
    if (phases.length === 0) return { kind: 'noPhases' };
    const have = distinctPhases(shown, phases);
    return have < minDistinctPhases ? { kind: 'phases', have, need: minDistinctPhases } : undefined;
  }
  if (aspects !== undefined) {
    const have = new Set(shown.flatMap(({ aspect }) => aspect ?? [])).size;
    return have < aspects.length ? { kind: 'aspects', have, all: aspects.length } : undefined;
  }
  return shown.length < minMarks ? { kind: 'marks', have: shown.length, need: minMarks } : undefined;
}

/** In how many phases the marks begin. */
function distinctPhases(marks: readonly Marked[], phases: readonly Stretch[]): number {
  const at = ({ atMs }: Marked) => phases.findIndex(({ startMs, endMs }) => atMs >= startMs && atMs < endMs);
  return new Set(marks.map(at).filter((phase) => phase >= 0)).size;
}
