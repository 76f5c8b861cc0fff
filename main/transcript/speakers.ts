/** 'Name: text' at the start of a line: who speaks, where a transcript has no better way to say so. Pure. */
import type { Passage } from './cueText.ts';

/** One to three words that begin with a capital or are numbers, or a code as recognisers give: SPEAKER_00. */
const label =
  /^\[?(\p{Lu}[\p{L}\p{M}\p{N}_.'’-]{0,39}(?: [\p{Lu}\p{N}][\p{L}\p{M}\p{N}_.'’-]{0,39}){0,2})\]?: (?=\S)/u;
/** T1, P 3, SPEAKER_00: nobody begins a sentence so. */
const code = /^(?:\p{Lu}{1,2}[ -]?\d{1,2}|SPEAKER_\d{1,3})$/u;

/**
 * Takes the names off the text. A word before a colon ('Remember: …') counts as a name only when it looks like
 * a code, comes at least twice, or when most of the transcript is written so.
 */
export function withSpeakers<T extends Passage>(passages: readonly T[]): T[] {
  // A transcript that names its voices otherwise has said all of them.
  if (passages.some(({ speaker }) => speaker !== '')) return [...passages];
  const counts = new Map<string, number>();
  let labelled = 0;
  for (const { text } of passages) {
    const names = text.split('\n').flatMap((line) => label.exec(line)?.[1] ?? []);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (names.length > 0) labelled += 1;
  }
  const most = labelled * 2 > passages.length;
  const isName = (name: string) => most || code.test(name) || (counts.get(name) ?? 0) > 1;
  return passages.flatMap((passage) => split(passage, isName));
}

function split<T extends Passage>(passage: T, isName: (name: string) => boolean): T[] {
  const parts: T[] = [];
  for (const line of passage.text.split('\n')) {
    const match = label.exec(line);
    const name = match?.[1];
    const last = parts.at(-1);
    if (match !== null && name !== undefined && isName(name)) {
      parts.push({ ...passage, speaker: name, text: line.slice(match[0].length) });
    } else if (last === undefined) parts.push({ ...passage, text: line });
    else parts[parts.length - 1] = { ...last, text: `${last.text}\n${line}` };
  }
  return parts;
}
