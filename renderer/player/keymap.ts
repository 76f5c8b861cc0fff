/** Which keys lead to which action: the usual ones, and what a person made of them. No key ever leads to two. */
import type { Chord, Settings } from '../../preload/api';
import { type Action, actions, type Keymap, keys } from './keys';
import { reserved } from './reserved';

type Changed = Settings['keys'];

/** An action has room for so many chords. */
export const mostChords = 3;

/** Tells chords apart: two are the same when this is. */
export const chordId = ({ code, ctrl, alt, shift }: Chord): string =>
  `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${code}`;

const includes = (chords: readonly Chord[], chord: Chord): boolean =>
  chords.some((one) => chordId(one) === chordId(chord));

/** Why this chord cannot be given to the action; its usual ones always can. */
export const refusal = (action: Action, chord: Chord) =>
  includes(keys[action], chord) ? undefined : reserved(chord);

/** The chords each action asks for, changed actions first: what a person chose goes before what is usual. */
function wishes(changed: Changed): { action: Action; chord: Chord }[] {
  const isChanged = (action: Action) => Object.hasOwn(changed, action);
  const ordered = [...actions.filter(isChanged), ...actions.filter((action) => !isChanged(action))];
  return ordered.flatMap((action) =>
    ((isChanged(action) ? changed[action] : undefined) ?? keys[action])
      .filter((chord) => refusal(action, chord) === undefined)
      .map((chord) => ({ action, chord })),
  );
}

/** The keys as they work, from what a person changed. Unknown actions and reserved chords are left out. */
export function keymapOf(changed: Changed): Keymap {
  const taken = new Set<string>();
  const kept = wishes(changed).filter(({ chord }) => {
    const isFree = !taken.has(chordId(chord));
    taken.add(chordId(chord));
    return isFree;
  });
  return keymapFrom((action) => kept.filter((one) => one.action === action).map(({ chord }) => chord));
}

/** Chords that several actions ask for, as after a new version or in a file written by hand; the first one has it. */
export function conflicts(changed: Changed): { chord: Chord; actions: Action[] }[] {
  const wanted = Map.groupBy(wishes(changed), ({ chord }) => chordId(chord));
  return [...wanted.values()].flatMap((found) => {
    const wanting = [...new Set(found.map(({ action }) => action))];
    const [first] = found;
    return first === undefined || wanting.length < 2 ? [] : [{ chord: first.chord, actions: wanting }];
  });
}

/** The other actions that have some of these chords, each with the chord. */
export const holders = (
  keymap: Keymap,
  action: Action,
  chords: readonly Chord[],
): { action: Action; chord: Chord }[] =>
  actions
    .filter((other) => other !== action)
    .flatMap((other) =>
      keymap[other].filter((chord) => includes(chords, chord)).map((chord) => ({ action: other, chord })),
    );

/** Gives the action these chords and takes them from every other one. What is as usual is not kept. */
export function withChords(changed: Changed, action: Action, chords: readonly Chord[]): Changed {
  const before = keymapOf(changed);
  const after = keymapFrom((one) =>
    one === action ? chords : before[one].filter((chord) => !includes(chords, chord)),
  );
  return changedOf(after);
}

/** Whether the action has its usual chords. */
export const isUsual = (keymap: Keymap, action: Action): boolean =>
  keymap[action].map(chordId).join() === keys[action].map(chordId).join();

/** What differs from the usual, as it is kept. */
export const changedOf = (keymap: Keymap): Changed =>
  Object.fromEntries(
    actions.filter((action) => !isUsual(keymap, action)).map((action) => [action, keymap[action]]),
  );

const keymapFrom = (chordsOf: (action: Action) => readonly Chord[]): Keymap =>
  // One entry for each action: TypeScript does not follow that through a list of pairs.
  Object.fromEntries(actions.map((action) => [action, chordsOf(action)])) as unknown as Keymap;
