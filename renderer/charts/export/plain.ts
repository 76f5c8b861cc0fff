/** Text from people and files, for a place that is read by other programs. */

/** Spaces of every width, and what breaks a line. */
const gaps = /[\s\u0085]+/gu;
/** Control characters, marks that turn the direction of writing, and what no file may hold. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** Without line breaks and anything else that cannot be seen. */
export const visible = (text: string): string => text.toWellFormed().replace(gaps, ' ').replace(unseen, '');

/** The same, with nothing before and after it. */
export const plain = (text: string): string => visible(text).trim();

/** As a file may be called, without its ending: letters, digits, spaces, `-` and `_`, 80 at most. */
export function nameOfFile(text: string): string {
  // An 'å' in two pieces, as macOS writes it, is one letter as well.
  const allowed = plain(text)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ');
  // Cut by characters of the regular expression that checks it: those of one sign stay together.
  const name = [...allowed.replace(/ +/g, ' ').trim()].slice(0, 80).join('').trim();
  return name === '' ? 'MBT-G' : name;
}
