import { describe, expect, test } from 'vitest';
import { goodEnoughLevel, itemOf, items, levels, levelWords, scaleEdition } from '../../db/scale.ts';

const languages = ['nb', 'en'] as const;

describe('the scale', () => {
  test('has the items 1 to 19, in order', () => {
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
  });

  test('has 1 to 9 for the group and 10 to 19 shared with individual therapy', () => {
    expect(items.map(({ scope }) => scope)).toEqual(
      items.map(({ number }) => (number <= 9 ? 'group' : 'shared')),
    );
  });

  test.each(languages)('has every text of every item in %s', (language) => {
    const texts = items.flatMap(({ name, short, goodEnough }) => [name, short, goodEnough]);
    expect(texts.filter((text) => text[language].trim() === '')).toEqual([]);
  });

  test.each(languages)('tells its items apart in %s', (language) => {
    for (const text of ['name', 'short', 'goodEnough'] as const) {
      expect(new Set(items.map((item) => item[text][language])).size).toBe(19);
    }
  });

  test('has seven levels, and 4 is good enough', () => {
    expect(levels).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(goodEnoughLevel).toBe(4);
  });

  test.each(languages)('says in %s what 1, 4 and 7 mean', (language) => {
    for (const part of ['quality', 'adherence'] as const) {
      for (const level of [1, 4, 7]) expect(levelWords[part][language][level]).toMatch(/\p{L}/u);
    }
  });

  test('is named with its edition', () => {
    expect(scaleEdition).toMatch(/^[\w-]+\/\S+$/);
  });

  test('finds an item by its number, and knows no other', () => {
    for (const item of items) expect(itemOf(item.number)).toBe(item);
    for (const number of [0, 20, -1, 1.5]) expect(() => itemOf(number)).toThrow(RangeError);
  });
});
