/** The line of a cue that says when: `[hh:]mm:ss.ttt --> [hh:]mm:ss.ttt`. Pure. */

export type Timing = {
  startMs: number;
  endMs: number;
  /** Text on the same line, as some recognisers print it. */
  rest: string;
};

const time = String.raw`(?:(\d{1,5})\s?:\s?)?(\d{1,3})\s?:\s?(\d{1,2})(?:\s?[.,]\s?(\d{1,9}))?`;
const line = new RegExp(String.raw`^(\[?)\s*${time}\s*(?:--?>|[–—]>|→)\s*${time}(?![\d:])(.*)$`);

/** Undefined when the line does not say when. */
export function readTiming(text: string): Timing | undefined {
  const match = line.exec(text.trimStart());
  if (match === null) return undefined;
  const [, bracket, h1, m1, s1, f1, h2, m2, s2, f2, after = ''] = match;
  const rest = bracket === '[' ? after.replace(/^\s*\]/, '').trim() : after.trim();
  return {
    startMs: milliseconds(h1, m1, s1, f1),
    endMs: milliseconds(h2, m2, s2, f2),
    rest: isPlacing(rest) ? '' : rest,
  };
}

/** The cue's place on the screen: `align:start position:0%` in WebVTT, `X1:40 X2:600` in SubRip. */
const isPlacing = (rest: string): boolean => rest.split(/\s+/).every((part) => /^[a-z]\w*:\S*$/i.test(part));

/** A line that was meant to say when, and cannot be read. */
export const looksLikeTiming = (text: string): boolean =>
  /^\[?\s*\d.*(?:--?>|[–—]>|→)/.test(text.trimStart());

/** `.5` and `.50` are half a second; digits beyond milliseconds are cut. */
function milliseconds(hours = '0', minutes = '0', seconds = '0', fraction = '0'): number {
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}
