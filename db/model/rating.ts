/** Who rates, a rating from its beginning to its amendment, and what was played for it. */
import { z } from 'zod';
import { id, ms, name, reason } from './fields.ts';

export const rater = z
  .strictObject({
    id,
    name,
    kind: z.enum(['supervisor', 'self', 'trainee', 'expert']),
    /** The therapist that a self-rater is. */
    therapistId: id.nullable(),
  })
  .refine((r) => (r.kind === 'self') === (r.therapistId !== null));
export const newRater = z.strictObject({ name, kind: z.enum(['supervisor', 'trainee', 'expert']) });
export type Rater = z.infer<typeof rater>;

export const purpose = z.enum([
  'supervision',
  'selfRating',
  'training',
  'certification',
  'research',
  'consensus',
]);
export type Purpose = z.infer<typeof purpose>;

export const rating = z.strictObject({
  id,
  sessionId: id,
  raterId: id,
  purpose,
  scaleEdition: z.string().min(1),
  startedAt: z.iso.datetime(),
  /** Where in the recording the rater was last. */
  positionMs: ms,
  /** 1, and one more for each amendment. */
  version: z.int().min(1),
  /** Why this later version was opened. */
  amendReason: reason.nullable(),
  /** A submitted rating is locked. */
  submittedAt: z.iso.datetime().nullable(),
  /** When others' ratings of the session were shown to this rater before this one was submitted. */
  sawOthersAt: z.iso.datetime().nullable(),
});
export type Rating = z.infer<typeof rating>;

/** Why an item, or the overall as item 0, is missing in a submitted rating. */
const gap = z.strictObject({ item: z.int().min(0).max(19), reason });
export const submission = z.strictObject({ ratingId: id, gaps: z.array(gap).max(20) });
export const amendment = z.strictObject({ ratingId: id, reason });
export type Gap = z.infer<typeof gap>;
export type Submission = z.infer<typeof submission>;
export type Amendment = z.infer<typeof amendment>;

/** A part of the recording that was played through at one speed. */
const stretch = z
  .strictObject({ fromMs: ms, toMs: ms, rate: z.number().min(0.1).max(16) })
  .refine(({ fromMs, toMs }) => toMs > fromMs);
export const playedNow = z.strictObject({
  ratingId: id,
  positionMs: ms,
  stretches: z.array(stretch).max(1000),
});
export type Stretch = z.infer<typeof stretch>;
export type PlayedNow = z.infer<typeof playedNow>;
