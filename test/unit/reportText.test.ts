import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureOf } from '../../renderer/reports/choosing.ts';
import { range } from '../../renderer/reports/figureText.ts';
import { fileName, plainText } from '../../renderer/reports/plainText.ts';

describe('a range', () => {
  test('stands only where levels differ', () => {
    expect(range(figureOf(1, [3, 6], 0), 'en')).toBe('3–6');
    expect(range(figureOf(1, [4, 4], 0), 'en')).toBeUndefined();
    expect(range(figureOf(1, [4], 0), 'en')).toBeUndefined();
  });
});

describe('what people wrote', () => {
  test('keeps its letters, lines and markup as text', () => {
    expect(plainText('Æ <b>ø</b>\r\nå & "q"', 100)).toBe('Æ <b>ø</b>\nå & "q"');
  });

  test('loses control characters and marks that turn the direction', () => {
    expect(plainText('a\u0000b\u202Ec\u2067d\u200Fe\u0085f', 100)).toBe('abcdef');
    expect(plainText('שלום', 100)).toBe('שלום');
  });

  test('is cut where it is too long, never within a letter', () => {
    expect(plainText('abcdef', 4)).toBe('abc…');
    expect(plainText('😀😀😀', 2)).toBe('😀…');
  });

  test('does not take a page with empty lines', () => {
    expect(plainText('a\n\n\n\n\nb', 100)).toBe('a\n\nb');
  });
});

describe('the name of a file', () => {
  test('is made of letters, digits, spaces and dashes', () => {
    expect(fileName(['MBT-G', 'Torsdagsgruppen · møte 34', '2026-11-12'])).toBe(
      'MBT-G Torsdagsgruppen møte 34 2026-11-12',
    );
  });

  test('is one that the contract takes, whatever the group is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(fileName(['MBT-G', name])).toMatch(/^[\p{L}\p{N} _-]{1,80}$/u);
      }),
    );
  });
});
