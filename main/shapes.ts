/** Shapes of questions that are no nouns of the record. */
import { z } from 'zod';

export const nothing = z.undefined();
export const id = z.uuid();
export const byRater = z.strictObject({ raterId: id });
export const byTherapist = z.strictObject({ therapistId: id });

/** Proposed for a file, without its ending: nothing that could name another folder. */
export const fileName = z.string().regex(/^[\p{L}\p{N} _-]{1,80}$/u);
export const subject = z.union([
  z.strictObject({ kind: z.literal('therapist'), therapistId: id }),
  z.strictObject({ kind: z.literal('pair'), therapistIds: z.tuple([id, id]) }),
  z.strictObject({ kind: z.literal('group'), groupId: id }),
]);

/** How many sessions a window reads at a time, and how much may be typed to find them. */
export const pageLimit = 200;
export const soughtLimit = 200;

/** What a window writes of a copy at a time. */
const partLimit = 16 * 1024 * 1024;
export const isPart = (value: unknown): boolean =>
  value instanceof Uint8Array && value.length > 0 && value.length <= partLimit;

/** Long enough for a sentence, short enough for a mistake to be noticed. */
export const secretText = z.string().min(1).max(1000);
