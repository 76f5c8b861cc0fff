/**
 * Text from people and files: what of it is kept. One rule, for all that comes in (the shapes of the model, imported
 * files) and for what was kept earlier (on its way to the window). Markup, formulas and every script stay as they are.
 */

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * What cannot be seen and does harm: control characters, spaces without width, marks that turn the direction of what
 * follows or end its isolation, tags, characters that are none. Joiners stay, emoji and Persian need them; so do the
 * plain marks of direction, which Hebrew and Arabic need and which end with the text they stand in.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Noncharacter_Code_Point}]/gu;

/** No script sets more marks upon one letter; hundreds of them would run over the lines above and below. */
const flood = /((?:\p{M}[\u200c\u200d]?){6})[\p{M}\u200c\u200d]+/gu;

/** What most texts are, and what stays as it is: printable ASCII and Latin letters in one piece. */
const harmless = /^[\n\u0020-\u007e\u00a0-\u024f\u2013-\u201e\u2026]*$/;

/** As a text of several lines is kept: half a character becomes U+FFFD, an 'å' in two pieces one. */
export const written = (text: string): string =>
  harmless.test(text)
    ? text
    : text
        .toWellFormed()
        .replace(lineEnds, '\n')
        .replaceAll('\t', ' ')
        .replace(unseen, '')
        .normalize('NFC')
        .replace(flood, '$1');

/** The same for a name: one line, nothing before and after it. */
export const oneLine = (text: string): string => written(text).replace(/\s+/g, ' ').trim();

/** Whether there is anything in it that a person can see. */
export const isSeen = (text: string): boolean =>
  /[^\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(text);

/** The same value with every text in it as `written` has it; bytes stay what they are. */
export function writtenIn(value: unknown): unknown {
  if (typeof value === 'string') return written(value);
  if (Array.isArray(value)) return value.map(writtenIn);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, writtenIn(one)]));
}
