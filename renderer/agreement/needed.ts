/** How many raters a score needs: pure, from the steps of its decision study. */
import type { AgreementRow } from '../../preload/api';

export type Kind = 'absolute' | 'relative';

/** A target that is met exactly must not be missed by rounding. */
const meets = (value: number | undefined, target: number): boolean =>
  value !== undefined && value >= target - 1e-12;

/**
 * The fewest raters whose mean reaches the target: by the number, and by the lower end of its interval. Undefined where
 * the longest plan does not reach it, or there is none.
 */
export function neededOf(
  { steps }: Pick<AgreementRow, 'steps'>,
  kind: Kind,
  target: number,
): { needed: number | undefined; safe: number | undefined } {
  return {
    needed: steps.find((step) => meets(step[kind].value, target))?.raters,
    safe: steps.find((step) => meets(step[kind].limits.lower, target))?.raters,
  };
}
