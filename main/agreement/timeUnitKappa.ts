import { confusionOf } from './confusion.ts';
import type { Moment } from './markMatching.ts';
import { type Reason, unavailable, type Value } from './result.ts';
import { type Share, shareOf } from './simpleAgreement.ts';
import { kappaOf } from './weightedKappa.ts';
import { agreementWeights } from './weights.ts';

export type TimeUnitKappa = {
  /** Units of time that were compared. */
  units: number;
  codes: string[];
  /** Units by the first rater's code (rows) and the second's (columns), in the order of `codes`. */
  confusion: number[][];
  observed: Value;
  expected: Value;
  /** Cohen's kappa over units, -1 to 1. Units are not independent: it has no standard error of its own. */
  kappa: Value;
  /** Units whose code the other rater has at most `tolerance` units away; the mean of both directions. */
  withinTolerance: Share;
};

/**
 * Cohen's kappa over units of time: one code for each unit and rater. It asks whether raters agree from moment to
 * moment; marks a second apart count as disagreement, so for moments take `matchMarks`.
 * Source: Bakeman, Quera & Gnisci (2009), Observer agreement for timed-event sequential data, Behavior Research
 * Methods 41, who advise to report it beside an event-based kappa.
 *
 * @param first, second one code for each unit; what only one of them covers is left out
 * @param tolerance in units
 */
export function timeUnitKappa(
  first: readonly string[],
  second: readonly string[],
  tolerance = 0,
): TimeUnitKappa {
  const units = Math.min(first.length, second.length);
  const [a, b] = [first.slice(0, units), second.slice(0, units)];
  const codes = [...new Set([...a, ...b])].toSorted();
  const q = codes.length;
  const counts = confusionOf(a, b, codes) ?? [];
  const { observed, expected, ...kappa } = kappaOf(counts, agreementWeights('identity', q));
  const orReason = (value: number | undefined, reason: Reason): Value =>
    value === undefined ? unavailable(reason) : { value };
  return {
    units,
    codes,
    confusion: codes.map((_, row) => counts.slice(row * q, (row + 1) * q)),
    observed: orReason(observed, 'noPairs'),
    expected: orReason(expected, 'noPairs'),
    kappa: kappa.value === undefined ? unavailable(kappa.reason) : { value: kappa.value },
    withinTolerance: shareOf((near(a, b, tolerance) + near(b, a, tolerance)) / 2, units),
  };
}

/** Units whose code the other has within the tolerance. */
const near = (own: readonly string[], other: readonly string[], tolerance: number): number =>
  own.filter((code, at) => other.slice(Math.max(0, at - tolerance), at + tolerance + 1).includes(code))
    .length;

/**
 * In which units of time a rater has a mark: what `timeUnitKappa` compares for one item. A stretch marks every unit
 * it touches, a moment the one it lies in.
 * @param marks of one item and rater
 */
export function timeUnits(
  marks: readonly Moment[],
  { durationMs, unitMs }: { durationMs: number; unitMs: number },
): ('marked' | 'unmarked')[] {
  const units = new Array<'marked' | 'unmarked'>(Math.max(0, Math.ceil(durationMs / unitMs))).fill(
    'unmarked',
  );
  for (const { atMs, endMs } of marks) {
    const last = endMs === null ? atMs : Math.max(atMs, endMs - 1);
    units.fill('marked', Math.floor(atMs / unitMs), Math.floor(last / unitMs) + 1);
  }
  return units;
}
