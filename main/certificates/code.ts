/** A signature and a key as people compare them: pure. */
import { createHash } from 'node:crypto';
import { bareOf, base32 } from '../base32.ts';

/** The signature of 64 bytes in 25 groups of four signs and one of three: `7K2M-…`. */
export const codeOf = (signature: Uint8Array): string => grouped(base32(signature), 4, '-');

/** Whether a code was typed, however it was written. */
export const isCodeOf = (typed: string, signature: Uint8Array): boolean =>
  bareOf(typed) === base32(signature);

/** So many digits stand for 83 bits: nobody finds another key with the same ones. */
const digits = 25n;

/** A public key as a number of 25 digits in groups of five: its SHA-256, read as a number, modulo 10^25. */
export function libraryNumber(publicKey: Uint8Array): string {
  const hash = BigInt(`0x${createHash('sha256').update(publicKey).digest('hex')}`);
  return grouped(String(hash % 10n ** digits).padStart(Number(digits), '0'), 5, ' ');
}

const grouped = (text: string, length: number, between: string): string =>
  (text.match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join(between);
