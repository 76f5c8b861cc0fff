/** Changing one key after another: which one is being changed, and what stands in the way. */
import { useState } from 'react';
import type { Chord } from '../../preload/api';
import { chordId, holders, keymapOf, mostChords, withChords } from '../player/keymap';
import { type Action, type Keymap, keys } from '../player/keys';
import type { Read } from './chordOf';
import { useSettings } from './useSettings';

export type Editing = {
  action: Action;
  /** Which of the action's chords is changed; its number of chords for a new one. */
  index: number;
  /** What was pressed and cannot be had. */
  refused?: Required<Read>;
  /** What others have: it is taken only when asked for. */
  held?: { chords: readonly Chord[]; by: readonly { action: Action; chord: Chord }[] };
};

export type KeyEdits = ReturnType<typeof useKeyEdits>;

/** @param told the keys as they will be, the action that has others now, and those it took them from */
export function useKeyEdits(told: (keymap: Keymap, changed: readonly Action[]) => void) {
  const { settings, save } = useSettings();
  const [editing, setEditing] = useState<Editing>();
  const keymap = keymapOf(settings.keys);

  function give(action: Action, chords: readonly Chord[], from: readonly Action[]): void {
    save((now) => ({ keys: withChords(now.keys, action, chords) }));
    setEditing(undefined);
    told(keymapOf(withChords(settings.keys, action, chords)), [action, ...from]);
  }

  /** Gives the action these chords, or stops and says who has them. */
  function want(action: Action, index: number, chords: readonly Chord[]): void {
    const by = holders(keymap, action, chords);
    if (by.length === 0) give(action, chords, []);
    else setEditing({ action, index, held: { chords, by } });
  }

  return {
    editing,
    begin: (action: Action, index: number) => setEditing({ action, index }),
    cancel: () => setEditing(undefined),
    press(read: Read): void {
      if (editing === undefined) return;
      const { action, index } = editing;
      const { chord, refused } = read;
      if (refused !== undefined) {
        setEditing({ action, index, refused: { chord, refused } });
        return;
      }
      const chords = keymap[action].toSpliced(index, 1, chord);
      const once = chords.filter(
        (one, at) => chords.findIndex((other) => chordId(other) === chordId(one)) === at,
      );
      want(action, index, once.slice(0, mostChords));
    },
    take(): void {
      if (editing?.held === undefined) return;
      const { action, held } = editing;
      give(
        action,
        held.chords,
        held.by.map((one) => one.action),
      );
    },
    remove(): void {
      if (editing === undefined) return;
      const { action, index } = editing;
      give(action, keymap[action].toSpliced(index, 1), []);
    },
    reset: (action: Action) => want(action, 0, keys[action]),
    resetAll(): void {
      save({ keys: {} });
      setEditing(undefined);
      told(keys, []);
    },
  };
}
