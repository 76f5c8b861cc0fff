import { describe, expect, test } from 'vitest';
import { actionOf, actions, digitOf, keys } from '../../renderer/player/keys.ts';

const pressed = (some: Partial<Parameters<typeof actionOf>[0]>) => ({
  code: '',
  key: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...some,
});

describe('the keys of the desk', () => {
  test('never mean two things', () => {
    const chords = actions.flatMap((action) =>
      keys[action].map(({ code, shift, ctrl, alt }) => [code, shift, ctrl, alt].join(' ')),
    );
    expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
  });

  test('do not take the digits, Enter, Backspace or Escape, which have their own meaning', () => {
    const plain = actions.flatMap((action) => keys[action].filter(({ ctrl }) => !ctrl));
    const codes = plain.map(({ code }) => code);
    expect(codes.filter((code) => /^(Digit|Numpad|Enter|Backspace|Escape|Tab)/.test(code))).toEqual([]);
  });

  test.each(actions)('%s is found by each of its chords', (action) => {
    for (const { code, shift, ctrl, alt } of keys[action]) {
      const event = pressed({
        code,
        shiftKey: shift ?? false,
        ctrlKey: ctrl ?? false,
        altKey: alt ?? false,
      });
      expect(actionOf(event)).toBe(action);
    }
  });

  test.each([
    ['å', 'BracketLeft', 'slower'],
    ['¨', 'BracketRight', 'faster'],
    ["'", 'Backslash', 'normalSpeed'],
  ])('the Norwegian key %s lies where %s does', (key, code, action) => {
    expect(actionOf(pressed({ key, code }))).toBe(action);
  });

  test('a question mark asks for help wherever it is printed', () => {
    expect(actionOf(pressed({ key: '?', code: 'Minus', shiftKey: true }))).toBe('help');
    expect(actionOf(pressed({ key: '?', code: 'Slash', shiftKey: true }))).toBe('help');
  });

  test('Cmd is Ctrl on a Mac', () => {
    expect(actionOf(pressed({ key: 'z', code: 'KeyZ', metaKey: true }))).toBe('undo');
  });

  test('a chord with a key too many means nothing', () => {
    expect(actionOf(pressed({ key: 'm', code: 'KeyM', ctrlKey: true }))).toBeUndefined();
    expect(actionOf(pressed({ key: 'z', code: 'KeyZ', ctrlKey: true, altKey: true }))).toBeUndefined();
  });

  test.each([
    { ctrlKey: true, altKey: true },
    { ctrlKey: false, altKey: false },
  ])('AltGr types characters and means nothing, however the system says it: %o', (held) => {
    const getModifierState = (name: string) => name === 'AltGraph';
    expect(actionOf(pressed({ key: 'µ', code: 'KeyM', ...held, getModifierState }))).toBeUndefined();
    expect(digitOf(pressed({ key: '@', code: 'Digit2', ...held, getModifierState }))).toBeUndefined();
  });

  test('a dead key goes by its place: ¨ is faster on a Norwegian keyboard', () => {
    expect(actionOf(pressed({ key: 'Dead', code: 'BracketRight' }))).toBe('faster');
  });

  test('follow the keys that a person chose', () => {
    const mine = { ...keys, toggle: [{ code: 'KeyP' }] };
    expect(actionOf(pressed({ key: 'p', code: 'KeyP' }), mine)).toBe('toggle');
    expect(actionOf(pressed({ key: ' ', code: 'Space' }), mine)).toBeUndefined();
  });

  test('a letter without a meaning has none', () => {
    expect(actionOf(pressed({ key: 'q', code: 'KeyQ' }))).toBeUndefined();
  });
});

describe('a digit', () => {
  test('is read from the upper row and from the number pad', () => {
    for (const digit of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      expect(digitOf(pressed({ code: `Digit${digit}` }))).toBe(digit);
      expect(digitOf(pressed({ code: `Numpad${digit}` }))).toBe(digit);
    }
  });

  test('with Shift, Ctrl, Cmd or Alt is none', () => {
    for (const held of ['shiftKey', 'ctrlKey', 'metaKey', 'altKey']) {
      expect(digitOf(pressed({ code: 'Digit4', [held]: true }))).toBeUndefined();
    }
  });

  test('is no other key of the number pad', () => {
    expect(digitOf(pressed({ code: 'NumpadEnter' }))).toBeUndefined();
  });
});
