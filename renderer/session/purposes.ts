/** What each kind of rater rates for. The main process refuses the rest. */
import type { Purpose, Rater } from '../../db/model';

/** A consensus comes of a meeting. */
type Begun = Exclude<Purpose, 'consensus'>;

const purposes = {
  supervisor: ['supervision', 'training', 'certification', 'research'],
  expert: ['supervision', 'training', 'certification', 'research'],
  trainee: ['training', 'certification'],
  self: ['selfRating'],
} as const satisfies Record<Rater['kind'], Begun[]>;

/** The usual purpose stands first. */
export const purposesOf = (kind: Rater['kind'] | undefined): readonly Begun[] =>
  kind === undefined ? [] : purposes[kind];
