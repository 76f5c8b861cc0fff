/** What is drawn of adherence against quality: pure. */
import { bubblesOf, type ItemPair, type SessionPair } from './against';

/** An item by its number, or sessions at one place by their count. */
export type AgainstMark = { adherence: number; quality: number } & (
  | { kind: 'item'; pair: ItemPair }
  | { kind: 'sessions'; pairs: SessionPair[] }
);

export const itemMarks = (pairs: readonly ItemPair[]): AgainstMark[] =>
  pairs.map((pair) => ({ kind: 'item', adherence: pair.adherence, quality: pair.quality, pair }));

export const sessionMarks = (pairs: readonly SessionPair[]): AgainstMark[] =>
  bubblesOf(pairs).map((bubble) => ({ kind: 'sessions', ...bubble }));

/**
 * The radius of a bubble, in pixels: its area grows with its share of the largest, and the smallest still holds its
 * number.
 * @param most how many the largest counts
 * @param largest the radius of the largest
 */
export const bubbleRadius = (count: number, most: number, largest: number): number =>
  Math.max(9, largest * Math.sqrt(count / Math.max(1, most)));
