/** Finding a way in a transcript: what is said at a time, and where a word is said. Pure; cues are in order of time. */
import type { Cue } from '../../db/model';

/** How long the last passage stays the current one when nobody speaks: a pause between two sentences. */
const lingersMs = 2000;
/** A passage that runs still began among the last of these. */
const lookBack = 50;

/** The passage that is being said at a time, or was until a moment ago. */
export function cueAt(cues: readonly Cue[], ms: number): number | undefined {
  const started = lastStarted(cues, ms);
  for (let at = started; at >= 0 && at > started - lookBack; at -= 1) {
    if (ms < (cues[at]?.endMs ?? 0)) return at;
  }
  const last = cues[started];
  return last !== undefined && ms < last.endMs + lingersMs ? started : undefined;
}

/** Everything that is being said at a time; the newest three. */
export function cuesAt(cues: readonly Cue[], ms: number): number[] {
  const started = lastStarted(cues, ms);
  const running: number[] = [];
  for (let at = started; at >= 0 && at > started - lookBack && running.length < 3; at -= 1) {
    if (ms < (cues[at]?.endMs ?? 0)) running.unshift(at);
  }
  return running;
}

/** The index of the last cue that began by then; -1 before the first. */
function lastStarted(cues: readonly Cue[], ms: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const accents: readonly [RegExp, string][] = [
  [/[éèêë]/g, 'e'],
  [/[óòô]/g, 'o'],
  [/[áàâ]/g, 'a'],
];

/** Text as search compares it: small and capital letters are the same, é is e. As long as it was: æ, ø and å are letters. */
export const folded = (text: string): string =>
  accents.reduce(
    (now, [accented, plain]) => now.replace(accented, plain),
    // The one letter that grows when it is made small.
    text.replaceAll('İ', 'I').toLowerCase(),
  );

/** Where `sought` occurs in a text; both folded. */
export function placesIn(text: string, sought: string): number[] {
  const places: number[] = [];
  if (sought === '') return places;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) places.push(at);
  return places;
}

/** One occurrence of what is sought: the index of the cue, and where in its text. */
export type Hit = { cue: number; at: number };

export const hitsIn = (texts: readonly string[], sought: string): Hit[] =>
  texts.flatMap((text, cue) => placesIn(text, sought).map((at) => ({ cue, at })));

/** The hit to go to first: the next one from a cue on, or the first of all. */
export const nextHit = (hits: readonly Hit[], from: number): number =>
  Math.max(
    0,
    hits.findIndex(({ cue }) => cue >= from),
  );

const tones = 6;

/** Gives each speaker a tone, 1 to 6, in the order they first speak. Nobody's name has none. */
export function speakerTones(cues: readonly Cue[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { speaker } of cues) {
    if (speaker !== '' && !found.has(speaker)) found.set(speaker, (found.size % tones) + 1);
  }
  return found;
}
