/** Where everything of a profile stands, in pixels: pure. */
import { levels } from '../../db/scale';
import type { Side } from '../charts/series';
import type { ProfileRow } from './profile';

/** One scale from 1 to 7, lying. */
export type Axis = {
  /** Of level 1. */
  start: number;
  /** From one level to the next. */
  step: number;
};

export type Columns = {
  /** Whether the items have room for their full names. */
  fullNames: boolean;
  numberEnd: number;
  nameStart: number;
  /** Room for a name. */
  nameWidth: number;
  quality: Axis;
  adherence: Axis;
  /** Middle of the column of differences; undefined where there is nothing to compare. */
  difference: number | undefined;
};

const numberWidth = 26;
const shortNames = 136;
const fullNames = 434;
const differenceWidth = 52;
/** Around the outermost levels, so that signs beside each other still fit. */
const margin = 18;

/** @param width of the whole, from about 520 */
export function columnsOf(width: number, compares: boolean): Columns {
  const full = width >= 960;
  const nameWidth = full ? fullNames : shortNames;
  const difference = compares ? differenceWidth : 0;
  const room = width - numberWidth - nameWidth - difference - 4 * margin;
  const qualityStep = Math.floor((room * 0.59) / (levels.length - 1));
  const adherenceStep = Math.floor((room * 0.41) / (levels.length - 1));
  const qualityStart = numberWidth + nameWidth + margin;
  const qualityEnd = qualityStart + qualityStep * (levels.length - 1);
  return {
    fullNames: full,
    numberEnd: numberWidth - 8,
    nameStart: numberWidth,
    nameWidth: nameWidth - 4,
    quality: { start: qualityStart, step: qualityStep },
    adherence: { start: qualityEnd + difference + 2 * margin, step: adherenceStep },
    difference: compares ? qualityEnd + margin + differenceWidth / 2 : undefined,
  };
}

export const xOf = ({ start, step }: Axis, level: number): number => start + (level - 1) * step;

const lineHeight = 16;
/** Half the width of a sign. */
export const signSizes = { quality: 7, adherence: 5.5 } as const satisfies Record<Side, number>;
/** Of the one rating that has no others beside it. */
export const loneSize = 8;

/** From one sign to the next beside it: triangles are the widest. */
const apartOf = (size: number): number => 2.4 * size;

/** How many signs fit beside each other at a level, with one sign at the levels around it. */
function mostBeside({ step }: Pick<Axis, 'step'>, size: number): number {
  const signs = step / apartOf(size);
  // Nearer to their own level than to the next, and clear of a sign that stands there.
  return Math.max(1, Math.min(Math.ceil(signs), Math.floor(2 * signs - 1)));
}

export type Placed = { dx: number; dy: number };

/**
 * Places signs around their levels, so that none covers another and all are nearer to their own level than to any
 * other: beside each other, or beneath where the level next to theirs takes the room.
 * @param counts how many signs each level has
 * @param size half the width of one
 */
export function around(
  counts: ReadonlyMap<number, number>,
  axis: Pick<Axis, 'step'>,
  size: number,
): Map<number, Placed[]> {
  const wide = new Set<number>();
  for (const [level, count] of [...counts].sort(([a, one], [b, other]) => other - one || a - b)) {
    if (count > 1 && !wide.has(level - 1) && !wide.has(level + 1)) wide.add(level);
  }
  return new Map(
    [...counts].map(([level, count]) => [
      level,
      inLines(count, wide.has(level) ? mostBeside(axis, size) : 1, apartOf(size)),
    ]),
  );
}

function inLines(count: number, most: number, apart: number): Placed[] {
  const lines = Math.ceil(count / most);
  const onOne = Math.ceil(count / lines);
  return Array.from({ length: count }, (_, at) => {
    const line = Math.floor(at / onOne);
    const onThis = Math.min(onOne, count - line * onOne);
    return {
      dx: ((at % onOne) - (onThis - 1) / 2) * apart,
      dy: (line - (lines - 1) / 2) * lineHeight,
    };
  });
}

/** How many of the points have each level. */
export const countsOfLevels = (points: ProfileRow['points'], side: Side): Map<number, number> =>
  new Map(
    [
      ...Map.groupBy(
        points.flatMap((point) => point[side] ?? []),
        (level) => level,
      ),
    ].map(([level, those]) => [level, those.length]),
  );

/** As high as its most crowded level needs. */
export function rowHeightOf(row: Pick<ProfileRow, 'points'>, columns: Columns): number {
  const lowest = (['quality', 'adherence'] as const).flatMap((side) =>
    [...around(countsOfLevels(row.points, side), columns[side], signSizes[side]).values()].flatMap((places) =>
      places.map(({ dy }) => dy),
    ),
  );
  return 24 + 2 * Math.max(0, ...lowest);
}

/** Of an average character, for a letter height of 1. */
const characterWidth = 0.505;

/** About as wide as a text is drawn: enough to keep texts apart and to cut names. */
export const textWidth = (text: string, size: number): number => text.length * size * characterWidth;

/** As much of a text as there is room for. */
export function cut(text: string, size: number, room: number): string {
  const most = Math.max(1, Math.floor(room / (size * characterWidth)));
  return text.length <= most
    ? text
    : `${[...text]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * Where words fit on an axis beside the levels: outside of them if they can, else in the widest stretch between two.
 * @param taken levels, in any order
 * @param width of the words
 */
export function roomFor(
  axis: Axis,
  taken: readonly number[],
  width: number,
): { middle: number; fits: boolean } {
  const sign = 10;
  const edges = [
    { from: axis.start - margin, to: axis.start - margin },
    ...taken
      .toSorted((a, b) => a - b)
      .map((level) => ({ from: xOf(axis, level) - sign, to: xOf(axis, level) + sign })),
    { from: xOf(axis, 7) + margin, to: xOf(axis, 7) + margin },
  ];
  const gaps = edges.slice(1).map(({ from }, at) => ({ start: edges[at]?.to ?? 0, end: from }));
  const widest = (some: typeof gaps) =>
    some.reduce((best, gap) => (gap.end - gap.start > best.end - best.start ? gap : best));
  const outer = widest(gaps.filter((_, at) => at === 0 || at === gaps.length - 1));
  const chosen = outer.end - outer.start >= width ? outer : widest(gaps);
  return { middle: (chosen.start + chosen.end) / 2, fits: chosen.end - chosen.start >= width };
}
