import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paintOf } from '../../renderer/charts/export/colour';
import { nameOfFile } from '../../renderer/charts/export/plain';

describe('the name of a file', () => {
  test('keeps letters of every alphabet, digits, spaces, - and _', () => {
    expect(nameOfFile('T-07 Åse Ødegård_1')).toBe('T-07 Åse Ødegård_1');
    expect(nameOfFile('Åse'.normalize('NFD'))).toBe('Åse');
  });

  test('names no other folder', () => {
    expect(nameOfFile('../../etc/passwd')).toBe('etc passwd');
    expect(nameOfFile('C:\\Windows\\x')).toBe('C Windows x');
  });

  test('is never empty', () => {
    expect(nameOfFile('···')).toBe('MBT-G');
  });

  test('is one that the main process takes, whatever it is made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(nameOfFile(text)).toMatch(/^[\p{L}\p{N} _-]{1,80}$/u);
      }),
    );
  });
});

describe('a colour for every program', () => {
  test.each([
    ['rgb(15, 102, 99)', { colour: '#0f6663', opacity: 1 }],
    ['rgba(15, 102, 99, 0.25)', { colour: '#0f6663', opacity: 0.25 }],
    ['rgb(15 102 99 / 0.5)', { colour: '#0f6663', opacity: 0.5 }],
    ['rgba(0, 0, 0, 0)', { colour: '#000000', opacity: 0 }],
    ['color(srgb 1 0.5 0 / 0.5)', { colour: '#ff8000', opacity: 0.5 }],
  ])('%s', (css, paint) => {
    expect(paintOf(css)).toEqual(paint);
  });

  test.each(['none', 'url("#a")', 'rgb(1, 2)', 'rgb(a, b, c)', ''])('%j is none', (css) => {
    expect(paintOf(css)).toBeUndefined();
  });
});
