import { describe, expect, test } from 'vitest';
import type { Chord } from '../../preload/api.ts';
import { chordNames } from '../../renderer/player/keyNames.ts';

const norwegian = {
  BracketLeft: 'å',
  Semicolon: 'ø',
  Quote: 'æ',
  Backslash: "'",
  Minus: '+',
  KeyK: 'k',
  KeyQ: 'ß',
  Backquote: ' ',
};
const names = (
  chord: Chord,
  { layout = norwegian as Record<string, string> | undefined, mac = false } = {},
) => chordNames(chord, { layout, mac, word: (key) => `the ${key}` });

describe('a key', () => {
  test.each([
    ['BracketLeft', 'Å'],
    ['Semicolon', 'Ø'],
    ['Quote', 'Æ'],
    ['Backslash', "'"],
    ['Minus', '+'],
    ['KeyK', 'K'],
    ['KeyQ', 'ß'],
  ])('%s is called as it is printed: %s', (code, name) => {
    expect(names({ code })).toEqual([name]);
  });

  test.each([
    ['BracketLeft', '['],
    ['KeyJ', 'J'],
    ['Digit3', '3'],
    ['F1', 'F1'],
    ['Delete', 'Delete'],
    ['PageUp', 'Page Up'],
    ['NumpadAdd', 'Num +'],
    ['MediaPlayPause', 'Media Play Pause'],
  ])('%s is called %s where nobody knows the keyboard', (code, name) => {
    expect(chordNames({ code }, { layout: undefined, mac: false, word: String })).toEqual([name]);
  });

  test('with nothing to be seen on it is called as usual', () => {
    expect(names({ code: 'Backquote' })).toEqual(['`']);
  });

  test('with a name in words has that in every layout', () => {
    expect(names({ code: 'Space' })).toEqual(['the Space']);
  });
});

describe('a chord', () => {
  test('says first what to hold', () => {
    expect(names({ code: 'KeyK', ctrl: true, alt: true, shift: true })).toEqual([
      'Ctrl',
      'Alt',
      'Shift',
      'K',
    ]);
  });

  test('has the signs of a Mac on a Mac', () => {
    expect(names({ code: 'KeyK', ctrl: true, shift: true }, { mac: true })).toEqual(['⇧', '⌘', 'K']);
  });
});
