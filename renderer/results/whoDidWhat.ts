/** Whose marks they are, over the session: pure, from the marks of one rating. */
import type { Mark, Phase } from '../../db/model';
import { type Mean, meanOf } from '../rating/means';

export type Who = Mark['therapist'];
export const whos = ['first', 'second', 'both'] as const satisfies Who[];

export type Counts = {
  interventions: number;
  missed: number;
  /** Of the marks that were given a quality; undefined where none was. */
  quality: Mean | undefined;
};

/** A part of the session and what each did in it. */
export type Part = {
  /** The phase's name; undefined for a stretch of time and for what lies in no phase. */
  name: string | undefined;
  fromMs: number;
  /** Undefined for what lies in no phase. */
  toMs: number | undefined;
  by: Record<Who, Counts>;
};

type CountedMark = Pick<Mark, 'therapist' | 'kind' | 'quality' | 'atMs'>;
type NamedPhase = Pick<Phase, 'name' | 'startMs' | 'endMs'>;

/** Over the whole session. */
export const countsOf = (marks: readonly CountedMark[]): Record<Who, Counts> => ({
  first: countsBy(marks, 'first'),
  second: countsBy(marks, 'second'),
  both: countsBy(marks, 'both'),
});

function countsBy(marks: readonly CountedMark[], who: Who): Counts {
  const own = marks.filter(({ therapist }) => therapist === who);
  const missed = own.filter(({ kind }) => kind === 'missed').length;
  return { interventions: own.length - missed, missed, quality: meanOf(own.map(({ quality }) => quality)) };
}

/** Each phase in order of time, and last what lies in none of them, if anything does. A mark belongs where it begins. */
export function byPhase(marks: readonly CountedMark[], phases: readonly NamedPhase[]): Part[] {
  const parts = phases
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ name, startMs, endMs }) => partOf(marks, name, startMs, endMs));
  const outside = marks.filter(
    ({ atMs }) => !phases.some(({ startMs, endMs }) => atMs >= startMs && atMs < endMs),
  );
  if (outside.length === 0) return parts;
  return [...parts, { name: undefined, fromMs: 0, toMs: undefined, by: countsOf(outside) }];
}

/** Stretches that people think in, of which a session has no more than a chart can hold. */
const stretchMinutes = [1, 2, 5, 10, 15, 20, 30, 60] as const;
const mostStretches = 12;

/**
 * The session in stretches of the same length.
 * @param durationMs of the recording; undefined while it is unknown, and the last mark ends the session then
 */
export function byTime(marks: readonly CountedMark[], durationMs: number | undefined): Part[] {
  const end = Math.max(durationMs ?? 0, ...marks.map(({ atMs }) => atMs + 1));
  const step = stretchOf(end);
  return Array.from({ length: Math.ceil(end / step) }, (_, at) =>
    partOf(marks, undefined, at * step, Math.min((at + 1) * step, end)),
  );
}

/** The shortest stretch that is not too many; whole hours beyond. */
function stretchOf(end: number): number {
  const minutes = stretchMinutes.find((one) => end / (one * 60_000) <= mostStretches);
  return (minutes ?? 60 * Math.ceil(end / (mostStretches * 3_600_000))) * 60_000;
}

const partOf = (
  marks: readonly CountedMark[],
  name: string | undefined,
  fromMs: number,
  toMs: number,
): Part => ({
  name,
  fromMs,
  toMs,
  by: countsOf(marks.filter(({ atMs }) => atMs >= fromMs && atMs < toMs)),
});
