import { describe, expect, test } from 'vitest';
import { dayWords, folded, wordsOf } from '../../db/sessionWords.ts';

describe('what was typed', () => {
  test('is read word by word, without capitals', () => {
    expect(wordsOf('  Torsdag  ÅSE\tT-07 ')).toEqual(['torsdag', 'åse', 't-07']);
    expect(wordsOf('   ')).toEqual([]);
  });

  test('is the same whether its letters come in one piece or in two', () => {
    expect(folded('Mo\u0308te A\u030Ase')).toBe(folded('M\u00F6te \u00C5se'));
  });
});

describe('a day', () => {
  test.each(['2026-05-04', '4. mai 2026', '4 may 2026', 'mai', 'may'])('is found by %j', (words) => {
    for (const word of wordsOf(words)) expect(dayWords('2026-05-04')).toContain(word);
  });

  test('is found by its short month as well', () => {
    expect(dayWords('2026-11-12')).toContain('12. nov. 2026');
    expect(dayWords('2026-11-12')).toContain('12 nov 2026');
  });

  test('is the day that the record says, wherever one is', () => {
    expect(dayWords('2026-01-01')).toContain('1. januar 2026');
  });
});
