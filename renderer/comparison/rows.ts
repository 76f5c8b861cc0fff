/** A rating beside the standard, item by item: pure. */
import type { Levels } from '../../db/levels';
import type { Score } from '../../db/model';
import { items } from '../../db/scale';
import type { AgreementSide, SessionFigures } from '../../preload/api';

/**
 * `away`: more than one point apart; `occasion`: only one of them found an occasion; `leftOut`: the standard has a
 * judgement and the rater none; `near`: at most one point apart; `undecided`: the standard has no judgement;
 * `neither`: both found no occasion. The first three count as further away, the last two do not count.
 */
const rowKinds = ['away', 'occasion', 'leftOut', 'near', 'undecided', 'neither'] as const;
export type RowKind = (typeof rowKinds)[number];

export type ComparisonRow = {
  /** 0 for the overall. */
  measure: number;
  side: AgreementSide;
  own: number | null;
  standard: number | null;
  ownNoOccasion: boolean;
  standardNoOccasion: boolean;
  kind: RowKind;
  /** Own minus standard, in points. */
  difference: number | undefined;
  /** The standard's. */
  note: string;
};

type Compared = {
  own: Levels;
  standard: { levels: Levels; scores: readonly Pick<Score, 'item' | 'note'>[]; overallNote: string };
};

/** The sides that the programme counts. */
export const sidesOf = ({ overall }: Pick<SessionFigures, 'overall'>): AgreementSide[] =>
  overall.map(({ side }) => side);

/** The overall first, then the items by number; without those of which neither says anything on this side. */
export function comparisonRows({ own, standard: asked }: Compared, side: AgreementSide): ComparisonRow[] {
  const standard = asked.levels;
  return [0, ...items.map(({ number }) => number)].flatMap((measure) => {
    const row = {
      measure,
      side,
      own: own[side][measure] ?? null,
      standard: standard[side][measure] ?? null,
      ownNoOccasion: own.noOccasion.includes(measure),
      standardNoOccasion: standard.noOccasion.includes(measure),
    };
    const note =
      measure === 0 ? asked.overallNote : (asked.scores.find(({ item }) => item === measure)?.note ?? '');
    const difference = row.own === null || row.standard === null ? undefined : row.own - row.standard;
    const says = row.standard !== null || row.standardNoOccasion || row.own !== null || row.ownNoOccasion;
    // Where the edition asks no adherence of the item, a level of quality is there and none of adherence.
    const given = side === 'quality' || row.own !== null || row.standard !== null;
    return says && given ? [{ ...row, difference, kind: kindOf(row, difference), note: note.trim() }] : [];
  });
}

type Judged = Pick<ComparisonRow, 'own' | 'standard' | 'ownNoOccasion' | 'standardNoOccasion'>;

function kindOf(row: Judged, difference: number | undefined): RowKind {
  if (row.ownNoOccasion && row.standardNoOccasion) return 'neither';
  if (row.standard === null && !row.standardNoOccasion) return 'undecided';
  if (row.own === null && !row.ownNoOccasion) return 'leftOut';
  if (difference === undefined) return 'occasion';
  return Math.abs(difference) > 1 ? 'away' : 'near';
}

/** An item, or the overall, with its sides; of the kind of the side that matters most. */
export type ComparedItem = { measure: number; kind: RowKind; note: string; rows: ComparisonRow[] };

/** By kind in the order in which they matter, the largest difference first; without empty ones. */
export function byKind(rows: readonly ComparisonRow[]): { kind: RowKind; items: ComparedItem[] }[] {
  const all = [...Map.groupBy(rows, ({ measure }) => measure)].map(([measure, those]): ComparedItem => {
    const [first] = those.toSorted((a, b) => rowKinds.indexOf(a.kind) - rowKinds.indexOf(b.kind));
    return { measure, kind: first?.kind ?? 'near', note: first?.note ?? '', rows: those };
  });
  return rowKinds.flatMap((kind) => {
    const items = all.filter((one) => one.kind === kind);
    return items.length === 0 ? [] : [{ kind, items: items.toSorted(furthestItem) }];
  });
}

const furthestItem = (a: ComparedItem, b: ComparedItem): number =>
  mostOf(b) - mostOf(a) || a.measure - b.measure;

const mostOf = ({ rows }: ComparedItem): number =>
  Math.max(0, ...rows.map(({ difference }) => Math.abs(difference ?? 0)));

export const furthestFirst = (a: ComparisonRow, b: ComparisonRow): number =>
  Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0) || a.measure - b.measure;
