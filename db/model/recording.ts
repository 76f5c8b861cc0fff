/** A recording, what is said in it, and how loud it is along its length. */
import { z } from 'zod';
import { id, ms } from './fields.ts';

export const recording = z.strictObject({
  id,
  sessionId: id,
  /** Where the file lies; where the original lay, when the recording is kept in the library. Never leaves the main process. */
  path: z.string().min(1),
  name: z.string().min(1),
  sizeBytes: z.int().min(1),
  /** Unknown when the file could be linked but its length not read. */
  durationMs: z.int().min(1).nullable(),
  picture: z.boolean(),
  fingerprint: z.string().length(64),
  addedAt: z.iso.datetime(),
  /** When it was taken into the library, encrypted; null while it is linked where it lies. */
  keptAt: z.iso.datetime().nullable(),
  /** The last day on which it may be kept; null for no limit. */
  keepUntil: z.iso.date().nullable(),
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
