import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base32 } from '../../../main/base32.ts';
import { codeOf, isCodeOf, libraryNumber } from '../../../main/certificates/code.ts';

const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });

test.each([
  ['', ''],
  ['f', 'CR'],
  ['fo', 'CSQG'],
  ['foobar', 'CSQPYRK1E8'],
])('the bytes of %j are %j', (text, signs) => {
  expect(base32(Buffer.from(text))).toBe(signs);
});

describe('the code of a certificate', () => {
  test('has groups of four signs that are mistaken for none', () => {
    fc.assert(
      fc.property(signature, (bytes) => {
        expect(codeOf(bytes)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){25}[0-9A-HJKMNP-TV-Z]{3}$/);
      }),
    );
  });

  test('is known however it is typed', () => {
    fc.assert(
      fc.property(signature, (bytes) => {
        const code = codeOf(bytes);
        for (const typed of [
          code.toLowerCase(),
          code.replaceAll('-', ' '),
          code.replaceAll('-', '\n'),
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
          ` ${code.replaceAll('-', '–')} `,
        ]) {
          expect(isCodeOf(typed, bytes)).toBe(true);
        }
      }),
    );
  });

  test('is no other one', () => {
    fc.assert(
      fc.property(signature, fc.nat(511), (bytes, bit) => {
        const other = Uint8Array.from(bytes, (byte, index) =>
          index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
        );
        expect(isCodeOf(codeOf(other), bytes)).toBe(false);
      }),
    );
  });

  test.each(['x', '7', 'U', '????', '0'.repeat(103), '0'.repeat(1000)])('is not %j', (typed) => {
    expect(isCodeOf(typed, new Uint8Array(64).fill(1))).toBe(false);
  });
});

test('the number of a library is the SHA-256 of its key in 25 digits', () => {
  const key = new Uint8Array(32).fill(9);
  const hash = createHash('sha256').update(key).digest('hex');
  const number = libraryNumber(key);
  expect(number).toMatch(/^(\d{5} ){4}\d{5}$/);
  expect(BigInt(number.replaceAll(' ', ''))).toBe(BigInt(`0x${hash}`) % 10n ** 25n);
});
