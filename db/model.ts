/** The nouns of the record, as shapes that can be checked. Types are shared; parsing happens at the edges. */
import { z } from 'zod';

const id = z.uuid();
const name = z.string().trim().min(1).max(200);
const note = z.string().max(20_000);
const ms = z.int().min(0);
const level = z.int().min(1).max(7);
const itemNumber = z.int().min(1).max(19);
/** A day as YYYY-MM-DD that exists in the calendar. */
const day = z.iso.date();

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
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().max(200),
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
/** The names a site gives its phases; each once. */
export const phaseNames = z
  .array(name)
  .max(50)
  .refine((names) => new Set(names).size === names.length);

function areApart(list: readonly Pick<Phase, 'startMs' | 'endMs'>[]): boolean {
  const inOrder = list.toSorted((a, b) => a.startMs - b.startMs);
  return inOrder.every(({ startMs }, at) => startMs >= (inOrder[at - 1]?.endMs ?? 0));
}

export const recording = z.strictObject({
  id,
  sessionId: id,
  /** Where the file lies. Never leaves the main process. */
  path: z.string().min(1),
  name: z.string().min(1),
  sizeBytes: z.int().min(1),
  /** Unknown when the file could be linked but its length not read. */
  durationMs: z.int().min(1).nullable(),
  picture: z.boolean(),
  fingerprint: z.string().length(64),
  addedAt: z.iso.datetime(),
  /** How loud it is played: per cent. */
  volume: z.int().min(0).max(100),
  /** How much quiet voices are lifted: dB. */
  gainDb: z.int().min(0).max(12),
});
export type Recording = z.infer<typeof recording>;
/** What a recording knows of its file. */
export type RecordingFile = Pick<
  Recording,
  'path' | 'name' | 'sizeBytes' | 'durationMs' | 'picture' | 'fingerprint'
>;

/** What somebody says in a stretch of the recording. Cues may overlap. */
export const cue = z
  .strictObject({
    startMs: ms,
    endMs: ms,
    /** Empty where nobody is named. */
    speaker: z.string().max(200),
    text: z.string().min(1).max(20_000),
  })
  .refine((c) => c.endMs > c.startMs);
export type Cue = z.infer<typeof cue>;

/** What is said in a session, in order of time. */
export type Transcript = {
  /** Of the file it came from. */
  name: string;
  addedAt: string;
  cues: Cue[];
};

/** Drawn once for the content of a recording; another file in its place needs another. */
export const waveform = z.strictObject({
  recordingId: id,
  /** Milliseconds that one byte stands for. */
  stepMs: z.int().min(1).max(1000),
  /**
   * The loudest moment of each step, 0 silent to 255 full, in even steps of decibels; none at all when there is no
   * sound in the recording. Three hours are 216,000.
   */
  peaks: z.instanceof(Uint8Array).refine(({ length }) => length <= 250_000),
});
export type Waveform = z.infer<typeof waveform>;

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
  amendReason: z.string().trim().min(1).max(2000).nullable(),
  /** A submitted rating is locked. */
  submittedAt: z.iso.datetime().nullable(),
  /** When others' ratings of the session were shown to this rater before this one was submitted. */
  sawOthersAt: z.iso.datetime().nullable(),
});
export type Rating = z.infer<typeof rating>;

const editionItem = z.strictObject({
  item: itemNumber,
  /** Whether the item takes an adherence rating. */
  takesAdherence: z.boolean(),
  mayBeNoOccasion: z.boolean(),
});
export type EditionItem = z.infer<typeof editionItem>;
/** An edition of the scale with its 19 items in order. */
export const newEdition = z.strictObject({
  name,
  items: z
    .array(editionItem)
    .length(19)
    .refine((items) => items.every(({ item }, index) => item === index + 1)),
});
export const editionId = z.string().min(1).max(200);
export const editionChange = newEdition.extend({ id: editionId });
export type NewEdition = z.infer<typeof newEdition>;
export type Edition = NewEdition & {
  id: string;
  addedAt: string;
  /** New ratings follow it. */
  inUse: boolean;
  /** How many ratings follow it. */
  ratings: number;
};

const anchor = z.strictObject({ item: itemNumber, level, text: z.string().trim().min(1).max(5000) });
/** What one level of one item means, in the manual's own words. */
export type Anchor = z.infer<typeof anchor>;
export const packLanguage = z.enum(['nb', 'en']);
export const newTextPack = z.strictObject({
  language: packLanguage,
  name,
  /** At most one for each level of each item. */
  anchors: z
    .array(anchor)
    .min(1)
    .refine((anchors) => new Set(anchors.map((one) => `${one.item}/${one.level}`)).size === anchors.length),
});
export type NewTextPack = z.infer<typeof newTextPack>;
export type TextPack = NewTextPack & { addedAt: string };
/** Why an item, or the overall as item 0, is missing in a submitted rating. */
const gap = z.strictObject({ item: z.int().min(0).max(19), reason: z.string().trim().min(1).max(2000) });
export const submission = z.strictObject({ ratingId: id, gaps: z.array(gap).max(20) });
export const amendment = z.strictObject({ ratingId: id, reason: z.string().trim().min(1).max(2000) });
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
]);
export type Noun = z.infer<typeof noun>;
