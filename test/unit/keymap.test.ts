import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someSettings } from '../../main/settings.ts';
import type { Chord, Settings } from '../../preload/api.ts';
import {
  changedOf,
  chordId,
  conflicts,
  holders,
  isUsual,
  keymapOf,
  refusal,
  withChords,
} from '../../renderer/player/keymap.ts';
import { type Action, actionOf, actions, keys } from '../../renderer/player/keys.ts';

// Few codes, so that chords often meet.
const codes = ['KeyK', 'KeyM', 'KeyQ', 'ArrowLeft', 'F1', 'Space', 'Digit1', 'Enter', 'Comma', 'BracketLeft'];
const chord: fc.Arbitrary<Chord> = fc.record(
  {
    code: fc.constantFrom(...codes),
    shift: fc.constant(true as const),
    ctrl: fc.constant(true as const),
    alt: fc.constant(true as const),
  },
  { requiredKeys: ['code'] },
);
const action = fc.constantFrom(...actions);
const names = fc.oneof(action, fc.constantFrom('gone', 'constructor', 'toString'));
const changes = fc.dictionary(names, fc.array(chord, { maxLength: 3 }), { maxKeys: 12 });
/** Chords that a person can give to an action. */
const given = (one: Action) =>
  fc.uniqueArray(
    chord.filter((some) => refusal(one, some) === undefined),
    { maxLength: 3, selector: chordId },
  );
const edit = action.chain((one) => fc.tuple(fc.constant(one), given(one)));

const all = (keymap: Readonly<Record<Action, readonly Chord[]>>) =>
  actions.flatMap((one) => keymap[one].map(chordId));

describe('the keys as a person has them', () => {
  test('are the usual ones when nothing was changed', () => {
    expect(keymapOf({})).toEqual(keys);
    expect(changedOf(keymapOf({}))).toEqual({});
  });

  test('never mean two things, whatever the file says', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        const chords = all(keymapOf(changed));
        expect(new Set(chords).size).toBe(chords.length);
      }),
    );
  });

  test('hold no chord that is reserved', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        const keymap = keymapOf(changed);
        for (const one of actions) {
          expect(keymap[one].filter((some) => refusal(one, some) !== undefined)).toEqual([]);
        }
      }),
    );
  });

  test('are the same again after they were kept and read', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        const keymap = keymapOf(changed);
        const kept = someSettings.parse(JSON.parse(JSON.stringify({ keys: changedOf(keymap) })));
        expect(keymapOf(kept.keys ?? {})).toEqual(keymap);
      }),
    );
  });

  test('lead to the action that has them', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        const keymap = keymapOf(changed);
        for (const one of actions) {
          for (const { code, shift = false, ctrl = false, alt = false } of keymap[one]) {
            const pressed = { code, key: '', shiftKey: shift, ctrlKey: ctrl, metaKey: false, altKey: alt };
            expect(actionOf(pressed, keymap)).toBe(one);
          }
        }
      }),
    );
  });

  test('that were chosen go before the usual ones of others', () => {
    const keymap = keymapOf({ undo: [{ code: 'KeyM' }] });
    expect(keymap.undo).toEqual([{ code: 'KeyM' }]);
    expect(keymap.missed).toEqual([]);
  });

  test('may be none', () => {
    expect(keymapOf({ toggle: [] }).toggle).toEqual([]);
  });
});

describe('giving an action its keys', () => {
  test('gives exactly these, and takes nothing but these from the others', () => {
    fc.assert(
      fc.property(changes, edit, (changed, [one, chords]) => {
        const before = keymapOf(changed);
        const after = keymapOf(withChords(changed, one, chords));
        expect(after[one]).toEqual(chords);
        const ids = chords.map(chordId);
        for (const other of actions.filter((some) => some !== one)) {
          expect(after[other]).toEqual(before[other].filter((some) => !ids.includes(chordId(some))));
        }
      }),
    );
  });

  test('leaves no conflict behind', () => {
    fc.assert(
      fc.property(changes, edit, (changed, [one, chords]) => {
        expect(conflicts(withChords(changed, one, chords))).toEqual([]);
      }),
    );
  });

  test('and giving the usual ones back to all keeps nothing', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        const reset = actions.reduce<Settings['keys']>(
          (now, one) => withChords(now, one, keys[one]),
          changed,
        );
        expect(reset).toEqual({});
      }),
    );
  });

  test('names those who would lose a key', () => {
    expect(holders(keymapOf({}), 'undo', [{ code: 'KeyM' }, { code: 'KeyQ' }])).toEqual([
      { action: 'missed', chord: { code: 'KeyM' } },
    ]);
    expect(holders(keymapOf({}), 'missed', [{ code: 'KeyM' }])).toEqual([]);
  });

  test('is told from having the usual ones', () => {
    expect(isUsual(keymapOf({}), 'redo')).toBe(true);
    expect(isUsual(keymapOf({ redo: [{ code: 'KeyY', ctrl: true }] }), 'redo')).toBe(false);
  });
});

describe('conflicts', () => {
  test('are there where two actions ask for one chord, and the chosen one has it', () => {
    expect(conflicts({ undo: [{ code: 'KeyM' }] })).toEqual([
      { chord: { code: 'KeyM' }, actions: ['undo', 'missed'] },
    ]);
  });

  test('are none among the usual keys', () => {
    expect(conflicts({})).toEqual([]);
  });
});

describe('keys that stay what they are', () => {
  test.each([
    [{ code: 'Digit4' }, 'digit'],
    [{ code: 'Numpad4' }, 'digit'],
    [{ code: 'Numpad4', shift: true }, 'digit'],
    [{ code: 'Enter' }, 'desk'],
    [{ code: 'NumpadEnter' }, 'desk'],
    [{ code: 'Enter', ctrl: true }, 'desk'],
    [{ code: 'Backspace' }, 'desk'],
    [{ code: 'Escape' }, 'desk'],
    [{ code: 'Tab', shift: true }, 'desk'],
    [{ code: 'Space', ctrl: true }, 'note'],
    [{ code: 'KeyC', ctrl: true }, 'text'],
    [{ code: 'KeyV', ctrl: true, shift: true }, 'text'],
    [{ code: 'KeyQ', ctrl: true }, 'system'],
    [{ code: 'KeyW', ctrl: true }, 'system'],
    [{ code: 'F4', alt: true }, 'system'],
    [{ code: 'KeyE', ctrl: true, alt: true }, 'altGr'],
  ] as const)('%o is refused: %s', (some, reason) => {
    expect(refusal('toggle', some)).toBe(reason);
  });

  test.each([
    { code: 'KeyP' },
    { code: 'Digit4', ctrl: true },
    { code: 'Digit4', shift: true },
    { code: 'F5' },
    { code: 'BracketLeft', alt: true },
    { code: 'NumpadAdd' },
  ] as const)('%o is free to take', (some) => {
    expect(refusal('toggle', some)).toBeUndefined();
  });
});
