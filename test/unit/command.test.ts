import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { items } from '../../db/scale.ts';
import {
  type Command,
  idle,
  pressBackspace,
  pressDigit,
  pressEnter,
  pressShiftEnter,
  typedItem,
} from '../../renderer/marks/command.ts';

/** Presses digits one after the other. */
const type = (digits: string, start: Command = idle): Command =>
  [...digits].reduce((command, digit) => pressDigit(command, Number(digit)).command, start);

const awaiting: Command = { ...idle, awaiting: 'mark' };

describe('typing the number of an item', () => {
  test.each(items.map(({ number }) => number))('item %d is marked by its digits and Enter', (number) => {
    const typed = type(String(number));
    expect(typedItem(typed)).toBe(number);
    expect(pressEnter(typed)).toEqual({ command: idle, item: number });
  });

  test.each([
    ['193', '3'],
    ['25', '5'],
    ['99', '9'],
    ['110', ''],
    ['20', ''],
    ['1912', '12'],
  ])('%s is too large, so that the last digit starts anew: %s', (digits, left) => {
    expect(type(digits).digits).toBe(left);
  });

  test('a nought alone is no number', () => {
    expect(type('0')).toEqual(idle);
    expect(type('04').digits).toBe('4');
  });

  test('nothing typed is no item', () => {
    expect(typedItem(idle)).toBeUndefined();
    expect(pressEnter(idle)).toEqual({ command: idle });
  });

  test('Backspace takes back the last digit', () => {
    expect(pressBackspace(type('12')).digits).toBe('1');
    expect(pressBackspace(type('1')).digits).toBe('');
    expect(pressBackspace(idle)).toEqual(idle);
  });

  test('any keys whatever leave an item of the scale or none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 9 })), (pressed) => {
        const command = pressed.reduce(
          (now, key) => (key < 0 ? pressBackspace(now) : pressDigit(now, key).command),
          idle,
        );
        const item = typedItem(command);
        expect(item === undefined ? command.digits : String(item)).toBe(command.digits);
        expect(item === undefined || (item >= 1 && item <= items.length)).toBe(true);
      }),
    );
  });
});

describe('the quality of a mark that was just made', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('is %d', (level) => {
    expect(pressDigit(awaiting, level)).toEqual({ command: idle, quality: { markId: 'mark', level } });
  });

  test.each([0, 8, 9])('is not %d, which ends the wait', (digit) => {
    const pressed = pressDigit(awaiting, digit);
    expect(pressed.quality).toBeUndefined();
    expect(pressed.command.awaiting).toBeUndefined();
    expect(pressed.command.digits).toBe(digit === 0 ? '' : String(digit));
  });

  test('is given once: the next digit is an item', () => {
    const { command } = pressDigit(awaiting, 5);
    expect(pressDigit(command, 5)).toEqual({ command: { ...idle, digits: '5' } });
  });

  test('is not asked for after Enter, which goes on', () => {
    const { command, item } = pressEnter(awaiting);
    expect(item).toBeUndefined();
    expect(pressDigit(command, 5).quality).toBeUndefined();
  });

  test('is not taken from a digit that was typed before any mark', () => {
    expect(pressDigit(idle, 5).quality).toBeUndefined();
  });
});

describe('a missed opportunity', () => {
  const missed: Command = { ...idle, missed: true };

  test('stays announced while the number is typed', () => {
    expect(type('12', missed).missed).toBe(true);
    expect(pressBackspace(type('12', missed)).missed).toBe(true);
  });

  test('holds for one mark only', () => {
    expect(pressEnter(type('6', missed)).command.missed).toBe(false);
  });
});

describe('a stretch', () => {
  const running: Command = { ...idle, running: { mark: 'begun', item: 12, fromMs: 1000 } };

  test('begins at Shift+Enter after a number', () => {
    expect(pressShiftEnter(type('12'))).toEqual({ command: idle, item: 12 });
  });

  test('ends at Enter', () => {
    expect(pressEnter(running)).toEqual({ command: idle, ends: 'begun' });
  });

  test('ends at Enter, also while its quality could still be typed', () => {
    expect(pressEnter({ ...running, awaiting: 'begun' })).toEqual({ command: idle, ends: 'begun' });
  });

  test('runs on while its quality is given and other items are marked', () => {
    const rated = pressDigit({ ...running, awaiting: 'begun' }, 5);
    expect(rated).toEqual({ command: running, quality: { markId: 'begun', level: 5 } });
    expect(pressEnter(type('4', rated.command))).toEqual({ command: running, item: 4 });
  });

  test('ends where the next one begins', () => {
    expect(pressShiftEnter(type('4', running))).toEqual({ command: idle, item: 4, ends: 'begun' });
  });

  test('that never began has no end', () => {
    expect(pressShiftEnter(idle)).toEqual({ command: idle });
  });
});

describe('the same moment on another item', () => {
  const same: Command = { ...idle, same: true };

  test.each([2, 3, 4, 5, 6, 7, 8, 9])('is one more key for item %d', (number) => {
    expect(pressDigit(same, number)).toEqual({ command: idle, same: number });
  });

  test.each([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])('is two more keys for item %d', (number) => {
    const first = pressDigit(same, 1);
    expect(first.same).toBeUndefined();
    expect(pressDigit(first.command, number - 10)).toEqual({ command: idle, same: number });
  });

  test('waits for Enter on item 1', () => {
    expect(pressEnter(pressDigit(same, 1).command)).toEqual({ command: idle, item: 1, same: true });
  });
});
