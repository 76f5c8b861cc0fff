/** The nouns of the record, as shapes that can be checked. Types are shared; parsing happens at the edges. */
import { z } from 'zod';

export * from './model/feedback.ts';
export * from './model/judgement.ts';
export * from './model/programme.ts';
export * from './model/rating.ts';
export * from './model/recording.ts';
export * from './model/session.ts';
export * from './model/site.ts';

const noun = z.enum([
  'group',
  'therapist',
  'session',
  'phase',
  'recording',
  'rater',
  'rating',
  'mark',
  'score',
  'overall',
  'edition',
  'phaseNames',
  'textPack',
  'transcript',
  'event',
  'feedback',
  'gap',
  'consensus',
  'programme',
  'programmeSession',
  'enrolment',
  'assignment',
  'certificate',
]);
export type Noun = z.infer<typeof noun>;
