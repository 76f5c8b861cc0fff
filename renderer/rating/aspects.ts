import type { Mark } from '../../db/model';

/** The parts of turn-taking that marks of item 3 tell apart, in the order of a turn. */
export const aspects = [
  'ownInitiative',
  'followUp',
  'organising',
  'deepening',
  'closing',
] as const satisfies readonly Mark['aspect'][];

/** The next one; after the last one none, and then the first. */
export function nextAspect(aspect: Mark['aspect']): Mark['aspect'] {
  if (aspect === null) return aspects[0];
  return aspects[aspects.indexOf(aspect) + 1] ?? null;
}
