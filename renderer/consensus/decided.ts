/** What a meeting has come to: pure. */
import { isDone } from '../../db/scale';
import type { ConsensusView } from '../../preload/api';
import { ruleOf } from '../rating/changes';
import { type Difference, levelsIn, overallItem, sameLevels } from './differences';

/** `alike`: all said the same from the start, and nobody changed that. */
export type ItemState = 'alike' | 'agreed' | 'undecided' | 'open';

type Meeting = Pick<ConsensusView, 'sources' | 'scores' | 'overall' | 'undecided' | 'edition'>;

export function stateOf({ item, alike }: Difference, meeting: Meeting): ItemState {
  if (meeting.undecided.some((gap) => gap.item === item)) return 'undecided';
  const agreed = levelsIn(meeting, item);
  const takes = item === overallItem || ruleOf(meeting.edition.items, item).takesAdherence;
  if (!isDone(agreed, takes)) return 'open';
  const [first] = meeting.sources;
  return alike && first !== undefined && sameLevels(agreed, levelsIn(first, item)) ? 'alike' : 'agreed';
}

export type Progress = { all: number; decided: number; undecided: number; open: number };

export function progressOf(states: readonly ItemState[]): Progress {
  const count = (...some: ItemState[]) => states.filter((state) => some.includes(state)).length;
  return {
    all: states.length,
    decided: count('alike', 'agreed'),
    undecided: count('undecided'),
    open: count('open'),
  };
}

/**
 * The item to go to next: the first that is open after this one, or else before it; undefined when there is no other.
 * @param rows in the order of the meeting
 */
export function nextOpen(
  rows: readonly { item: number; state: ItemState }[],
  from: number,
): number | undefined {
  const at = rows.findIndex(({ item }) => item === from);
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return inTurn.find(({ state }) => state === 'open')?.item;
}
