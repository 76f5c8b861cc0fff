import type { Matching, Moment } from './markMatching.ts';
import { unavailable, type Value, valueOr } from './result.ts';
import { kappaOf } from './weightedKappa.ts';
import { agreementWeights } from './weights.ts';

export type EventKappa = {
  /** Marks that were paired, and all that either made (pairs count once). */
  pairs: number;
  events: number;
  items: number[];
  /** Pairs by the first rater's item (rows) and the second's (columns); the last row and column: no match. */
  confusion: number[][];
  /** Of the moments both marked: do they give them the same item? -1 to 1. */
  withoutUnmatched: Value;
  /** Of all moments: do both mark them, and with the same item? */
  withUnmatched: Value;
};

/**
 * Kappa over events that were matched, with and without those that only one rater marked.
 *
 * With them, 'no match' is a category, and the cell where neither marked anything cannot occur. Agreement by chance
 * is that of the table with this structural zero that has the same margins, r_i c_i M / (R C): M pairs, R and C
 * marks of each rater. It is what proportional fitting comes to.
 * Source: Quera, Bakeman & Gnisci (2007), Behavior Research Methods 39; Bakeman & Quera (2011), Sequential
 * Analysis and Observational Methods for the Behavioral Sciences, ch. 6.
 *
 * Marks of the same item are matched first, so both are at the upper end of what the marks allow.
 */
export function eventKappa<M extends Moment>(matching: Matching<M>): EventKappa {
  const { both, otherItem, onlyFirst, onlySecond } = matching;
  const linked = [...both, ...otherItem];
  const all = [...linked.flatMap(({ first, second }) => [first, second]), ...onlyFirst, ...onlySecond];
  const items = [...new Set(all.map(({ item }) => item))].toSorted((a, b) => a - b);
  const q = items.length;
  const confusion = Array.from({ length: q + 1 }, () => new Array<number>(q + 1).fill(0));
  const count = (first: M | undefined, second: M | undefined) => {
    const [row, column] = [first, second].map((mark) => (mark === undefined ? q : items.indexOf(mark.item)));
    const own = confusion[row ?? q];
    if (own !== undefined && column !== undefined) own[column] = (own[column] ?? 0) + 1;
  };
  for (const { first, second } of linked) count(first, second);
  for (const mark of onlyFirst) count(mark, undefined);
  for (const mark of onlySecond) count(undefined, mark);
  const ofLinked = confusion.slice(0, q).flatMap((row) => row.slice(0, q));
  const kappa = kappaOf(ofLinked, agreementWeights('identity', q));
  const events = linked.length + onlyFirst.length + onlySecond.length;
  return {
    pairs: linked.length,
    events,
    items,
    confusion,
    withoutUnmatched: kappa.value === undefined ? unavailable(kappa.reason) : { value: kappa.value },
    withUnmatched: withNoMatch(confusion, both.length, linked.length, events),
  };
}

function withNoMatch(confusion: readonly number[][], agreed: number, pairs: number, events: number): Value {
  if (events === 0) return unavailable('noPairs');
  const marked = confusion.slice(0, -1);
  const rows = marked.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = marked.map((_, at) => confusion.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const [ofFirst, ofSecond] = [rows, columns].map((margin) => margin.reduce((sum, count) => sum + count, 0));
  // Without any pair nothing agrees, by chance or otherwise.
  if (pairs === 0 || !ofFirst || !ofSecond) return { value: 0 };
  const alike = rows.reduce((sum, row, at) => sum + row * (columns[at] ?? 0), 0);
  const expected = (alike * pairs) / (ofFirst * ofSecond * events);
  return 1 - expected < 1e-12
    ? unavailable('noVariance')
    : valueOr((agreed / events - expected) / (1 - expected), 'noVariance');
}
