/** Letters that are written from right to left, and marks that say so. */
const turns =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Text of people between words of ours, where no `bdi` can stand: whichever way it is written, they stay as they are.
 * What is written from left to right needs nothing.
 */
export const isolated = (text: string): string => (turns.test(text) ? `\u2068${text}\u2069` : text);
