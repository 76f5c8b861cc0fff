/** Fields that many nouns have. */
import { z } from 'zod';
import { isSeen, oneLine, written } from '../text.ts';

export const id = z.uuid();
/** Longer than any text that is taken: such a one is not even looked at. */
const farTooLong = { abort: true } as const;

/** One line that can be seen. @param longest in UTF-16 units */
export const line = (longest: number) =>
  z.string().max(20_000, farTooLong).overwrite(oneLine).min(1).max(longest).refine(isSeen);
/** Several lines, or none. */
export const text = (longest: number) => z.string().max(100_000, farTooLong).overwrite(written).max(longest);

export const name = line(200);
export const note = text(20_000);
/** Why something was done, or left out. */
export const reason = z
  .string()
  .max(100_000, farTooLong)
  .overwrite(written)
  .trim()
  .min(1)
  .max(2000)
  .refine(isSeen);
export const ms = z.int().min(0);
export const level = z.int().min(1).max(7);
export const itemNumber = z.int().min(1).max(19);
/** A day as YYYY-MM-DD that exists in the calendar. */
export const day = z.iso.date();
