/** How keys are called on screen: as they are printed on the keyboard that is there, where that is known. */
import type { Chord } from '../../preload/api';

/** The character of each physical key, by code. */
export type Layout = Readonly<Record<string, string>>;

/** Keys with a name in words or a sign of its own; the others are called by what is printed on them. */
export const named = ['Space', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
type Named = (typeof named)[number];

/** Without a layout: the keyboard of the United States. */
const american: Layout = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  IntlBackslash: '<',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
  NumpadMultiply: 'Num ×',
  NumpadDivide: 'Num ÷',
  NumpadDecimal: 'Num .',
  Insert: 'Ins',
};

function keyName(code: string, layout: Layout | undefined, word: (key: Named) => string): string {
  const own = named.find((key) => key === code);
  if (own !== undefined) return word(own);
  const printed = layout?.[code]?.trim() || american[code];
  // One sign stays one sign: ß does not become SS.
  if (printed !== undefined) return [...printed.toUpperCase()].length === 1 ? printed.toUpperCase() : printed;
  return code
    .replace(/^(Key|Digit)(.)$/, '$2')
    .replace(/^Numpad/, 'Num ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** The keys to hold and the key to press, in the order they are said. */
export function chordNames(
  { code, ctrl, alt, shift }: Chord,
  keyboard: { layout: Layout | undefined; mac: boolean; word: (key: Named) => string },
): string[] {
  const held = keyboard.mac
    ? [alt && '⌥', shift && '⇧', ctrl && '⌘']
    : [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift'];
  return [...held.filter((name) => typeof name === 'string'), keyName(code, keyboard.layout, keyboard.word)];
}
