/** A log from before it was a chain becomes one as it is taken over, as the migration makes it. */
import { beginning, digestOf, hashOf, newSalt } from './chain.ts';
import type { Table } from './salvageTables.ts';

/** @param there the log as the damaged record has it; undefined when it is a chain already, and for other tables */
export function chaining(there: Table) {
  if (there.name !== 'change' || there.columns.includes('hash')) return undefined;
  const { columns } = there;
  let previous = beginning;
  return {
    table: { ...there, columns: [...columns, 'salt', 'digest', 'hash'] },
    /** Called for each row, in order. */
    link(row: readonly unknown[]): unknown[] {
      const field = (column: string): unknown => row[columns.indexOf(column)];
      const text = (column: string): string => String(field(column));
      const textOrNull = (column: string): string | null => (field(column) == null ? null : text(column));
      const salt = newSalt();
      const digest = digestOf(salt, textOrNull('before'), textOrNull('after'));
      previous = hashOf(previous, {
        id: Number(field('id')),
        at: text('at'),
        raterId: textOrNull('rater_id'),
        ratingId: textOrNull('rating_id'),
        noun: text('noun'),
        nounId: text('noun_id'),
        action: text('action'),
        digest,
        erases: null,
      });
      return [...row, salt, digest, previous];
    },
  };
}
