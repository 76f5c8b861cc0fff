/** Groups, therapists, and the sessions that they meet in, with their phases. */
import { z } from 'zod';
import { oneLine } from '../text.ts';
import { day, id, line, ms, name, text } from './fields.ts';

export const group = z.strictObject({
  id,
  name,
  format: z.enum(['slowOpen', 'closed', 'shortTerm']),
  usualMinutes: z.int().min(1).max(600),
});
export const newGroup = group.omit({ id: true });
export type Group = z.infer<typeof group>;

const therapist = z.strictObject({
  id,
  /** Shown where names are not wanted. */
  code: line(40),
  name: text(200).overwrite(oneLine),
});
export const newTherapist = therapist.omit({ id: true });
export type Therapist = z.infer<typeof therapist>;

export const session = z.strictObject({
  id,
  groupId: id.nullable(),
  date: day,
  number: z.int().min(1).max(9999).nullable(),
  patientsPresent: z.int().min(0).max(99).nullable(),
  /** The lead therapist and the co-therapist; a mark names them by this order. */
  firstTherapistId: id.nullable(),
  secondTherapistId: id.nullable(),
});
/** Some of a session's fields; the others stay as they are. */
export const sessionChange = session.partial().required({ id: true });
export type Session = z.infer<typeof session>;
export type SessionChange = z.infer<typeof sessionChange>;

const phase = z
  .strictObject({ id, sessionId: id, name, startMs: ms, endMs: ms })
  .refine((p) => p.endMs > p.startMs);
/** The phases of a session as the log keeps them. */
export const phases = z.array(phase);
export type Phase = z.infer<typeof phase>;

/** The whole list of a session's phases, in any order. They do not overlap. */
export const phasesChange = z.strictObject({
  sessionId: id,
  /** The rating at whose desk the change is made, and undone. */
  ratingId: id.optional(),
  phases: z
    .array(
      z
        // A phase that is new has no id yet.
        .strictObject({ id: id.optional(), name, startMs: ms, endMs: ms })
        .refine((p) => p.endMs > p.startMs),
    )
    .max(500)
    .refine(areApart),
});
export type PhasesChange = z.infer<typeof phasesChange>;

function areApart(list: readonly Pick<Phase, 'startMs' | 'endMs'>[]): boolean {
  const inOrder = list.toSorted((a, b) => a.startMs - b.startMs);
  return inOrder.every(({ startMs }, at) => startMs >= (inOrder[at - 1]?.endMs ?? 0));
}
