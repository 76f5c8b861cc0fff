import type { Results, ResultsRating } from '../../db/results';

type Props = {
  results: Results;
  /** The ratings that are looked at. */
  shown: readonly ResultsRating[];
  /** The item whose moments are looked at; undefined for all. */
  item: number | undefined;
  chooseItem: (item: number | undefined) => void;
};

/** The moments that the scores come from: listed, chosen, played one after the other. */
export function Moments({ shown }: Props) {
  return <p>{shown.length}</p>;
}
