/** What a rater says: marks, scores, the overall. */
import { z } from 'zod';
import { id, itemNumber, level, ms, note, reason } from './fields.ts';

const aspects = ['ownInitiative', 'followUp', 'organising', 'deepening', 'closing'] as const;

const markFields = z.strictObject({
  id,
  ratingId: id,
  item: itemNumber,
  kind: z.enum(['intervention', 'missed']),
  atMs: ms,
  /** The end of a stretch; absent for a moment. */
  endMs: ms.nullable(),
  therapist: z.enum(['first', 'second', 'both']),
  /** Part of turn-taking that item 3 tells apart. */
  aspect: z.enum(aspects).nullable(),
  quality: level.nullable(),
  note,
});
type MarkFields = Omit<z.infer<typeof markFields>, 'id'>;
const endsAfterStart = (m: MarkFields) => m.endMs === null || m.endMs > m.atMs;
const aspectFits = (m: MarkFields) => m.aspect === null || m.item === 3;
export const mark = markFields.refine(endsAfterStart).refine(aspectFits);
export const newMark = markFields.omit({ id: true }).refine(endsAfterStart).refine(aspectFits);
/** Some of a mark's fields; the others stay as they are. */
export const markChange = markFields.partial().required({ id: true });
export type Mark = z.infer<typeof mark>;
export type MarkChange = z.infer<typeof markChange>;
export type NewMark = z.infer<typeof newMark>;

const scoreFields = z.strictObject({
  ratingId: id,
  item: itemNumber,
  adherence: level.nullable(),
  quality: level.nullable(),
  /** The session gave no occasion for this item: a state of its own, never a low rating. */
  noOccasion: z.boolean(),
  note,
});
type Occasion = {
  noOccasion?: boolean | undefined;
  adherence?: number | null | undefined;
  quality?: number | null | undefined;
};
const noOccasionHasNoLevels = (s: Occasion) => !s.noOccasion || (s.adherence ?? s.quality ?? null) === null;
export const score = scoreFields.refine(noOccasionHasNoLevels);
/** Some of a score's fields; the others stay as they are. */
export const scoreChange = scoreFields
  .partial()
  .required({ ratingId: true, item: true })
  .refine(noOccasionHasNoLevels);
export type Score = z.infer<typeof score>;
export type ScoreChange = z.infer<typeof scoreChange>;

export const overall = z.strictObject({
  ratingId: id,
  adherence: level.nullable(),
  quality: level.nullable(),
  note,
});
export const overallChange = overall.partial().required({ ratingId: true });
export type Overall = z.infer<typeof overall>;
export type OverallChange = z.infer<typeof overallChange>;

const decisionFields = z.strictObject({
  ratingId: id,
  item: z.int().min(0).max(19),
  reason: reason.nullable(),
  score: score.nullable(),
  overall: overall.nullable(),
});
/** What a consensus says of an item, 0 for the overall: a score, or why it is left undecided. */
export const decision = decisionFields.refine((one) =>
  one.item === 0 ? one.score === null : one.overall === null,
);
export type Decision = z.infer<typeof decision>;
/** Leaves an item undecided, for a reason; null takes that back. */
export const leftUndecided = decisionFields.pick({ ratingId: true, item: true, reason: true });
export type LeftUndecided = z.infer<typeof leftUndecided>;
