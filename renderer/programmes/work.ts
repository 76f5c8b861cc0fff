/** The own work, as lists that are worked through from their top: pure. */
import type { WorkItem } from '../../preload/api';

/** Practice, one attempt of a test, or checks, of one programme. */
export type WorkPart = {
  kind: WorkItem['kind'];
  attempt: number | null;
  /** In the order that was drawn. */
  items: WorkItem[];
};

export type ProgrammeWork = {
  programmeId: string;
  programmeName: string;
  parts: WorkPart[];
  /** What comes next; undefined when all is submitted. */
  next: WorkItem | undefined;
  left: number;
};

type WorkState = 'submitted' | 'begun' | 'toRate';

export const stateOf = ({ submittedAt, ratingId }: WorkItem): WorkState =>
  submittedAt !== null ? 'submitted' : ratingId !== null ? 'begun' : 'toRate';

/** Programmes with work that is left come first, otherwise in the order they came in. */
export function workByProgramme(work: readonly WorkItem[]): ProgrammeWork[] {
  const grouped = [...Map.groupBy(work, ({ programmeId }) => programmeId)];
  return grouped
    .flatMap(([programmeId, items]) => {
      const [first] = items;
      if (first === undefined) return [];
      const parts = [...Map.groupBy(items, ({ kind, attempt }) => `${kind} ${attempt}`).values()].flatMap(
        (some): WorkPart[] =>
          some[0] ? [{ kind: some[0].kind, attempt: some[0].attempt, items: some }] : [],
      );
      const open = items.filter(({ submittedAt }) => submittedAt === null);
      return [
        { programmeId, programmeName: first.programmeName, parts, next: nextOf(open), left: open.length },
      ];
    })
    .toSorted((one, other) => Number(one.left === 0) - Number(other.left === 0));
}

/** What is begun is finished first; a session without its recording holds nothing up. */
const nextOf = (open: readonly WorkItem[]): WorkItem | undefined =>
  open.find((item) => stateOf(item) === 'begun') ?? open.find(({ hasRecording }) => hasRecording) ?? open[0];

/** Of a long list, what lies around the place where one is: from `before` ahead of it to `after` behind it. */
export function around<T>(items: readonly T[], at: number, before: number, after: number): T[] {
  const here = at === -1 ? items.length - 1 : at;
  const size = before + after + 1;
  const from = Math.max(0, Math.min(here - before, items.length - size));
  return items.slice(from, from + size);
}
