import { randomInt } from 'node:crypto';

/** The same things in an order that nobody can foresee: every order is as likely (Fisher & Yates; Durstenfeld 1964). */
export function shuffled<T>(things: readonly T[]): T[] {
  const left = [...things];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(randomInt(left.length), 1));
  return drawn;
}
