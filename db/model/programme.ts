/** Training programmes: their rules, and the sessions that belong to them. */
import { z } from 'zod';
import { id, name } from './fields.ts';
import { editionId } from './site.ts';

const dimension = z.enum(['quality', 'adherence', 'both']);
/** Which ratings of an item count. */
export type Dimension = z.infer<typeof dimension>;

/** The attempt that a set of test sessions is for. */
const attempt = z.int().min(1).max(9);

/** When a test is passed; null is a rule that the programme does not have. */
const passRules = z.strictObject({
  /** At least so many per cent of a session's item ratings within one point of the standard, on so many sessions in a row. */
  within1: z.strictObject({ percent: z.int().min(1).max(100), sessions: z.int().min(1).max(50) }).nullable(),
  /** The mean difference from the standard is at most so many points, whichever way. */
  bias: z.number().min(0).max(6).nullable(),
  /** The lower limit of ICC(A,1) with the standard is at least this, 0 to 1. */
  icc: z.number().min(0).max(1).nullable(),
  /** The overall is within one point of the standard's on every session. */
  overallWithin1: z.boolean(),
  /** At least so many test sessions. */
  fewestSessions: z.int().min(1).max(50),
});
export type PassRules = z.infer<typeof passRules>;

export const programmeSettings = z.strictObject({
  name,
  editionId,
  dimension,
  rules: passRules,
  /** 1 to 9: each takes a set of test sessions of its own. */
  attempts: attempt,
  /** How long a certificate is valid, in months. */
  validMonths: z.int().min(1).max(120),
  /** The coefficient that ratings of the programme are to reach, 0.5 to 0.95. */
  target: z.number().min(0.5).max(0.95),
  /** Of the sessions that a certified rater rates, how many per cent another is to rate as well. */
  doublePercent: z.int().min(0).max(100),
});
export const programmeChange = programmeSettings.extend({ id });
export type ProgrammeSettings = z.infer<typeof programmeSettings>;
export type Programme = ProgrammeSettings & { id: string; madeAt: string };

/** For practice, for a test, or kept back for checks after certification. */
const programmePart = z.enum(['practice', 'test', 'check']);
export type ProgrammePart = z.infer<typeof programmePart>;

export const newProgrammeSession = z
  .strictObject({
    programmeId: id,
    sessionId: id,
    part: programmePart,
    /** Of a test session: for which attempt. */
    testSet: attempt.nullable(),
    standardId: id.nullable(),
  })
  .refine(({ part, testSet }) => (part === 'test') === (testSet !== null));
export type NewProgrammeSession = z.infer<typeof newProgrammeSession>;

/** What somebody is to rate: a check with a standard and a double coding look the same to the rater. */
export type WorkKind = 'practice' | 'test' | 'check' | 'double';
