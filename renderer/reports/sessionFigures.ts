/** What a session report tells, from the ratings that were chosen for it: pure. */
import type { ResultsRating } from '../../db/results';
import type { OwnChoices } from './choices';
import { countedOf, type Figure, figureIn, isReported } from './choosing';

export type SessionFigures = {
  /** The chosen ratings. */
  shown: ResultsRating[];
  /** Those that the numbers are taken of. */
  counted: ResultsRating[];
  /** Therapists' own, shown beside the numbers and never in them. */
  self: ResultsRating[];
  /** By measure: the overall first, then the items. */
  quality: Figure[];
  adherence: Figure[];
  selfQuality: Figure[];
};

const measures = Array.from({ length: 20 }, (_, measure) => measure);

export function sessionFigures(shown: readonly ResultsRating[]): SessionFigures {
  const flat = shown.map((one) => ({ ...one, raterId: one.rating.raterId, purpose: one.rating.purpose }));
  const counted = countedOf(flat);
  const own = flat.filter(({ purpose }) => purpose === 'selfRating');
  const self = counted.some(({ purpose }) => purpose === 'selfRating') ? [] : own;
  return {
    shown: [...shown],
    counted,
    self,
    quality: measures.map((measure) => figureIn(counted, measure, 'quality')),
    adherence: measures.map((measure) => figureIn(counted, measure, 'adherence')),
    selfQuality: measures.map((measure) => figureIn(self, measure, 'quality')),
  };
}

/**
 * The ratings that can stand in one report, which follow one edition of the scale, and those of them that do:
 * others' unless something else was chosen, or therapists' own where there are no others.
 */
export function chosenRatings(ratings: readonly ResultsRating[], own: OwnChoices) {
  const reported = ratings.filter(({ rating }) => isReported(rating.purpose));
  const byEdition = [...Map.groupBy(reported, ({ edition }) => edition.id).values()].sort(
    (a, b) => b.length - a.length || lastOf(b).localeCompare(lastOf(a)),
  );
  const offered = byEdition.find(([one]) => one?.edition.id === own.edition) ?? byEdition[0] ?? [];
  const others = offered.filter(({ rating }) => rating.purpose !== 'selfRating');
  const usual = others.length > 0 ? others : offered;
  return {
    editions: byEdition.flatMap(([one]) => one?.edition ?? []),
    edition: offered[0]?.edition,
    offered,
    chosen:
      own.ratings === undefined ? usual : offered.filter(({ rating }) => own.ratings?.includes(rating.id)),
  };
}

const lastOf = (ratings: readonly ResultsRating[]): string =>
  ratings
    .map(({ rating }) => rating.startedAt)
    .toSorted()
    .at(-1) ?? '';
