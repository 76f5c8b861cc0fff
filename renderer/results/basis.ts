/** What the numbers of a session rest on: pure. */
import type { ResultsRating } from '../../db/results';

export type Basis = {
  /** People who rated, the therapists' own ratings apart. */
  raters: number;
  /** Therapists who rated the own work. */
  selves: number;
  /** Whether one of the ratings is what several raters agreed on. */
  consensus: boolean;
  /** Names of the editions of the scale that the ratings follow, each once. */
  editions: string[];
};

type Rated = { rating: Pick<ResultsRating['rating'], 'raterId' | 'purpose'> } & Pick<
  ResultsRating,
  'edition'
>;

/** Who rated a session for several purposes is one rater all the same; a consensus beside others' ratings is none. */
export function basisOf(shown: readonly Rated[]): Basis {
  const own = shown.filter(({ rating }) => rating.purpose === 'selfRating');
  const others = shown.filter(({ rating }) => rating.purpose !== 'selfRating');
  const alone = others.filter(({ rating }) => rating.purpose !== 'consensus');
  const people = (some: readonly Rated[]) => new Set(some.map(({ rating }) => rating.raterId)).size;
  return {
    raters: people(alone.length > 0 ? alone : others),
    selves: people(own),
    consensus: shown.some(({ rating }) => rating.purpose === 'consensus'),
    editions: [...new Map(shown.map(({ edition }) => [edition.id, edition.name])).values()],
  };
}
