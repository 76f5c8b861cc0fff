/** Gives a session the transcript in a file. The file itself is left as it is. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Store } from '../../db/store.ts';
import type { TranscriptImported, TranscriptProblem } from '../../preload/api.ts';
import { nameOf } from './cueText.ts';
import { decode } from './decode.ts';
import { parse } from './parse.ts';

const mostBytes = 20_000_000;

/** Reads the file at `path` and keeps it as the session's transcript, in place of any earlier one. */
export async function importTranscript(
  store: Store,
  sessionId: string,
  path: string,
): Promise<TranscriptImported> {
  const name = nameOf(basename(path)).slice(0, 200).toWellFormed();
  const refused = (problem: TranscriptProblem) => ({ outcome: 'refused' as const, name, problem });
  const bytes = await read(path);
  if ('kind' in bytes) return refused(bytes);
  const text = decode(bytes);
  if (text === undefined) return refused({ kind: 'foreign' });
  const parsed = parse(text);
  if (parsed.cues === undefined) return refused({ kind: parsed.problem, line: parsed.line });
  if (store.sessions.find(sessionId) === undefined) return refused({ kind: 'noSession' });
  store.transcripts.replace(sessionId, name, parsed.cues);
  const { cues, unreadable, firstUnreadable, mended } = parsed;
  return { outcome: 'imported', name, passages: cues.length, unreadable, firstUnreadable, mended };
}

/** The bytes of a file, or why they cannot be had. */
async function read(path: string): Promise<Uint8Array | TranscriptProblem> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > mostBytes) return { kind: 'tooLarge' };
      if (size === 0) return { kind: 'empty' };
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    // Not there any more, a folder, or not ours to read: a person can tell which.
    if (error instanceof Error && 'code' in error) return { kind: 'unreadable' };
    throw error;
  }
}
