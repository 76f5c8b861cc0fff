/** The second way into a library: a code that is printed and put away. */
import { randomInt } from 'node:crypto';
import { bareOf, signs } from '../base32.ts';

const groups = 6;
const groupLength = 5;

/** 30 signs, 150 bits: `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX`. */
export const newRecoveryCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => signs[randomInt(signs.length)]).join(''),
  ).join('-');

/** The code as it was given out, from however it was typed; undefined for what cannot be one. */
export function recoveryCodeIn(typed: string): string | undefined {
  const bare = bareOf(typed);
  if (bare.length !== groups * groupLength || [...bare].some((sign) => !signs.includes(sign)))
    return undefined;
  return bare.match(/.{5}/g)?.join('-');
}

/** Whether the last group of a code was typed: whoever can has the code before them. */
export const endsWith = (code: string, typed: string): boolean => bareOf(typed) === code.slice(-groupLength);
