import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newGroup, newTherapist } from '../../db/model.ts';
import { isSeen, oneLine, written, writtenIn } from '../../db/text.ts';

const anything = fc.string({ unit: 'binary', maxLength: 300 });

describe('a text that is kept', () => {
  test.each([
    ['Møte — «ro», 3 < 4 & <b>fet</b>\nÅse'],
    ['=1+1'],
    ['👩‍👩‍👧‍👦 🏳️‍🌈 ❤️'],
    ['می‌خواهم שָׁלוֹם'],
    ['Việt Nam, हिन्दी, ไทย, བོད་ཡིག'],
    ['\u200fעברית\u200e'],
  ])('stays as it is: %s', (text) => {
    expect(written(text)).toBe(text);
  });

  test.each([
    ['a\u0007b\u0000c\u001b[31m\u0085d', 'abc[31m\nd'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['\u2066\u2067\u2068x\u2069\u2069', 'x'],
    ['a\u200bb\u2060c\ufeffd', 'abcd'],
    ['half \ud83d of', 'half \ufffd of'],
    ['one\r\ntwo\u2028three\vfour', 'one\ntwo\nthree\nfour'],
    ['a\tb', 'a b'],
    ['A\u030ase', 'Åse'],
    [`hidden${String.fromCodePoint(0xe0041, 0xe0042)}`, 'hidden'],
  ])('%j becomes %j', (text, kept) => {
    expect(written(text)).toBe(kept);
  });

  test('has at most six marks upon one letter', () => {
    expect(written(`x${'\u0335\u0489'.repeat(500)}y`).match(/\p{M}/gu)?.length).toBeLessThanOrEqual(6);
    expect(written(`x${'\u0335\u200d'.repeat(500)}y`).match(/\p{M}/gu)?.length).toBeLessThanOrEqual(6);
  });

  test('has nothing in it that the rule forbids, whatever it is made from, and twice is as good as once', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const kept = written(text);
        expect(kept).not.toMatch(/[\p{Cs}\u202a-\u202e\u2066-\u2069\u200b]|(?!\n)\p{Cc}/u);
        expect(kept.isWellFormed()).toBe(true);
        expect(written(kept)).toBe(kept);
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
        expect(oneLine(text)).not.toMatch(/\n|^\s|\s$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what nobody can see', () => {
  test.each(['', ' ', '\u200d', '\u3164', '\u00ad', '\u0301', '\u200e\u200f'])('%j is no name', (text) => {
    expect(isSeen(text)).toBe(false);
    expect(newGroup.safeParse({ name: text, format: 'slowOpen', usualMinutes: 90 }).success).toBe(false);
    expect(newTherapist.safeParse({ code: text, name: '' }).success).toBe(false);
  });
});

describe('what is told to the window', () => {
  test('is by the same rule, however deep it lies', () => {
    const bytes = new Uint8Array([7, 0]);
    expect(writtenIn({ name: 'a\u202eb', list: [{ note: 'x\u0007' }], bytes, none: null, at: 5 })).toEqual({
      name: 'ab',
      list: [{ note: 'x' }],
      bytes,
      none: null,
      at: 5,
    });
    expect(writtenIn(undefined)).toBe(undefined);
  });
});
