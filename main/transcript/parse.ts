/**
 * WebVTT (W3C, 'WebVTT: The Web Video Text Tracks Format') and SubRip, read leniently. Pure.
 * Both are read by the same rule: a line with times begins a cue, and what follows is its text.
 */
import type { Cue } from '../../db/model.ts';
import { bounded, passagesOf } from './cueText.ts';
import { withSpeakers } from './speakers.ts';
import { looksLikeTiming, readTiming } from './timing.ts';

export const mostCues = 50_000;
/** How long a cue is shown whose end does not lie after its start. */
const repairedMs = 2000;

export type Parsed =
  | {
      cues: Cue[];
      /** Passages whose times could not be read, or that had none. */
      unreadable: number;
      /** The line of the first of them, from 1. */
      firstUnreadable: number | null;
      /** Cues that ended before they began, or were longer than the record takes. */
      mended: number;
    }
  /** Nothing could be read: the line where reading stopped, from 1; null when there was nothing to read. */
  | { cues: undefined; problem: 'noPassages' | 'tooMany'; line: number | null };

type Block = { startMs: number; endMs: number; lines: string[] };

export function parse(text: string): Parsed {
  const { blocks, unreadable } = blocksOf(text.split(/\r\n|\r|\n/));
  const [firstUnreadable = null] = unreadable;
  const passages = blocks.flatMap(({ startMs, endMs, lines }) =>
    passagesOf(lines.join('\n')).map((passage) => ({ startMs, endMs, ...passage })),
  );
  if (passages.length === 0) return { cues: undefined, problem: 'noPassages', line: firstUnreadable };
  const spoken = withSpeakers(passages);
  if (spoken.length > mostCues) return { cues: undefined, problem: 'tooMany', line: null };
  let mended = 0;
  const sorted = spoken.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  const cues = sorted.map((cue) => {
    const fitting = { ...cue, ...bounded(cue), endMs: endOf(cue) };
    if (fitting.endMs !== cue.endMs || fitting.text !== cue.text || fitting.speaker !== cue.speaker)
      mended += 1;
    return fitting;
  });
  return { cues, unreadable: unreadable.length, firstUnreadable, mended };
}

const endOf = ({ startMs, endMs }: Cue): number => (endMs > startMs ? endMs : startMs + repairedMs);

/** Cues with their raw lines, and the lines (from 1) where something could not be read. */
function blocksOf(lines: readonly string[]): { blocks: Block[]; unreadable: number[] } {
  const blocks: Block[] = [];
  const unreadable: number[] = [];
  let at = 0;
  /** Where text goes; undefined before the first cue and after one that could not be read. */
  let open: Block | undefined;
  let lost = false;
  const isVtt = /^\s*WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  if (isVtt) {
    // The header goes on to the first empty line; a cue without one before it is read all the same.
    while (at < lines.length && lines[at]?.trim() !== '' && !isTimed(lines[at])) at += 1;
  }
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const timing = readTiming(line);
    const blockStarts = at === 0 || lines[at - 1]?.trim() === '';
    if (timing !== undefined) {
      open = { startMs: timing.startMs, endMs: timing.endMs, lines: timing.rest === '' ? [] : [timing.rest] };
      blocks.push(open);
      lost = false;
    } else if (looksLikeTiming(line)) {
      unreadable.push(at + 1);
      open = undefined;
      lost = true;
    } else if (isVtt && blockStarts && isAside(line) && !isTimed(lines[at + 1])) {
      while (at < lines.length && lines[at]?.trim() !== '') at += 1;
      open = undefined;
      lost = false;
    } else if (line.trim() !== '' && !isName(lines, at)) {
      if (open !== undefined) open.lines.push(line);
      else if (!lost) {
        unreadable.push(at + 1);
        lost = true;
      }
    }
    at += 1;
  }
  return { blocks, unreadable };
}

const isTimed = (line: string | undefined): boolean =>
  line !== undefined && (readTiming(line) !== undefined || looksLikeTiming(line));

const isAside = (line: string): boolean => /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line);

/** The line before one with times is the cue's name when it stands alone, or is its number. */
function isName(lines: readonly string[], at: number): boolean {
  if (!isTimed(lines[at + 1])) return false;
  return at === 0 || lines[at - 1]?.trim() === '' || /^\s*\d{1,7}\s*$/.test(lines[at] ?? '');
}
