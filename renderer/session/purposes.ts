/** What each kind of rater rates for. The main process refuses the rest. */
import type { Purpose, Rater } from '../../db/model';

const purposes = {
  supervisor: ['supervision', 'training', 'certification', 'research'],
  expert: ['supervision', 'training', 'certification', 'research'],
  trainee: ['training', 'certification'],
  self: ['selfRating'],
} as const satisfies Record<Rater['kind'], Purpose[]>;

/** The usual purpose stands first. */
export const purposesOf = (kind: Rater['kind'] | undefined): readonly Purpose[] =>
  kind === undefined ? [] : purposes[kind];
