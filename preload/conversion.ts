/** What the window and the main process tell each other while a playable copy is made. */
import type { Linked, MediaProblem } from './recordings.ts';

/** The picture of an AVI: one chunk for each frame, in the order of decoding. */
export type AviPicture = AviChunks & {
  codec: 'avc' | 'mjpeg';
  width: number;
  height: number;
  /** Frames last `scale / rate` seconds. */
  rate: number;
  scale: number;
};

/** The sound of an AVI, in chunks that may hold any number of samples. */
export type AviSound = AviChunks & {
  codec: 'mp3' | 'aac' | 'ac3' | 'pcm-u8' | 'pcm-s16' | 'pcm-s24' | 'pcm-s32' | 'pcm-f32';
  channels: number;
  sampleRate: number;
  /** Seconds of one chunk, empty ones too; 0 where time goes by the bytes instead. */
  chunkSeconds: number;
  /** The AudioSpecificConfig of AAC; empty otherwise. */
  setup: Uint8Array;
};

type AviChunks = {
  /** When the first chunk begins, in seconds. */
  startSeconds: number;
  /** Where each chunk's content lies in the file, and how long it is. */
  positions: Float64Array;
  sizes: Uint32Array;
};

/** An AVI as its headers and indexes tell it. */
export type Avi = { picture: AviPicture | undefined; sound: AviSound | undefined };

export type ConversionBegun =
  | {
      outcome: 'begun';
      conversionId: string;
      /** The name of the copy. */
      name: string;
      recordingId: string;
      sizeBytes: number;
      /** Where the recording is an AVI; other containers are read in the window. */
      avi: Avi | undefined;
    }
  | { outcome: 'cancelled' }
  | { outcome: 'refused'; problem: MediaProblem }
  /** A recording of the library lies at the place that was chosen. */
  | { outcome: 'taken' }
  | { outcome: 'noRoom'; neededBytes: number; freeBytes: number }
  | { outcome: 'unwritable' };

/** `gone`: no such conversion, or it was cancelled. After `noRoom` and `unwritable` it is gone as well. */
export type ConversionWritten = { outcome: 'written' | 'noRoom' | 'unwritable' | 'gone' };

export type ConversionFinished =
  | { outcome: 'finished'; linked: Linked }
  /** The copy is not as long as the recording, or cannot be read: it was thrown away. */
  | { outcome: 'broken' }
  | { outcome: 'taken' | 'unwritable' | 'noRoom' | 'gone' };
