/** Chords that cannot be given to an action, and why. */
import type { Chord } from '../../preload/api';

export type Reserved = 'digit' | 'desk' | 'note' | 'text' | 'system' | 'altGr';

export function reserved({ code, ctrl, alt, shift }: Chord): Reserved | undefined {
  if (/^(Enter|NumpadEnter|Backspace|Escape|Tab)$/.test(code)) return 'desk';
  // On many keyboards Ctrl+Alt is AltGr, which types characters.
  if (ctrl && alt) return 'altGr';
  // With Shift the number pad still sends its digits on some systems.
  if (!ctrl && !alt && (/^Numpad\d$/.test(code) || (!shift && /^Digit\d$/.test(code)))) return 'digit';
  if (ctrl && code === 'Space') return 'note';
  if (ctrl && /^Key[ACVX]$/.test(code)) return 'text';
  // Closing, leaving, loading again, hiding: on Windows, Linux or a Mac.
  if (ctrl && /^Key[HMQRW]$/.test(code)) return 'system';
  if (alt && /^(F4|Space)$/.test(code)) return 'system';
  return undefined;
}
