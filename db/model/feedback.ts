/** What goes to therapists with the numbers: events to see development by, and written feedback. */
import { z } from 'zod';
import { day, id, name, note } from './fields.ts';

const eventFields = z.strictObject({
  id,
  date: day,
  name,
  /** Whose event it is; everybody's when neither is given, never both. */
  therapistId: id.nullable(),
  groupId: id.nullable(),
});
const belongsToOne = (e: { therapistId: string | null; groupId: string | null }) =>
  e.therapistId === null || e.groupId === null;
/** Something to see development by, such as 'course in March'. */
export const event = eventFields.refine(belongsToOne);
export const newEvent = eventFields.omit({ id: true }).refine(belongsToOne);
export type Event = z.infer<typeof event>;
export type NewEvent = z.infer<typeof newEvent>;

/** What feedback is about: one session, or the progress of one therapist. */
export const feedbackAbout = z.union([
  z.strictObject({ sessionId: id }),
  z.strictObject({ therapistId: id }),
]);
export const newFeedback = z.strictObject({ about: feedbackAbout, text: note });
export type FeedbackAbout = z.infer<typeof feedbackAbout>;
export type NewFeedback = z.infer<typeof newFeedback>;
/** In the words of one rater. */
export type Feedback = { raterId: string; raterName: string; text: string };
