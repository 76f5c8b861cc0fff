import type { Chord } from '../../preload/api';
import { refusal } from '../player/keymap';
import type { Action, Pressed } from '../player/keys';
import type { Reserved } from '../player/reserved';

/** What is held with others, what switches, and what the system cannot name. */
const notKeys = /^(Shift|Control|Alt|Meta|OS|Fn|CapsLock|NumLock|ScrollLock|Unidentified|Unknown)/;

export type Read = { chord: Chord; refused?: Reserved | 'help' };

/** The chord of a key press, and why the action cannot have it; undefined while only Shift or the like is held. */
export function chordOf(pressed: Pressed, action: Action): Read | undefined {
  const { code, key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (!/^[A-Za-z0-9]{1,30}$/.test(code) || notKeys.test(code)) return undefined;
  const chord: Chord = {
    code,
    ...(ctrlKey || metaKey ? { ctrl: true } : {}),
    ...(altKey ? { alt: true } : {}),
    ...(shiftKey ? { shift: true } : {}),
  };
  if (key === '?') return { chord, refused: 'help' };
  if (pressed.getModifierState?.('AltGraph')) return { chord, refused: 'altGr' };
  const refused = refusal(action, chord);
  return refused === undefined ? { chord } : { chord, refused };
}
