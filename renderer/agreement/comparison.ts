/** The moments of two raters in one list: pure. */
import type { Mark } from '../../db/model';
import type { AgreementMoments } from '../../preload/api';

export const kinds = ['both', 'onlyFirst', 'onlySecond', 'otherItem'] as const;
export type ComparedKind = (typeof kinds)[number];

/** A moment that one or both marked. */
export type ComparedMoment = {
  kind: ComparedKind;
  first: Mark | undefined;
  second: Mark | undefined;
  /** Start of the second after the first. */
  laterMs: number;
};

/** The mark that is played: whichever begins first, so that both are heard. */
export const playedMark = ({ first, second }: ComparedMoment): Mark | undefined =>
  first === undefined || (second !== undefined && second.atMs < first.atMs) ? second : first;

/** In order of time. */
export function comparedMoments(found: AgreementMoments): ComparedMoment[] {
  const all: ComparedMoment[] = [
    ...found.both.map((pair) => ({ kind: 'both' as const, ...pair })),
    ...found.otherItem.map((pair) => ({ kind: 'otherItem' as const, ...pair })),
    ...found.onlyFirst.map((first) => ({ kind: 'onlyFirst' as const, first, second: undefined, laterMs: 0 })),
    ...found.onlySecond.map((second) => ({
      kind: 'onlySecond' as const,
      first: undefined,
      second,
      laterMs: 0,
    })),
  ];
  return all.toSorted((a, b) => (playedMark(a)?.atMs ?? 0) - (playedMark(b)?.atMs ?? 0));
}
