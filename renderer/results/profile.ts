/** The profile of a session over the 19 items: pure, from the submitted ratings that are looked at. */
import type { ResultsRating } from '../../db/results';
import { items } from '../../db/scale';
import type { Side } from '../charts/series';
import { type Mean, meanOf } from '../rating/means';

/** What the profile reads of a rating. */
export type ProfileRating = Pick<ResultsRating, 'adherence' | 'quality' | 'noOccasion' | 'edition'> & {
  rating: Pick<ResultsRating['rating'], 'id'>;
};

/** What one rating says of one measure. A level is 1 to 7; null where it gives none. */
export type ProfilePoint = {
  ratingId: string;
  quality: number | null;
  adherence: number | null;
  /** A state of its own: both levels are null then. */
  noOccasion: boolean;
  /** False where the edition that the rating follows has no adherence for the item. */
  takesAdherence: boolean;
};

/** From the lowest to the highest level. */
type Span = { lowest: number; highest: number };

/** Of the levels that were given; undefined where there are none. */
type Spread = Span & {
  /** Of each edition of the scale with two levels or more: levels of different editions are not compared. */
  spans: Span[];
  /** The largest within one edition, 0 to 6; undefined where none has two levels. */
  difference: number | undefined;
};

export type ProfileRow = {
  /** The item's number, or 0 for the overall. */
  measure: number;
  /** One for each rating, in the order they were given. */
  points: ProfilePoint[];
  quality: Spread | undefined;
  adherence: Spread | undefined;
};

export type Profile = {
  overall: ProfileRow;
  /** Of each rating the mean of the items it gives a level, beside its own overall. */
  means: { ratingId: string; quality: Mean | undefined; adherence: Mean | undefined }[];
  /** The 19 items by number. */
  items: ProfileRow[];
};

export function profileOf(ratings: readonly ProfileRating[]): Profile {
  return {
    overall: rowOf(ratings, 0),
    means: ratings.map(({ rating, quality, adherence }) => ({
      ratingId: rating.id,
      quality: meanOf(quality.slice(1)),
      adherence: meanOf(adherence.slice(1)),
    })),
    items: items.map(({ number }) => rowOf(ratings, number)),
  };
}

function rowOf(ratings: readonly ProfileRating[], measure: number): ProfileRow {
  const points = ratings.map((one) => ({
    ratingId: one.rating.id,
    quality: one.quality[measure] ?? null,
    adherence: one.adherence[measure] ?? null,
    noOccasion: one.noOccasion.includes(measure),
    takesAdherence: takesAdherence(one, measure),
  }));
  const spreadOf = (side: Side) =>
    spread(ratings.map((one) => ({ level: one[side][measure], edition: one.edition.id })));
  return { measure, points, quality: spreadOf('quality'), adherence: spreadOf('adherence') };
}

/** The overall always takes both. */
const takesAdherence = ({ edition }: ProfileRating, measure: number): boolean =>
  edition.items.find(({ item }) => item === measure)?.takesAdherence ?? true;

function spread(some: readonly { level: number | null | undefined; edition: string }[]): Spread | undefined {
  const given = some.flatMap(({ level, edition }) => (level == null ? [] : [{ level, edition }]));
  if (given.length === 0) return undefined;
  const spans = [...Map.groupBy(given, ({ edition }) => edition)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, those]) => (those.length < 2 ? [] : [spanOf(those.map(({ level }) => level))]));
  const difference =
    spans.length === 0 ? undefined : Math.max(...spans.map(({ lowest, highest }) => highest - lowest));
  return { ...spanOf(given.map(({ level }) => level)), spans, difference };
}

const spanOf = (given: readonly number[]): Span => ({
  lowest: Math.min(...given),
  highest: Math.max(...given),
});

export const profileOrders = ['number', 'difference', 'lowest'] as const;
export type ProfileOrder = (typeof profileOrders)[number];

/**
 * By number; by the difference of quality, the largest first; by the lowest quality. Items that have no such number
 * come last, and equals by number.
 */
export function inOrder(rows: readonly ProfileRow[], order: ProfileOrder): ProfileRow[] {
  const place = ({ quality }: ProfileRow): number => {
    if (order === 'number') return 0;
    if (order === 'lowest') return quality?.lowest ?? Number.POSITIVE_INFINITY;
    return quality?.difference === undefined ? Number.POSITIVE_INFINITY : -quality.difference;
  };
  return rows.toSorted((a, b) => {
    const [one, other] = [place(a), place(b)];
    return one === other ? a.measure - b.measure : one - other;
  });
}
