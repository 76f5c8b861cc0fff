import { meanWithLimits } from './meanWithLimits.ts';
import type { Estimate } from './result.ts';
import { columnsOf, isRated, type Table } from './table.ts';

export type Severity = {
  /** The rater's column in the table. */
  rater: number;
  /** Sessions that this rater and at least one other rated. */
  n: number;
  /** Mean of own level - mean of the others' for the same session, in scale points: below 0 strict, above lenient. */
  difference: Estimate;
};

/** How strict or lenient each rater is against the others of the same sessions; limits by Student's t. */
export function severities(table: Table, confidence = 0.95): Severity[] {
  return Array.from({ length: columnsOf(table) }, (_, rater) => {
    const differences = table.flatMap((row) => {
      const own = row[rater];
      const others = row.filter((level, at) => at !== rater && isRated(level)).map((level) => level ?? 0);
      if (!isRated(own) || others.length === 0) return [];
      return [own - others.reduce((sum, level) => sum + level, 0) / others.length];
    });
    return { rater, n: differences.length, difference: meanWithLimits(differences, confidence).mean };
  });
}
